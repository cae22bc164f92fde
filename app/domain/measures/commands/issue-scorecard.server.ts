import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { mayIssueScorecard } from '../measure-policy';
import { readPeriod } from '../period';
import { AREAS, loadScorecard } from '../scorecard/load-scorecard.server';
import { completenessOf, lacksOutcome } from '../scorecard/scorecard';

/** Freezes what the card says now under a number; the one before stays as it was. */
export const issueScorecard = command({
  name: 'measures.issue-scorecard',
  input: z.strictObject({
    of: z.string().max(200),
    period: z.string().max(10),
    note: optionalTextInput(2000, 'Note'),
  }),
  load: async ({ tx, input }) => {
    const period = readPeriod(input.period);
    if (!period) return { period, content: null, number: 0, prioritySetId: null };
    const set = input.of === AREAS ? null : await tx.prioritySet.findUnique({ where: { slug: input.of } });
    if (input.of !== AREAS && !set) return null;
    // Two who issue at once take turns, each number once.
    await tx.$executeRaw`LOCK TABLE scorecard IN SHARE ROW EXCLUSIVE MODE`;
    const { startsOn, endsOn } = period;
    const prioritySetId = set?.id ?? null;
    const last = await tx.scorecard.findFirst({
      where: { prioritySetId, startsOn, endsOn },
      orderBy: { number: 'desc' },
      select: { number: true },
    });
    const content = await loadScorecard(tx, input.of, { ...period, code: input.period });
    return { period, content, number: (last?.number ?? 0) + 1, prioritySetId };
  },
  authorise: mayIssueScorecard,
  decide: ({ input, loaded: { period, content, number, prioritySetId }, now, newId, newReference }) => {
    if (!period || !content) return refuseField('PeriodIsWrong', 'period', 'Choose a period');
    if (period.endsOn >= ukDay(now))
      return refuse('PeriodIsNotOver', 'A scorecard is issued once its period is over.');
    const { filled, cells } = completenessOf(content);
    if (filled === 0)
      return refuse('ScorecardIsEmpty', 'Nothing is counted for this period, so there is nothing to issue.');
    const id = newId();
    const { startsOn, endsOn } = period;
    return {
      change: {
        ...{ id, reference: newReference(), prioritySetId, startsOn, endsOn, number, note: input.note },
        content: { ...content, rows: content.rows.map((row) => ({ ...row })) },
      },
      facts: [
        {
          name: 'ScorecardWasIssued',
          noun: 'scorecard',
          nounId: id,
          data: {
            period: input.period,
            number,
            filled,
            cells,
            withoutOutcome: lacksOutcome(content.rows) ?? true,
          },
        },
      ],
    };
  },
  save: async ({ tx, actor, now }, { content, ...row }) => {
    const issuedById = actor.kind === 'person' ? actor.id : '';
    await tx.scorecard.create({
      data: { ...row, content: JSON.parse(JSON.stringify(content)) as object, issuedById, issuedAt: now },
    });
    return { reference: row.reference };
  },
});
