import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { datesOf, reviseFrameworkInput } from '../strategy-form';
import { mayKeepStrategy } from '../strategy-policy';

/** Dates and notes of a framework as they are better known; the record before stays as a version. */
export const reviseFramework = command({
  name: 'strategy.reviseFramework',
  input: reviseFrameworkInput,
  load: async ({ tx, input }) => {
    await tx.$queryRaw`SELECT id FROM framework WHERE reference = ${input.reference} FOR UPDATE`;
    return tx.framework.findUnique({
      where: { reference: input.reference },
      include: {
        versions: { orderBy: { number: 'desc' }, take: 1 },
        items: { select: { name: true, standing: true }, orderBy: { position: 'asc' } },
      },
    });
  },
  authorise: (actor) => mayKeepStrategy(actor),
  subject: (framework) => ({ noun: 'framework', nounId: framework.id }),
  decide: ({ input, loaded: framework, actor, now, newId }) => {
    if (framework.revision !== input.revision)
      return refuse('FrameworkWasChanged', 'Somebody else changed this framework while you were writing.', {
        stale: true,
      });
    const dates = datesOf(input.startsWritten, input.endsWritten);
    if (!dates) return refuseField('EndIsBeforeStart', 'endsWritten', 'The end must not be before the start');
    const { note, changeNote } = input;
    const { startsWritten, endsWritten } = dates;
    const { document, citation, items } = framework;
    const content = { document, citation, startsWritten, endsWritten, note, items };
    const number = (framework.versions[0]?.number ?? 0) + 1;
    const recordedById = actor.kind === 'person' ? actor.id : null;
    return {
      change: {
        framework,
        row: { ...dates, note },
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
        { name: 'FrameworkWasRevised', noun: 'framework', nounId: framework.id, data: { version: number } },
      ],
    };
  },
  save: async ({ tx }, { framework, row, version }) => {
    await tx.framework.update({
      where: { id: framework.id },
      data: { ...row, revision: { increment: 1 }, versions: { create: version } },
    });
    return { slug: framework.slug };
  },
});
