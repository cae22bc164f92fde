import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { spanOf } from '../../strategy/written-date';
import { ukDay } from '../../uk-time';
import { authorisedTeams } from '../authorised-teams.server';
import { addPointInput } from '../indicators/indicator-form';
import { mayKeepIndicators } from '../understanding-policy';

/** The figure of one period, with its source and the date of that; a better one replaces it, and both stay. */
export const addIndicatorPoint = command({
  name: 'understanding.addPoint',
  input: addPointInput,
  load: async ({ tx, input }) => {
    await tx.$queryRaw`SELECT id FROM indicator WHERE reference = ${input.reference} FOR UPDATE`;
    const indicator = await tx.indicator.findUnique({
      where: { reference: input.reference },
      select: { id: true, reference: true, points: { where: { periodWritten: input.periodWritten } } },
    });
    return indicator && { indicator, teams: await authorisedTeams(tx) };
  },
  authorise: (actor, { teams }) => mayKeepIndicators(actor, teams),
  subject: ({ indicator }) => ({ noun: 'indicator', nounId: indicator.id }),
  decide: ({ input, loaded: { indicator }, actor, now, newId }) => {
    const span = spanOf(input.periodWritten);
    if (actor.kind !== 'person' || !span) return refuse('AuthorIsMissing', 'Sign in first.');
    const { periodWritten, value, source, sourceDate } = input;
    if (sourceDate > ukDay(now))
      return refuseField('SourceIsAhead', 'sourceDate', 'The date of the source must not be after today');
    const number = indicator.points.length + 1;
    const row = {
      ...{
        id: newId(),
        indicatorId: indicator.id,
        periodWritten,
        number,
        startsOn: span.first,
        value,
        source,
      },
      ...{ sourceDate, recordedById: actor.id, recordedAt: now },
    };
    return {
      change: { row, reference: indicator.reference },
      facts: [
        {
          name: 'IndicatorPointWasAdded',
          noun: 'indicator',
          nounId: indicator.id,
          data: { periodWritten, value, number },
        },
      ],
    };
  },
  save: async ({ tx }, { row, reference }) => {
    await tx.indicatorPoint.create({ data: row });
    return { reference };
  },
});
