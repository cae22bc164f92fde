import { recordConsensus } from '~/domain/evaluation/commands/record-consensus.server';
import { saveScores } from '~/domain/evaluation/commands/save-scores.server';
import { isDisagreement } from '~/domain/evaluation/scoring/score-scale';
import { bidKey } from './bids';
import { AGREED, REASONS } from '../content/score-reasons';
import type { Play } from '../replay/play';
import type { BidStory, Story } from '../story';

/** The bids that are opened. */
export const standing = (story: Story): BidStory[] =>
  (story.bids ?? []).filter(({ ends }) => ends !== 'draft' && ends !== 'withdrawn');

/** How far an evaluator leans from the middle by criterion, the same for every bid. */
const LEANS = [
  [0, 0, 1, 0, 0, -1],
  [0, -1, 0, 0, 1, 0],
  [1, 1, -1, 0, 0, 0],
];
const LOWEST = 1;
const HIGHEST = 5;

/** In the second bid one evaluator saw less than the others, so that the panel had something to settle. */
function valueOf(story: Story, bid: BidStory, evaluator: number, criterion: number): number {
  const [middle = 3] = bid.marks?.[criterion] ?? [];
  const lean = LEANS[evaluator]?.[criterion] ?? 0;
  const doubt = standing(story)[1] === bid && evaluator === 1 && criterion === 0 ? -2 : 0;
  return Math.min(HIGHEST, Math.max(LOWEST, middle + lean + doubt));
}

const isWalled = (story: Story, bid: BidStory, key: string): boolean =>
  (story.interests ?? []).some((one) => one.by === key && one.decision === 'confirm' && one.about.includes(bid.lead));

export async function scoreBid(play: Play, story: Story, bid: BidStory, key: string): Promise<void> {
  if (isWalled(story, bid, key)) return;
  const evaluator = (story.evaluators ?? []).indexOf(key);
  const scores = (bid.marks ?? []).map(([middle, remark], criterion) => {
    const value = valueOf(story, bid, evaluator, criterion);
    const pool = REASONS[value > middle ? 'above' : value < middle ? 'below' : 'level'];
    const added = pool[(evaluator * 2 + criterion + bid.lead.length) % pool.length];
    return { position: criterion + 1, value, reason: `The bid ${remark}. ${added}` };
  });
  await play.does(key, saveScores, { reference: play.bid(bidKey(story, bid)), intent: 'submit', scores });
}

/** A consensus wherever independent scores lay too far apart. */
export async function recordAgreement(play: Play, story: Story, bid: BidStory, moderator: string): Promise<void> {
  const scorers = (story.evaluators ?? []).filter((key) => !isWalled(story, bid, key));
  const scores = (bid.marks ?? []).flatMap(([middle, remark], criterion) => {
    const values = scorers.map((key) => valueOf(story, bid, (story.evaluators ?? []).indexOf(key), criterion));
    const [rationale = ''] = AGREED.slice(criterion % AGREED.length);
    return isDisagreement(values)
      ? [{ position: criterion + 1, value: middle, reason: `Agreed at ${middle}: the bid ${remark}. ${rationale}` }]
      : [];
  });
  if (scores.length > 0)
    await play.does(moderator, recordConsensus, { reference: play.bid(bidKey(story, bid)), scores });
}
