import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { uniformNumbers } from '~/domain/matching/ranking/meaning/algebra/random-numbers';
import { DECAY, evidence } from '~/domain/matching/experts/evidence';
import { nearExperts, nearWorks } from '~/domain/matching/experts/near-experts.server';
import { database } from '~/platform/db.server';
import { asked, haveWorks, type Paper } from './experts/have-works';
import { onOwnDatabase } from './own-database';

interface RatedSet {
  papers: Paper[];
  experts: { id: string; profiles: string[][]; rated: [paper: string, rating: number][] }[];
}

interface AuthoredSet {
  works: Paper[];
  experts: { id: string; works: string[] }[];
  questions: { work: string; experts: string[] }[];
}

/** One expert and one sample of their works: what the ranking got wrong or right, and out of how much. */
interface Tally {
  lost: number;
  gaps: number;
  easyRight: number;
  easy: number;
  hardRight: number;
  hard: number;
}

interface Judgement {
  loss: number;
  easy: number;
  hard: number;
}

interface Found {
  mrr: number;
  first: number;
  ten: number;
}

const DECAYS = [0.2, 0.3, DECAY, 0.5, 0.6];
const FOLDS = 5;
const SAMPLES = 1000;
const SEED = 1;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const show = (value: number) => value.toFixed(4);
const showJudgement = ({ loss, easy, hard }: Judgement) =>
  `loss ${show(loss)}, easy triples ${show(easy)}, hard triples ${show(hard)}`;

/** Prints how well experts are ranked in the two sets of a folder; true when every target is met. */
export async function benchExperts(folder: string): Promise<boolean> {
  const small = JSON.parse(readFileSync(join(folder, 'experts.json'), 'utf8')) as RatedSet;
  const large = gunzipSync(readFileSync(join(folder, 'experts-large.json.gz'))).toString();
  const rated = await onOwnDatabase(() => benchRated(small));
  const authored = await onOwnDatabase(() => benchAuthored(JSON.parse(large) as AuthoredSet));
  return rated && authored;
}

function meets(name: string, value: number, target: number, atMost = false): boolean {
  const good = atMost ? value <= target : value >= target;
  console.log(`${good ? 'ok  ' : 'FAIL'}  ${name} ${show(value)} (${atMost ? '≤' : '≥'} ${target})`);
  return good;
}

async function benchRated(set: RatedSet): Promise<boolean> {
  console.log(
    `\nResearchers who rate papers: ${set.experts.length} researchers, ${set.papers.length} papers`,
  );
  const tallies = await talliesOf(set);
  for (const decay of DECAYS)
    console.log(`      decay ${decay}: ${showJudgement(judge(tallies.get(decay) ?? []))}`);
  crossValidate(tallies);
  const frozen = tallies.get(DECAY) ?? [];
  const resampled = bootstrap(frozen);
  const interval = (key: keyof Judgement) => {
    const sorted = resampled.map((sample) => sample[key]).sort((a, b) => a - b);
    return `${show(sorted[Math.floor(SAMPLES * 0.025)] ?? 0)} to ${show(sorted[Math.floor(SAMPLES * 0.975)] ?? 0)}`;
  };
  for (const key of ['loss', 'easy', 'hard'] as const)
    console.log(`      95 % of ${SAMPLES} resamples of the researchers, ${key}: ${interval(key)}`);
  const { loss, easy, hard } = judge(frozen);
  return [
    meets('loss', loss, 0.2, true),
    meets('easy triples', easy, 0.9),
    meets('hard triples', hard, 0.66),
  ].every(Boolean);
}

/** Per decay, per researcher, per sample of their works. */
async function talliesOf({ papers, experts }: RatedSet): Promise<Map<number, Tally[][]>> {
  const made = await haveWorks(new Map([['all', papers]]));
  const texts = new Map(papers.map((paper) => [paper.id, paper]));
  const ofPaper = new Map<string, Map<string, number>>();
  for (const paper of new Set(experts.flatMap(({ rated }) => rated.map(([rated]) => rated)))) {
    const works = await nearWorks(database(), asked(texts.get(paper)), papers.length);
    ofPaper.set(paper, new Map(works.map(({ id, similarity }) => [made.works.get(id) ?? '', similarity])));
  }
  const scores = (profile: string[], paper: string, decay: number) =>
    evidence(
      Float64Array.from(profile, (work) => ofPaper.get(paper)?.get(work) ?? 0),
      profile.length,
      decay,
    );
  const tally = (decay: number) =>
    experts.map(({ profiles, rated }) =>
      profiles.map((profile) =>
        tallyOf(rated.map(([paper, rating]) => ({ rating, score: scores(profile, paper, decay) }))),
      ),
    );
  return new Map(DECAYS.map((decay) => [decay, tally(decay)]));
}

function tallyOf(rated: readonly { rating: number; score: number }[]): Tally {
  const tally = { lost: 0, gaps: 0, easyRight: 0, easy: 0, hardRight: 0, hard: 0 };
  for (const higher of rated)
    for (const lower of rated) {
      if (higher.rating <= lower.rating) continue;
      const gap = higher.rating - lower.rating;
      const right = higher.score > lower.score ? 1 : higher.score === lower.score ? 0.5 : 0;
      tally.gaps += gap;
      tally.lost += gap * (1 - right);
      if (higher.rating >= 4 && lower.rating <= 2) {
        tally.easy += 1;
        tally.easyRight += right;
      } else if (lower.rating >= 4) {
        tally.hard += 1;
        tally.hardRight += right;
      }
    }
  return tally;
}

/** The share over all researchers, averaged over the samples of their works. */
function judge(tallies: readonly Tally[][]): Judgement {
  const samples = Math.max(...tallies.map(({ length }) => length));
  const share = (part: keyof Tally, whole: keyof Tally) =>
    mean(
      Array.from({ length: samples }, (_, sample) => {
        const sum = (key: keyof Tally) => tallies.reduce((all, of) => all + (of[sample]?.[key] ?? 0), 0);
        return sum(part) / (sum(whole) || 1);
      }),
    );
  return { loss: share('lost', 'gaps'), easy: share('easyRight', 'easy'), hard: share('hardRight', 'hard') };
}

/** Chooses the decay on four fifths of the researchers and judges it on the fifth left out. */
function crossValidate(tallies: ReadonlyMap<number, Tally[][]>): void {
  const worth = ({ loss, easy, hard }: Judgement) => easy + hard - loss;
  const losses = Array.from({ length: FOLDS }, (_, fold) => {
    const part = (decay: number, held: boolean) =>
      (tallies.get(decay) ?? []).filter((_of, place) => (place % FOLDS === fold) === held);
    const ranked = [...DECAYS].sort((a, b) => worth(judge(part(b, false))) - worth(judge(part(a, false))));
    const chosen = ranked[0] ?? DECAY;
    const held = judge(part(chosen, true));
    console.log(`      fold ${fold + 1}: decay ${chosen} chosen without it; on it ${showJudgement(held)}`);
    return held.loss;
  });
  const spread = Math.sqrt(mean(losses.map((loss) => (loss - mean(losses)) ** 2)));
  console.log(`      loss on what was left out: ${show(mean(losses))}, standard deviation ${show(spread)}`);
}

function bootstrap(tallies: readonly Tally[][]): Judgement[] {
  const uniform = uniformNumbers(SEED);
  const drawn = () => tallies[Math.floor(uniform() * tallies.length)] ?? [];
  return Array.from({ length: SAMPLES }, () => judge(tallies.map(drawn)));
}

async function benchAuthored({ works, experts, questions }: AuthoredSet): Promise<boolean> {
  const held = new Set(questions.map(({ work }) => work));
  const texts = new Map(works.map((work) => [work.id, work]));
  const own = (ids: string[]) =>
    [...new Set(ids)].flatMap((id) => (held.has(id) ? [] : (texts.get(id) ?? [])));
  const listed = new Map(experts.map(({ id, works: ids }) => [id, own(ids)]));
  console.log(`\nAuthors of works held out: ${experts.length} experts, ${works.length - held.size} works`);
  const { people } = await haveWorks(listed);
  const times: number[] = [];
  const ranked = new Map<string, string[]>();
  for (const { work } of questions) {
    const before = performance.now();
    const { byWorks } = await nearExperts(database(), asked(texts.get(work)), () => Promise.resolve());
    times.push(performance.now() - before);
    ranked.set(
      work,
      byWorks.map(({ expert }) => people.get(expert) ?? ''),
    );
  }
  times.sort((a, b) => a - b);
  const quantile = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  console.log(`      experts with their reasons in ${quantile(0.5)} ms, p95 ${quantile(0.95)} ms`);
  const found = foundOf(questions, ({ work }) => ranked.get(work) ?? []);
  return [
    meets('MRR', found.mrr, 0.66),
    meets('hit@1', found.first, 0.6),
    meets('recall@10', found.ten, 0.77),
  ].every(Boolean);
}

type AuthoredQuestion = AuthoredSet['questions'][number];

function foundOf(questions: readonly AuthoredQuestion[], rank: (asked: AuthoredQuestion) => string[]): Found {
  const each = questions.map((question) => {
    const ids = rank(question);
    const ranks = question.experts.map((id) => ids.indexOf(id) + 1 || Infinity);
    const best = Math.min(...ranks);
    return { mrr: 1 / best, first: Number(best === 1), ten: mean(ranks.map((rank) => Number(rank <= 10))) };
  });
  const of = (key: keyof Found) => mean(each.map((found) => found[key]));
  return { mrr: of('mrr'), first: of('first'), ten: of('ten') };
}
