import { command } from '../../../command.server';
import { refuse } from '../../../refusal';
import type { TermStanding } from '../../../taxonomy/term';
import { addDays, isoDay, ukDay } from '../../../uk-time';
import { withdrawJointSetInput } from '../../joint/joint-form';
import { mayKeepJointSet } from '../../joint/joint-policy';
import { jointStanding, lockedJointSet, type LoadedJointSet } from '../../joint/loaded-joint-set.server';

/** Takes a jointly owned set back with the reason; one that was published ended the day before. */
export const withdrawJointSet = command({
  name: 'strategy.withdrawJointSet',
  input: withdrawJointSetInput,
  load: async ({ tx, input }) => {
    const set = await lockedJointSet(tx, input.reference);
    if (!set) return null;
    const published = await tx.prioritySet.findUnique({
      where: { jointSetId: set.id },
      include: { versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } } },
    });
    return { set, published };
  },
  authorise: (actor, { set }) => mayKeepJointSet(actor, jointStanding(set)),
  subject: ({ set }) => ({ noun: 'prioritySet', nounId: set.id }),
  decide: ({ input, loaded: { set, published }, actor, now, newId }) => {
    if (actor.kind !== 'person') return refuse('AuthorIsMissing', 'Sign in first.');
    if (set.withdrawnAt)
      return refuse('JointSetIsClosed', 'This set was withdrawn already.', { stale: true });
    const withdrawn = { withdrawnAt: now, withdrawnById: actor.id, withdrawnReason: input.reason };
    const facts = [{ name: 'JointSetWasWithdrawn', noun: 'prioritySet' as const, nounId: set.id }];
    const ended = published && endOf(set, published, { reason: input.reason, now, newId, by: actor.id });
    return { change: { set, withdrawn, ended }, facts };
  },
  save: async ({ tx }, { set, withdrawn, ended }) => {
    await tx.jointSet.update({ where: { id: set.id }, data: withdrawn });
    if (ended)
      await tx.prioritySet.update({
        where: { jointSetId: set.id },
        data: { ...ended.row, revision: { increment: 1 }, versions: { create: ended.version } },
      });
    return { reference: set.reference };
  },
});

interface Published {
  startsOn: Date;
  endsOn: Date | null;
  standing: TermStanding;
  versions: { number: number }[];
}

interface Ending {
  reason: string;
  now: Date;
  newId: () => string;
  by: string;
}

/** The published set ends the day before, as its last version says. */
function endOf(set: LoadedJointSet, published: Published, { reason, now, newId, by }: Ending) {
  const today = ukDay(now);
  const last = published.startsOn < today ? addDays(today, -1) : published.startsOn;
  const { document, kind, note, priorities, startsWritten } = set;
  const endsOn = published.endsOn !== null && published.endsOn < last ? published.endsOn : last;
  const content = { document, kind, note, standing: published.standing, startsWritten, priorities };
  return {
    row: { endsOn, endsWritten: isoDay(endsOn) },
    version: {
      ...{ id: newId(), number: (published.versions[0]?.number ?? 0) + 1 },
      ...{ content: { ...content, endsWritten: isoDay(endsOn) }, changeNote: `Withdrawn: ${reason}` },
      ...{ holdsFrom: published.startsOn, recordedAt: now, recordedById: by },
    },
  };
}
