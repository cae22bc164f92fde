import type { Db } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { commitmentTo, factHash } from './fact-hash.server';
import type { Actor } from './actor';
import type { FactDraft } from './fact';
import { encryptForPerson } from './person-key.server';

/** Writes the facts of one change, in its transaction. The sealer chains them afterwards. */
export async function recordFacts(
  tx: Db,
  about: { actor: Actor; now: Date; command: string },
  drafts: FactDraft[],
): Promise<void> {
  if (drafts.length === 0) return;
  const actorId = about.actor.kind === 'person' ? about.actor.id : null;
  const rows = [];
  const personal = [];
  for (const draft of drafts) {
    const id = newId();
    const sealed = draft.personal
      ? await encryptForPerson(tx, draft.personal.personId, draft.personal.text)
      : null;
    const row = {
      id,
      name: draft.name,
      command: about.command,
      actorId,
      noun: draft.noun as string,
      nounId: draft.nounId,
      at: about.now,
      data: draft.data ?? {},
      commitment: sealed ? commitmentTo(sealed.salt, sealed.plain) : null,
    };
    rows.push({ ...row, hash: factHash(row) });
    if (sealed && draft.personal) {
      const { salt, ciphertext } = sealed;
      personal.push({ factId: id, personId: draft.personal.personId, salt, ciphertext });
    }
  }
  await tx.fact.createMany({ data: rows });
  if (personal.length > 0) await tx.factPersonal.createMany({ data: personal });
}
