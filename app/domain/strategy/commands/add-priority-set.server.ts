import { command } from '../../command.server';
import { refuseField } from '../../refusal';
import { slugFromName } from '../../taxonomy/wording';
import { addPrioritySetInput, datesOf, prioritiesOf } from '../strategy-form';
import { mayKeepStrategy } from '../strategy-policy';

/** A new dated list of priorities, or the knowledge that one exists whose list was not found. */
export const addPrioritySet = command({
  name: 'strategy.addPrioritySet',
  input: addPrioritySetInput,
  load: async ({ tx, input }) => {
    const slug = slugFromName(`${input.document} ${input.startsWritten}`);
    const known = await tx.prioritySet.findUnique({ where: { slug }, select: { id: true } });
    const areas = await tx.term.findMany({
      where: { scheme: 'threatArea', retiredAt: null },
      select: { id: true, name: true },
    });
    return { slug, known, areas };
  },
  authorise: (actor) => mayKeepStrategy(actor),
  decide: ({ input, loaded, actor, now, newId, newReference }) => {
    if (loaded.known)
      return refuseField(
        'PrioritySetExists',
        'document',
        'A list of this document with this start is recorded already.',
      );
    const dates = datesOf(input.startsWritten, input.endsWritten);
    if (!dates) return refuseField('EndIsBeforeStart', 'endsWritten', 'The end must not be before the start');
    const names = prioritiesOf(input.priorities);
    if (names.length === 0 && !input.listUnknown)
      return refuseField(
        'ListIsMissing',
        'priorities',
        'Enter the priorities, or say that the list is not known',
      );
    if (names.length > 0 && input.listUnknown)
      return refuseField(
        'ListIsKnown',
        'priorities',
        'Either enter the priorities or say that the list is not known',
      );
    const slugs = names.map(slugFromName);
    if (new Set(slugs).size < slugs.length || slugs.includes(''))
      return refuseField(
        'PrioritiesRepeat',
        'priorities',
        'Each priority needs a name of its own, one a line',
      );
    const id = newId();
    const areaId = (name: string) =>
      loaded.areas.find((area) => area.name.toLowerCase() === name.toLowerCase())?.id ?? null;
    const { document, kind, note, changeNote } = input;
    const standing = input.listUnknown ? ('unknown' as const) : ('current' as const);
    const priorities = names.map((name, index) => ({
      id: newId(),
      reference: newReference(),
      slug: slugFromName(name),
      name,
      position: index + 1,
      termId: areaId(name),
    }));
    const content = { document, kind, note, standing, ...written(dates), priorities: names };
    const recordedById = actor.kind === 'person' ? actor.id : null;
    return {
      change: {
        row: {
          id,
          reference: newReference(),
          slug: loaded.slug,
          document,
          kind,
          ...dates,
          note,
          standing,
          createdAt: now,
        },
        priorities,
        version: {
          id: newId(),
          number: 1,
          content,
          changeNote,
          holdsFrom: dates.startsOn,
          recordedAt: now,
          recordedById,
        },
      },
      facts: [
        {
          name: 'PrioritySetWasAdded',
          noun: 'prioritySet',
          nounId: id,
          data: { kind, priorities: names.length },
        },
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

const written = ({ startsWritten, endsWritten }: { startsWritten: string; endsWritten: string | null }) => ({
  startsWritten,
  endsWritten,
});
