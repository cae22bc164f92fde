import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { datesOf, revisePrioritySetInput } from '../strategy-form';
import { mayKeepStrategy } from '../strategy-policy';

/** Dates and notes of a set as they are better known; the record before stays as a version. */
export const revisePrioritySet = command({
  name: 'strategy.revisePrioritySet',
  input: revisePrioritySetInput,
  load: async ({ tx, input }) => {
    await tx.$queryRaw`SELECT id FROM priority_set WHERE reference = ${input.reference} FOR UPDATE`;
    return tx.prioritySet.findUnique({
      where: { reference: input.reference },
      include: {
        versions: { orderBy: { number: 'desc' }, take: 1 },
        priorities: { select: { name: true }, orderBy: { position: 'asc' } },
      },
    });
  },
  authorise: (actor) => mayKeepStrategy(actor),
  subject: (set) => ({ noun: 'prioritySet', nounId: set.id }),
  decide: ({ input, loaded: set, actor, now, newId }) => {
    if (set.revision !== input.revision)
      return refuse('PrioritySetWasChanged', 'Somebody else changed this set while you were writing.', {
        stale: true,
      });
    const dates = datesOf(input.startsWritten, input.endsWritten);
    if (!dates) return refuseField('EndIsBeforeStart', 'endsWritten', 'The end must not be before the start');
    const { note, datesNote, changeNote } = input;
    const { startsWritten, endsWritten } = dates;
    const { document, kind, standing } = set;
    const priorities = set.priorities.map(({ name }) => name);
    const content = { document, kind, note, datesNote, standing, startsWritten, endsWritten, priorities };
    const number = (set.versions[0]?.number ?? 0) + 1;
    const recordedById = actor.kind === 'person' ? actor.id : null;
    return {
      change: {
        set,
        row: { ...dates, note, datesNote },
        version: {
          id: newId(),
          number,
          content,
          changeNote,
          holdsFrom: dates.startsOn,
          recordedAt: now,
          recordedById,
        },
      },
      facts: [
        { name: 'PrioritySetWasRevised', noun: 'prioritySet', nounId: set.id, data: { version: number } },
      ],
    };
  },
  rules: {
    priority_set_interim_check: refuseField(
      'InterimSetHasNoEnd',
      'endsWritten',
      'An interim set ends, two years after its start at most',
    ),
  },
  save: async ({ tx }, { set, row, version }) => {
    await tx.prioritySet.update({
      where: { id: set.id },
      data: { ...row, revision: { increment: 1 }, versions: { create: version } },
    });
    return { slug: set.slug };
  },
});
