import { command } from '../../command.server';
import { isAllowed } from '../../policy';
import { refuse, refuseField } from '../../refusal';
import { PARTS } from '../scoring/score';
import { saveWeightingInput } from '../scoring/weighting-form';
import { mayWeigh, mayWeighForAll } from '../scoring/weighting-policy';

/** Keeps a choice of weights with its author and day. Those saved before stay as they were. */
export const saveWeighting = command({
  name: 'strategy.saveWeighting',
  input: saveWeightingInput,
  load: () => Promise.resolve({}),
  authorise: (actor, _loaded, input) => {
    const verdict = mayWeigh(actor);
    return isAllowed(verdict) && input.standing ? mayWeighForAll(actor) : verdict;
  },
  decide: ({ input, actor, now, newId, newReference }) => {
    if (actor.kind !== 'person') return refuse('AuthorIsMissing', 'Sign in first.');
    const sum = PARTS.reduce((all, part) => all + input[part], 0);
    if (sum !== 100)
      return refuseField('WeightsAreNotWhole', 'harm', `The four weights add up to ${sum}. Make it 100`);
    if (input.domestic + input.overseas !== 100)
      return refuseField(
        'PlacesAreNotWhole',
        'domestic',
        `Home and overseas add up to ${input.domestic + input.overseas}. Make it 100`,
      );
    const { harm, gap, timeliness, feasibility, domestic, overseas } = input;
    const weights = { harm, gap, timeliness, feasibility, domestic, overseas };
    const row = {
      id: newId(),
      reference: newReference(),
      ...{ name: input.name, note: input.note, standing: input.standing ?? false, ...weights },
      ...{ savedById: actor.id, savedAt: now },
    };
    const data = { ...weights, standing: row.standing };
    return {
      change: row,
      facts: [{ name: 'WeightingWasSaved', noun: 'weighting', nounId: row.id, data }],
    };
  },
  save: async ({ tx }, row) => {
    await tx.weighting.create({ data: row });
    return { reference: row.reference };
  },
});
