import type { BidStory, Story } from '../story';
import { ADVICE } from './advice-answers';
import { PARTS } from './competition-parts';
import { BORDERS } from './bids/borders';
import { COMMUNITIES } from './bids/communities';
import { ECONOMIC } from './bids/economic';
import { EXPLOITATION } from './bids/exploitation';
import { TECHNOLOGY } from './bids/technology';
import * as advice from './questions/advice';
import * as borders from './questions/borders';
import * as communities from './questions/communities';
import * as economic from './questions/economic';
import * as exploitation from './questions/exploitation';
import * as overseas from './questions/overseas';
import * as technology from './questions/technology';
import { ONLINE } from './results/online';
import { PEOPLE_AND_MONEY } from './results/people-and-money';
import { PLACES } from './results/places';

const QUESTIONS: Story[] = [borders, exploitation, economic, technology, communities, overseas, advice].flatMap((group) =>
  Object.values(group),
);
const RESULTS = { ...PLACES, ...PEOPLE_AND_MONEY, ...ONLINE };
const BIDS: Record<string, BidStory[]> = { ...BORDERS, ...EXPLOITATION, ...ECONOMIC, ...TECHNOLOGY, ...COMMUNITIES };

/** Every question of the demonstration, with its bids, what was delivered, and answers. */
export const STORIES: Story[] = QUESTIONS.map((story) => ({
  ...story,
  bids: (BIDS[story.key] ?? []).map((bid) => ({ ...bid, delivered: RESULTS[`${story.key}/${bid.lead}`] ?? [] })),
  advice: ADVICE[story.key] ?? [],
  ...(PARTS[story.key] ? { parts: PARTS[story.key] } : {}),
}));
