import type { Actor } from '../../actor';
import { run } from '../../command.server';
import { linkOrcid } from '../commands/link-orcid.server';
import { signInWithOrcid } from '../commands/sign-in-with-orcid.server';
import { startJoiningByOrcid } from '../commands/start-joining-by-orcid.server';
import { orcidOfCode } from './orcid-provider.server';

/** What somebody set out for; kept in their own browser until they are back. */
export interface OrcidErrand {
  state: string;
  verifier: string;
  purpose: 'sign in' | 'link';
  from: string;
}

export type CameBack =
  | { kind: 'signed in'; personId: string }
  | { kind: 'linked' }
  | { kind: 'may join'; token: string }
  | { kind: 'refused'; message: string };

const refused = (message: string): CameBack => ({ kind: 'refused', message });
const NOT_CONFIRMED = 'ORCID did not confirm who you are. Try again.';

/** Ends a conversation with ORCID: signs in, links the iD to the account, or opens the way to join. */
export async function cameBackFromOrcid(
  actor: Actor,
  errand: OrcidErrand,
  code: string,
  peer: string,
): Promise<CameBack> {
  const known = await orcidOfCode(code, errand.verifier);
  if (!known) return refused(NOT_CONFIRMED);
  const { orcid, name } = known;
  if (errand.purpose === 'link') {
    const linked = await run(linkOrcid, actor, { orcid });
    if (linked.kind === 'done') return { kind: 'linked' };
    return refused(linked.kind === 'refused' ? linked.refusal.message : NOT_CONFIRMED);
  }
  const entered = await run(signInWithOrcid, actor, { orcid, peer });
  if (entered.kind === 'done') return { kind: 'signed in', personId: entered.value.personId };
  if (entered.kind !== 'refused') return refused(NOT_CONFIRMED);
  if (entered.refusal.name !== 'OrcidIsUnknown') return refused(entered.refusal.message);
  const started = await run(startJoiningByOrcid, actor, { orcid, name, peer });
  return started.kind === 'done' ? { kind: 'may join', token: started.value.token } : refused(NOT_CONFIRMED);
}
