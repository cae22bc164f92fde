import type { Entry } from '~/domain/evaluation/interests/register/register';
import { ownRegister } from '~/domain/evaluation/queries/own-register.server';
import { ask } from '~/domain/query.server';
import { parseReference } from '~/domain/reference';
import { found } from '~/web/reply.server';
import { personWhoAsks, type Arrival } from '~/web/who.server';

/** The entry in force that the address names, of the register of whoever asks. */
export async function ownEntry(
  args: Arrival & { params: Record<string, string | undefined> },
): Promise<Entry> {
  const { entries } = found(await ask(ownRegister, await personWhoAsks(args), {}));
  const reference = parseReference(args.params['reference'] ?? '');
  return found(entries.find((entry) => entry.reference === reference) ?? null);
}
