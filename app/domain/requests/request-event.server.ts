import { isPerson, type Actor } from '../actor';
import type { Saving } from '../command.server';
import type { FactDraft } from '../fact';
import { refuse, type Refusal } from '../refusal';
import type { LoadedRequest } from './loaded-request.server';

type EventKind = 'commented' | 'held' | 'accepted' | 'declined' | 'cancelled';

const FACTS: Record<EventKind, string> = {
  commented: 'RequestWasCommentedOn',
  held: 'RequestWasHeld',
  accepted: 'RequestWasAccepted',
  declined: 'RequestWasDeclined',
  cancelled: 'RequestWasCancelled',
};

export interface Step {
  id: string;
  requestId: string;
  reference: string;
  kind: EventKind;
  text: string;
  by: string;
}

/** One step of the timeline: what is saved of it, and its fact, which never holds the words. */
export function step(
  { row }: LoadedRequest,
  { kind, text, actor, newId }: { kind: EventKind; text: string; actor: Actor; newId: () => string },
): { change: Step; facts: FactDraft[] } {
  if (!isPerson(actor)) throw new Error('authorised above');
  const change = { id: newId(), requestId: row.id, reference: row.reference, kind, text, by: actor.id };
  const data = { kind: row.kind, eventId: change.id };
  return { change, facts: [{ name: FACTS[kind], noun: 'request', nounId: row.id, data }] };
}

/** Writes the step; all but a comment move the request on. */
export async function saveStep({ tx, now }: Saving, { id, requestId, reference, kind, text, by }: Step) {
  await tx.requestEvent.create({ data: { id, requestId, kind, personId: by, at: now, text } });
  if (kind === 'held') await tx.request.update({ where: { id: requestId }, data: { state: 'held' } });
  else if (kind !== 'commented')
    await tx.request.update({
      where: { id: requestId },
      data: { state: kind, decidedAt: now, decidedById: by },
    });
  return { reference };
}

/** Two who answer at once: the second finds it answered, by the clock of the transaction. */
export const endedMeanwhile = ({ row }: LoadedRequest, now: Date): Refusal | null =>
  row.expiresAt <= now ? refuse('RequestHasExpired', 'This request has expired.', { stale: true }) : null;
