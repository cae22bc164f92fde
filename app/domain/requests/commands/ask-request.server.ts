import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isPerson, type Actor } from '../../actor';
import { command } from '../../command.server';
import { optionalTextInput, textInput } from '../../form-inputs';
import { slugInput } from '../../knowledge/collections/collection';
import { ANNEX_NOUNS } from '../../knowledge/annexes/annex-standing.server';
import { mayShareFinding } from '../../knowledge/finding-policy';
import { referenceInput } from '../../reference-input';
import { isRefusal, refuse, refuseField } from '../../refusal';
import { addDays } from '../../uk-time';
import { namedTopic } from '../named-topic.server';
import { LIFE_DAYS, MOST_OPEN, REQUEST_KINDS } from '../request';
import { mayAsk } from '../request-policy';

const input = z.strictObject({
  kind: z.enum(REQUEST_KINDS),
  noun: z.enum(ANNEX_NOUNS).default('finding'),
  reference: referenceInput,
  collection: slugInput.optional(),
  into: referenceInput.optional(),
  reason: textInput('Say why', 2000),
  /** The conditions as the one who asks read them, and that they accept them. */
  conditions: optionalTextInput(3000),
  accepts: z.enum(['yes']).optional(),
});

/** Requests whose thirty days are over make room for another of the same. */
async function endExpired(tx: Db, actor: Actor): Promise<number> {
  if (!isPerson(actor)) return 0;
  await tx.$executeRaw`UPDATE request SET state = 'expired', decided_at = soundings.now()
    WHERE asked_by_id = ${actor.id}::uuid AND state IN ('asked', 'held') AND expires_at <= soundings.now()`;
  return tx.request.count({ where: { askedById: actor.id, state: { in: ['asked', 'held'] } } });
}

/** Asks those who keep a thing for something. One open request of a kind, topic and person at a time. */
export const askRequest = command({
  name: 'requests.ask-request',
  input,
  load: async ({ tx, actor, input: asked }) => {
    const about = await namedTopic(tx, actor, asked);
    return about && { about, open: await endExpired(tx, actor) };
  },
  authorise: (actor, { about }) => (isRefusal(about) ? mayShareFinding(actor) : mayAsk(actor, about.topic)),
  rules: {
    request_one_open: refuse('RequestIsOpen', 'You ask for this already. Your request is in your list.', {
      stale: true,
    }),
  },
  decide: ({ input: asked, loaded: { about, open }, actor, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (isRefusal(about)) return about;
    const { conditions } = about;
    if (asked.kind === 'access' && conditions !== '' && asked.conditions !== conditions)
      return refuse('ConditionsHaveChanged', 'The conditions were changed meanwhile. Read them again.', {
        stale: true,
      });
    if (asked.kind === 'access' && conditions !== '' && !asked.accepts)
      return refuseField('ConditionsNotAccepted', 'accepts', 'Accept the conditions to ask for access');
    if (open >= MOST_OPEN)
      return refuse('TooManyRequests', `You have ${MOST_OPEN} open requests. Cancel one first.`);
    const kept = asked.kind === 'access' ? conditions : '';
    const row = {
      id: newId(),
      reference: newReference(),
      ...about.ids,
      reason: asked.reason,
      conditions: kept,
    };
    return {
      change: { row: { ...row, askedById: actor.id }, eventId: newId() },
      facts: [{ name: 'RequestWasMade', noun: 'request', nounId: row.id, data: { kind: asked.kind } }],
    };
  },
  save: async ({ tx, now }, { row, eventId }) => {
    const first = { id: eventId, kind: 'asked' as const, personId: row.askedById, at: now, text: row.reason };
    await tx.request.create({
      data: { ...row, askedAt: now, expiresAt: addDays(now, LIFE_DAYS), events: { create: first } },
    });
    return { reference: row.reference };
  },
});
