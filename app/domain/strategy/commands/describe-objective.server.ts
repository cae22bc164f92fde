import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { describeObjectiveInput } from '../objectives/objective-form';
import { mayKeepStrategy } from '../strategy-policy';

/** Who answers for an objective, its measure, cost and date, and what it covers. What was recorded before stays. */
export const describeObjective = command({
  name: 'strategy.describeObjective',
  input: describeObjectiveInput,
  load: async ({ tx, input }) => {
    await tx.$queryRaw`SELECT id FROM framework_item WHERE reference = ${input.reference} FOR UPDATE`;
    const item = await tx.frameworkItem.findUnique({
      where: { reference: input.reference },
      select: {
        id: true,
        framework: { select: { id: true, slug: true } },
        details: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 },
      },
    });
    if (!item) return null;
    const where = { scheme: 'threatArea', retiredAt: null, slug: { in: input.areas } } as const;
    const areas = await tx.term.findMany({ where, select: { id: true } });
    const [owner] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM organisation WHERE closed_at IS NULL AND merged_into_id IS NULL
        AND (lower(name) = lower(${input.owner}) OR slug = ${input.owner}) ORDER BY id LIMIT 1`;
    return { item, areas, owner: owner ?? null };
  },
  authorise: (actor) => mayKeepStrategy(actor),
  subject: ({ item }) => ({ noun: 'framework', nounId: item.framework.id }),
  decide: ({ input, loaded: { item, areas, owner }, actor, now, newId }) => {
    const former = item.details[0]?.number ?? 0;
    if (former !== input.number)
      return refuse('ObjectiveWasChanged', 'Somebody else changed this objective while you were writing.', {
        stale: true,
      });
    if (areas.length < new Set(input.areas).size)
      return refuseField('AreaIsUnknown', 'areas', 'One of the threat areas is gone. Choose again');
    const { measure, costPounds, dueOn, rationale, changeNote } = input;
    const row = {
      ...{
        id: newId(),
        frameworkItemId: item.id,
        number: former + 1,
        measure,
        costPounds,
        rationale,
        changeNote,
      },
      ...{
        dueOn: dueOn ?? null,
        ownerOrganisationId: owner?.id ?? null,
        ownerWords: owner ? '' : input.owner,
      },
      ...{ recordedAt: now, recordedById: actor.kind === 'person' ? actor.id : null },
    };
    return {
      change: { row, areas, slug: item.framework.slug },
      facts: [
        {
          name: 'ObjectiveWasDescribed',
          noun: 'framework',
          nounId: item.framework.id,
          data: { itemId: item.id, number: row.number },
        },
      ],
    };
  },
  save: async ({ tx }, { row, areas, slug }) => {
    const covered = { create: areas.map(({ id }) => ({ termId: id })) };
    await tx.objectiveVersion.create({ data: { ...row, areas: covered } });
    return { slug };
  },
});
