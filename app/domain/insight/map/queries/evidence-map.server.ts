import { z } from 'zod';
import type { Actor } from '../../../actor';
import { query } from '../../../query.server';
import { questionsVisibleSql } from '../../../questions/question-visibility.server';
import { countMap } from '../counting/counted-map.server';
import { countingOf } from '../counting/counting-of.server';
import { loadMapAxes } from '../counting/map-axes.server';
import { gapHeading, layOut, releasedHeading } from '../evidence-map';
import { mayRaiseQuestions, maySeeGaps } from '../map-policy';
import { mapViewShape, narrows } from '../map-view';

/** Any list of terms against any other, or against the priorities of one set: asked, bought and known. */
export const evidenceMap = query({
  name: 'insight.evidenceMap',
  input: z.strictObject(mapViewShape),
  // Of findings the network reads all that stand, and who is outside it what was released: the view decides.
  visibleTo: (actor) => ({ questions: questionsVisibleSql(actor, 'q') }),
  read: async ({ db, actor, scope, input, now }) => {
    const axes = await loadMapAxes(db, input, now);
    const counting = countingOf(actor, input, { questions: scope.questions, now });
    if (!axes || !counting) return null;
    const { rows, columns, choices, lenses } = axes;
    const { released } = counting;
    const figures = await countMap(db, axes, counting);
    const map = layOut(
      rows.headings.map(({ key, name }) => ({ key, name })),
      columns.headings.map(({ key, name }) => ({ key, name })),
      { ...figures, noun: rows },
    );
    return {
      ...{ map, released, choices, lenses, view: input },
      heading: released ? releasedHeading(map) : gapHeading(map, rows),
      rows: { key: rows.key, name: rows.name, one: rows.one, many: rows.many, leftOut: rows.leftOut },
      columns: {
        ...{ key: columns.key, name: columns.name, one: columns.one, many: columns.many },
        leftOut: columns.leftOut,
      },
      narrowed: narrows(input),
      asOf: counting.at,
      may: mayDo(actor, released),
    };
  },
});

const mayDo = (actor: Actor, released: boolean) => ({
  seeGaps: !released,
  raiseQuestions: !released && mayRaiseQuestions(actor),
  chooseView: maySeeGaps(actor),
});
