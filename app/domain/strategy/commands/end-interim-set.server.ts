import { command } from '../../command.server';
import { hide } from '../../policy';
import { refuse } from '../../refusal';
import { addDays, isoDay, ukDay } from '../../uk-time';
import { endInterimSetInput } from '../interim/interim-form';
import { mayKeepSet } from '../interim/interim-policy';

/** Ends an interim set today instead of on the day it would expire, with the reason. */
export const endInterimSet = command({
  name: 'strategy.endInterimSet',
  input: endInterimSetInput,
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
  authorise: (actor, set) => (set.interim ? mayKeepSet(actor, set) : hide),
  subject: (set) => ({ noun: 'prioritySet', nounId: set.id }),
  decide: ({ input, loaded: set, actor, now, newId }) => {
    const today = ukDay(now);
    // A set in force today holds to the end of yesterday at the earliest, so that today has no other answer twice.
    const last = set.startsOn < today ? addDays(today, -1) : set.startsOn;
    if (set.endsOn !== null && set.endsOn <= last)
      return refuse('InterimSetIsOver', 'This set has ended already.', { stale: true });
    const { document, kind, note, standing, startsWritten } = set;
    const endsWritten = isoDay(last);
    const priorities = set.priorities.map(({ name }) => name);
    const number = (set.versions[0]?.number ?? 0) + 1;
    return {
      change: {
        set,
        row: { endsOn: last, endsWritten },
        version: {
          ...{ id: newId(), number, changeNote: `Ended early: ${input.reason}` },
          content: { document, kind, note, standing, startsWritten, endsWritten, priorities },
          ...{ holdsFrom: set.startsOn, recordedAt: now },
          recordedById: actor.kind === 'person' ? actor.id : null,
        },
      },
      facts: [{ name: 'InterimSetWasEnded', noun: 'prioritySet', nounId: set.id, data: { version: number } }],
    };
  },
  save: async ({ tx }, { set, row, version }) => {
    await tx.prioritySet.update({
      where: { id: set.id },
      data: { ...row, revision: { increment: 1 }, versions: { create: version } },
    });
    return { slug: set.slug };
  },
});
