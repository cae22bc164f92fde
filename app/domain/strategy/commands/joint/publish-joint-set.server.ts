import { command } from '../../../command.server';
import { refuse } from '../../../refusal';
import { slugFromName } from '../../../taxonomy/wording';
import { publishJointSetInput } from '../../joint/joint-form';
import { mayKeepJointSet } from '../../joint/joint-policy';
import { jointStanding, lockedJointSet } from '../../joint/loaded-joint-set.server';
import { newPriorities } from '../../new-priorities';
import { datesOf } from '../../strategy-form';

/** Makes a priority set of what every owner signed. That all of them did is held by the database. */
export const publishJointSet = command({
  name: 'strategy.publishJointSet',
  input: publishJointSetInput,
  load: async ({ tx, input }) => {
    const set = await lockedJointSet(tx, input.reference);
    if (!set) return null;
    const slug = slugFromName(`${set.document} ${set.startsWritten}`);
    const known = await tx.prioritySet.findUnique({ where: { slug }, select: { id: true } });
    const where = { scheme: 'threatArea', retiredAt: null } as const;
    return { set, slug, known, areas: await tx.term.findMany({ where, select: { id: true, name: true } }) };
  },
  authorise: (actor, { set }) => mayKeepJointSet(actor, jointStanding(set)),
  subject: ({ set }) => ({ noun: 'prioritySet', nounId: set.id }),
  decide: ({ loaded: { set, slug, known, areas }, actor, now, newId, newReference }) => {
    if (set.publishedAt ?? set.withdrawnAt)
      return refuse('JointSetIsClosed', 'This set was published or withdrawn already.', { stale: true });
    const dates = datesOf(set.startsWritten, set.endsWritten ?? '');
    if (known || !dates)
      return refuse(
        'PrioritySetExists',
        'A list of this name with this start is published already. Change the name.',
      );
    const { id, document, kind, note, priorities: names } = set;
    const said = { document, kind, note, standing: 'current' as const };
    const { startsWritten, endsWritten } = dates;
    return {
      change: {
        row: { id, reference: newReference(), slug, ...said, ...dates, jointSetId: id, createdAt: now },
        priorities: newPriorities({ names, areas, newId, newReference }),
        version: {
          ...{ id: newId(), number: 1, content: { ...said, startsWritten, endsWritten, priorities: names } },
          ...{ changeNote: 'Published, signed by every owner', holdsFrom: dates.startsOn, recordedAt: now },
          recordedById: actor.kind === 'person' ? actor.id : null,
        },
      },
      facts: [
        { name: 'JointSetWasPublished', noun: 'prioritySet', nounId: id, data: { textHash: set.textHash } },
      ],
    };
  },
  save: async ({ tx, now }, { row, priorities, version }) => {
    await tx.prioritySet.create({
      data: { ...row, priorities: { create: priorities }, versions: { create: version } },
    });
    await tx.jointSet.update({ where: { id: row.id }, data: { publishedAt: now } });
    return { slug: row.slug };
  },
});
