import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayReadIssued, mayReadMeasures } from '../measure-policy';
import { readPeriod } from '../period';
import { AREAS, loadScorecard } from '../scorecard/load-scorecard.server';
import { completenessOf, differing, type ScorecardContent } from '../scorecard/scorecard';

/** A card as it was issued, and beside it how it stands today. */
export const issuedScorecard = query({
  name: 'measures.issued-scorecard',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => isAllowed(mayReadIssued(actor)),
  read: async ({ db, actor, scope, input }) => {
    const row = scope
      ? await db.scorecard.findUnique({
          where: input,
          include: { issuedBy: { select: { name: true } }, prioritySet: { select: { slug: true } } },
        })
      : null;
    if (!row) return null;
    const { prioritySetId, startsOn, endsOn } = row;
    const all = await db.scorecard.findMany({
      where: { prioritySetId, startsOn, endsOn },
      select: { reference: true, number: true, issuedAt: true },
      orderBy: { number: 'desc' },
    });
    const card = row.content as unknown as ScorecardContent;
    const of = row.prioritySet?.slug ?? AREAS;
    const period = readPeriod(card.period);
    const live =
      period && isAllowed(mayReadMeasures(actor))
        ? await loadScorecard(db, of, { ...period, code: card.period })
        : null;
    return {
      ...{ reference: row.reference, number: row.number, note: row.note, card, of },
      ...{ issuedAt: row.issuedAt, by: row.issuedBy.name },
      others: all.filter(({ number }) => number !== row.number),
      latest: all[0]?.number === row.number,
      live: live && { ...completenessOf(live), differing: differing(card, live) },
    };
  },
});
