import { rateFinding } from '~/domain/ratings/commands/rate-finding.server';
import { database } from '~/platform/db.server';
import { castMember } from '../content/find-cast';
import { TEAMS } from '../content/cast';
import { EXPERTS } from '../content/experts';
import { ABOUT_PUBLICATIONS, ASIDES, PRIORITY_OF_AREA } from '../content/rating-words';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';
import type { FindingStory, RatedStory, Story } from '../story';
import { seededFrom, type Chance } from './chance';
import { SHARED } from '../content/shared';

const RATERS = [
  ...TEAMS.flatMap(({ author, owner, moderator }) => [author.key, owner.key, moderator.key]),
  ...EXPERTS.map(({ key }) => key),
];
const RATERS_A_FINDING = 13;
const RATERS_A_PUBLICATION = 8;
const PUBLICATIONS = 14;
const CANNOT_JUDGE = 0.06;

/** Where people of an organisation tend to stand against the middle: officers ask more of a finding than officials do. */
const LEANING: Record<string, number> = { policy: 0.25, operational: -0.35, academic: 0 };
const OPERATIONAL = new Set(['nca', 'border-force', 'college-of-policing', 'west-midlands', 'inv-harbour-trust', 'inv-northgate-analytics', 'inv-adriatic-unit']);

const sideOf = (key: string): string => {
  if (EXPERTS.some((expert) => expert.key === key && !expert.organisation.startsWith('inv-'))) return 'academic';
  return OPERATIONAL.has(castMember(key).organisation) ? 'operational' : 'policy';
};

/** Everything that the stories found out, in their order. */
export const findingsOf = (stories: Story[]): FindingStory[] => [
  ...stories.flatMap(({ bids = [], advice = [] }) => [
    ...bids.flatMap(({ delivered = [] }) => delivered.flatMap(({ finding }) => (finding ? [finding] : []))),
    ...advice.flatMap(({ finding }) => (finding ? [finding] : [])),
  ]),
  ...SHARED.map(({ finding }) => finding),
];

/** People of three sides rate findings, and some of the real literature, in three rounds after publication. */
export function ratingHappenings(play: Play, stories: Story[]): Happening[] {
  const own = findingsOf(stories).flatMap(({ key, published, rated }) => {
    if (!rated) return [];
    const rounds = [published - 7, Math.ceil((published * 2) / 3), Math.ceil(published / 3)];
    return rounds.map((daysAgo, round) => ({
      daysAgo: Math.max(2, daysAgo),
      what: `ratings of ${key}`,
      run: () => rateOwn(play, key, rated, round),
    }));
  });
  const literature = [180, 95, 30].map((daysAgo, round) => ({
    daysAgo,
    what: 'ratings of the literature',
    run: () => rateLiterature(play, round),
  }));
  return [...own, ...literature];
}

async function rateOwn(play: Play, key: string, rated: RatedStory, round: number): Promise<void> {
  for (const [priority, centre] of rated.priorities) {
    const chance = seededFrom(`${key} ${priority}`);
    const raters = chance.shuffled(RATERS).slice(0, RATERS_A_FINDING);
    const said = raters.map((rater) => sayingOf(rater, centre, rated.reasons, chance));
    await together(
      raters.map((rater, index) => ({ rater, said: said[index] })).filter((_, index) => index % 3 === round),
      ({ rater, said }) => rate(play, rater, play.finding(key), play.priority(priority), said),
    );
  }
}

async function rateLiterature(play: Play, round: number): Promise<void> {
  const works = await database().finding.findMany({
    where: { bibliographic: true, submittedById: play.person('eleanor').id, terms: { some: { term: { scheme: 'threatArea' } } } },
    select: { reference: true, work: { select: { title: true } }, terms: { select: { term: { select: { slug: true, scheme: true } } } } },
  });
  const chosen = works
    .map((work) => ({ ...work, title: work.work?.title ?? '' }))
    .sort((a, b) => (a.title < b.title ? -1 : 1))
    .filter((_, index) => index % Math.floor(works.length / PUBLICATIONS) === 0)
    .slice(0, PUBLICATIONS);
  for (const { reference, title, terms } of chosen) {
    const area = terms.find(({ term }) => term.scheme === 'threatArea')?.term.slug ?? 'fraud';
    const priority = play.priority(PRIORITY_OF_AREA[area] ?? PRIORITY_OF_AREA['fraud'] ?? '');
    const chance = seededFrom(title);
    const centre = 2.6 + chance.next() * 1.4;
    const all = chance
      .shuffled(RATERS)
      .slice(0, RATERS_A_PUBLICATION)
      .map((rater) => ({ rater, said: sayingOf(rater, centre, ABOUT_PUBLICATIONS, chance) }));
    await together(
      all.filter((_, index) => index % 3 === round),
      ({ rater, said }) => rate(play, rater, reference, priority, said),
    );
  }
}

/** Ratings of different people do not wait for one another. */
const together = <Item>(items: Item[], work: (item: Item) => Promise<void>) => Promise.all(items.map(work));

interface Saying {
  value: string;
  certainty: number;
  reason: string;
}

/** One person's value and words; who cannot judge gives neither. */
function sayingOf(rater: string, centre: number, reasons: RatedStory['reasons'], chance: Chance): Saying {
  const certainty = 1 + Math.floor(chance.next() * 3);
  if (chance.next() < CANNOT_JUDGE) return { value: 'cannotJudge', certainty: 1, reason: '' };
  const wanted = centre + (LEANING[sideOf(rater)] ?? 0) + chance.spread() * 1.1;
  const values = [1, 2, 3, 4, 5] as const;
  const value = values
    .filter((one) => reasons[one] !== undefined)
    .reduce((best, one) => (Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best), 3);
  const aside = chance.next() < 0.45 ? ` ${chance.pick(ASIDES)}` : '';
  return { value: String(value), certainty, reason: `${chance.pick(reasons[value] ?? [])}${aside}` };
}

async function rate(play: Play, rater: string, reference: string, priority: string, said: Saying | undefined): Promise<void> {
  if (said) await play.does(rater, rateFinding, { reference, priority, ...said, interest: false });
}
