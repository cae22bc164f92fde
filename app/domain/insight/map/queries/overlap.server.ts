import { z } from 'zod';
import { query } from '../../../query.server';
import { questionsVisibleSql } from '../../../questions/question-visibility.server';
import { closestPair, overlapOf } from '../cells/overlap';
import { countingOf } from '../counting/counting-of.server';
import { loadMapAxes } from '../counting/map-axes.server';
import { profiledFindings, profiledQuestions } from '../counting/profiled-items.server';
import { mapViewShape } from '../map-view';

const view = z.strictObject(mapViewShape);

/** How many questions and findings are about two threat areas at once, or were on a day. */
export const threatOverlap = query({
  name: 'insight.threatOverlap',
  input: z.strictObject({ on: mapViewShape.on }),
  visibleTo: (actor) => ({ questions: questionsVisibleSql(actor, 'q') }),
  read: async ({ db, actor, scope, input: { on }, now }) => {
    const asked = view.parse({ columns: 'threatArea', on });
    const axes = await loadMapAxes(db, asked, now);
    const counting = countingOf(actor, asked, { questions: scope.questions, now });
    if (!axes || !counting) return null;
    const profiles = [
      ...(await profiledQuestions(db, axes, counting)),
      ...(await profiledFindings(db, axes, counting)),
    ];
    const headings = axes.rows.headings.map(({ key, name }) => ({ key, name }));
    const overlap = overlapOf(profiles, headings);
    const closest = closestPair(overlap);
    const heading = closest
      ? `${closest.one} and ${closest.other} overlap most`
      : 'Nothing is about two threat areas at once';
    return { overlap, heading, released: counting.released, asOf: now, on };
  },
});
