import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { headingOf, isSeen, judged } from '../../evaluation/seen-competition.server';
import { mayMakePack } from '../assurance-policy';
import { closedGates } from '../pack/gates';
import { packSubject } from '../pack/pack-of-question.server';
import { leftOutOf } from '../pack/sources/all';

const MOST_SHOWN = 20;

/** What the pack of a question would hold now, and the packs that were made before. */
export const packPage = query({
  name: 'assurance.pack-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input }) => {
    const subject = actor && (await packSubject(db, input.reference));
    if (!actor || !subject) return null;
    const seen = judged(subject, mayMakePack(actor, subject));
    if (!isSeen(seen)) return seen;
    const { competition, question } = subject;
    const closed = closedGates(actor, competition);
    const leftOut = leftOutOf(closed);
    return {
      ...headingOf(competition),
      closed: leftOut.slice(0, closed.size),
      never: leftOut.slice(closed.size),
      made: await packsMade(db, question.id),
    };
  },
});

/** The latest packs of a question, by their facts. */
function packsMade(db: Db, questionId: string): Promise<{ at: Date; by: string | null; manifest: string }[]> {
  return db.$queryRaw`
    SELECT f.at, p.name AS by, f.data->>'manifest' AS manifest
    FROM fact f LEFT JOIN person p ON p.id = f.actor_id
    WHERE f.noun = 'question' AND f.noun_id = ${questionId}::uuid AND f.name = 'AssurancePackWasMade'
    ORDER BY f.number DESC LIMIT ${MOST_SHOWN}`;
}
