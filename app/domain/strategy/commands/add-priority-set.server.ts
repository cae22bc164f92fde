import { command } from '../../command.server';
import { refuseField, type Refusal } from '../../refusal';
import { slugFromName } from '../../taxonomy/wording';
import { newPriorities, wrongWithNames } from '../new-priorities';
import { addPrioritySetInput, datesOf, prioritiesOf } from '../strategy-form';
import { mayKeepStrategy } from '../strategy-policy';

/** A new dated list of priorities, or the knowledge that one exists whose list was not found. */
export const addPrioritySet = command({
  name: 'strategy.addPrioritySet',
  input: addPrioritySetInput,
  load: async ({ tx, input }) => {
    const slug = slugFromName(`${input.document} ${input.startsWritten}`);
    const known = await tx.prioritySet.findUnique({ where: { slug }, select: { id: true } });
    const where = { scheme: 'threatArea', retiredAt: null } as const;
    const areas = await tx.term.findMany({ where, select: { id: true, name: true } });
    return { slug, known, areas };
  },
  authorise: (actor) => mayKeepStrategy(actor),
  decide: ({ input, loaded, actor, now, newId, newReference }) => {
    if (loaded.known) return refuseField('PrioritySetExists', 'document', RECORDED);
    const dates = datesOf(input.startsWritten, input.endsWritten);
    if (!dates) return refuseField('EndIsBeforeStart', 'endsWritten', 'The end must not be before the start');
    const names = prioritiesOf(input.priorities);
    const wrong = wrongWithList(names, input.listUnknown ?? false);
    if (wrong) return wrong;
    const id = newId();
    const { document, kind, note, changeNote } = input;
    const standing = input.listUnknown ? ('unknown' as const) : ('current' as const);
    const said = { document, kind, note, standing };
    const { startsWritten, endsWritten, startsOn } = dates;
    const recordedById = actor.kind === 'person' ? actor.id : null;
    return {
      change: {
        row: { id, reference: newReference(), slug: loaded.slug, ...said, ...dates, createdAt: now },
        priorities: newPriorities({ names, areas: loaded.areas, newId, newReference }),
        version: {
          id: newId(),
          number: 1,
          content: { ...said, startsWritten, endsWritten, priorities: names },
          changeNote,
          holdsFrom: startsOn,
          recordedAt: now,
          recordedById,
        },
      },
      facts: [
        { name: 'PrioritySetWasAdded', noun: 'prioritySet', nounId: id, data: { kind, count: names.length } },
      ],
    };
  },
  save: async ({ tx }, { row, priorities, version }) => {
    await tx.prioritySet.create({
      data: { ...row, priorities: { create: priorities }, versions: { create: version } },
    });
    return { slug: row.slug };
  },
});

const RECORDED = 'A list of this document with this start is recorded already.';

function wrongWithList(names: string[], unknown: boolean): Refusal | null {
  if (names.length === 0 && !unknown)
    return refuseField(
      'ListIsMissing',
      'priorities',
      'Enter the priorities, or say that the list is not known',
    );
  if (names.length > 0 && unknown)
    return refuseField(
      'ListIsKnown',
      'priorities',
      'Either enter the priorities or say that the list is not known',
    );
  return wrongWithNames(names);
}
