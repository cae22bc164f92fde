import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { authorisedTeams } from '../authorised-teams.server';
import { addIndicatorInput } from '../indicators/indicator-form';
import { mayKeepIndicators } from '../understanding-policy';

/** A figure that is to be kept about a threat area over time; its points come after. Harm is kept by itself. */
export const addIndicator = command({
  name: 'understanding.addIndicator',
  input: addIndicatorInput,
  load: async ({ tx, input }) => {
    const area = await tx.term.findFirst({
      where: { scheme: 'threatArea', slug: input.area, retiredAt: null },
      select: { id: true },
    });
    return { area, teams: await authorisedTeams(tx) };
  },
  authorise: (actor, { teams }) => mayKeepIndicators(actor, teams),
  decide: ({ input, loaded: { area }, actor, now, newId, newReference }) => {
    if (actor.kind !== 'person') return refuse('AuthorIsMissing', 'Sign in first.');
    if (!area) return refuseField('AreaIsUnknown', 'area', 'Choose one of the list');
    const row = {
      ...{
        id: newId(),
        reference: newReference(),
        termId: area.id,
        kind: 'threat' as const,
        name: input.name,
        unit: input.unit,
      },
      ...{ measures: input.measures, baselineWritten: input.baselineWritten || null },
      ...{ createdById: actor.id, createdAt: now },
    };
    return {
      change: row,
      facts: [{ name: 'IndicatorWasAdded', noun: 'indicator', nounId: row.id, data: { termId: area.id } }],
    };
  },
  save: async ({ tx }, row) => {
    await tx.indicator.create({ data: row });
    return { reference: row.reference };
  },
});
