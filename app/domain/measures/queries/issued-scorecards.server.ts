import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { mayReadIssued } from '../measure-policy';
import { completenessOf, lacksOutcome, type ScorecardContent } from '../scorecard/scorecard';

const PAGE = 25;

/** Every card that was issued, the latest first. */
export const issuedScorecards = query({
  name: 'measures.issued-scorecards',
  input: z.strictObject({ after: z.uuid().optional() }),
  visibleTo: (actor) => isAllowed(mayReadIssued(actor)),
  read: async ({ db, scope, input: { after } }) => {
    if (!scope) return null;
    const rows = await db.scorecard.findMany({
      where: after ? { id: { lt: after } } : {},
      orderBy: { id: 'desc' },
      take: PAGE + 1,
      include: { issuedBy: { select: { name: true } } },
    });
    const shown = rows.slice(0, PAGE);
    return {
      cards: shown.map(({ reference, number, content, issuedAt, issuedBy }) => {
        const card = content as unknown as ScorecardContent;
        const { document, period, rows: lines } = card;
        return {
          ...{ reference, number, issuedAt, by: issuedBy.name, document, period, ...completenessOf(card) },
          withoutOutcome: lacksOutcome(lines) === true,
        };
      }),
      next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    };
  },
});
