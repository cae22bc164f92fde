import { z } from 'zod';
import { isPerson, type Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { loadRequest } from '../loaded-request.server';
import { mayAnswer, mayCancel, mayCommentOn, maySeeRequest } from '../request-policy';

const MOST_EVENTS = 500;

/** One request with its timeline, for the one who asks and for those who answer. */
export const requestPage = query({
  name: 'requests.request-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const loaded = await loadRequest(db, actor, input.reference);
    if (!loaded || !isAllowed(maySeeRequest(actor, loaded.standing))) return null;
    const { row, about, standing } = loaded;
    const [asker, events] = await Promise.all([
      db.person.findUniqueOrThrow({ where: { id: row.askedById }, select: { name: true } }),
      db.requestEvent.findMany({
        where: { requestId: row.id },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        take: MOST_EVENTS,
        select: { kind: true, at: true, text: true, person: { select: { name: true } } },
      }),
    ]);
    const { title, noun, reference, collection, into } = about;
    return {
      ...{ reference: row.reference, kind: row.kind, state: standing.state, expiresAt: row.expiresAt },
      ...{ reason: row.reason, conditions: row.conditions, askedBy: asker.name, events },
      about: { title, noun, reference, collection, into },
      isOwn: isPerson(actor) && actor.id === row.askedById,
      may: {
        answer: isAllowed(mayAnswer(actor, standing)),
        comment: isAllowed(mayCommentOn(actor, standing)),
        cancel: isAllowed(mayCancel(actor, standing)),
      },
    };
  },
});
export type RequestView = NonNullable<Awaited<ReturnType<typeof requestPage.read>>>;
