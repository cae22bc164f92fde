import { makeBandHistory } from './band-history';
import { makeJointHistory } from './joint-history';
import { makeKnowledgeHistory } from './knowledge-history';
import { makeMapHistory } from './map-history';
import { makeMeasureHistory } from './measure-history';
import { makeMoneyHistory } from './money-history';
import { makeObjectiveHistory } from './objective-history';
import { makeTermHistory } from './term-history';

/** All that happens beside the strategy itself on five days, and what of it has a page. */
export async function makeHistories(
  priority: { id: string; reference: string; prioritySetId: string },
  keeper: string,
) {
  const terms = await makeTermHistory(keeper);
  const objective = await makeObjectiveHistory(keeper);
  const joint = await makeJointHistory(keeper);
  const bands = await makeBandHistory(keeper);
  const histories = [
    await makeKnowledgeHistory(priority, keeper),
    await makeMapHistory(priority),
    terms.steps,
    await makeMoneyHistory(),
    bands.steps,
    await makeMeasureHistory(keeper),
    objective.steps,
    joint.steps,
  ];
  const onDay = async (at: number) => {
    for (const history of histories) await history[at]?.();
  };
  return { onDay, things: { ...terms.things, ...objective.things, ...joint.things, ...bands.things } };
}
