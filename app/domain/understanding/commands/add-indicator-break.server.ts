import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { spanOf } from '../../strategy/written-date';
import { authorisedTeams } from '../authorised-teams.server';
import { addBreakInput } from '../indicators/indicator-form';
import { mayKeepIndicators } from '../understanding-policy';

/** From a period on something is counted otherwise: no trend is claimed across it any more. */
export const addIndicatorBreak = command({
  name: 'understanding.addBreak',
  input: addBreakInput,
  load: async ({ tx, input }) => {
    const indicator = await tx.indicator.findUnique({
      where: { reference: input.reference },
      select: { id: true, reference: true },
    });
    return indicator && { indicator, teams: await authorisedTeams(tx) };
  },
  authorise: (actor, { teams }) => mayKeepIndicators(actor, teams),
  subject: ({ indicator }) => ({ noun: 'indicator', nounId: indicator.id }),
  decide: ({ input, loaded: { indicator }, actor, now, newId }) => {
    const span = spanOf(input.periodWritten);
    if (actor.kind !== 'person' || !span) return refuse('AuthorIsMissing', 'Sign in first.');
    const { periodWritten, what, source } = input;
    const row = {
      ...{ id: newId(), indicatorId: indicator.id, periodWritten, startsOn: span.first, what, source },
      ...{ recordedById: actor.id, recordedAt: now },
    };
    return {
      change: { row, reference: indicator.reference },
      facts: [
        {
          name: 'RecordingChangeWasFlagged',
          noun: 'indicator',
          nounId: indicator.id,
          data: { periodWritten },
        },
      ],
    };
  },
  rules: {
    indicator_break_indicator_id_period_written_key: refuseField(
      'BreakIsKnown',
      'periodWritten',
      'A change of recording is flagged for this period already',
    ),
  },
  save: async ({ tx }, { row, reference }) => {
    await tx.indicatorBreak.create({ data: row });
    return { reference };
  },
});
