import { beforeAll, expect, test } from 'vitest';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { termCalled } from '../../../../tests/support/factories/terms';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { ask } from '../../query.server';
import { isoDay, ukDay } from '../../uk-time';
import { foldFindingTallies } from '../map/counting/fold-finding-tallies.server';
import { comparisonPage } from './comparison-page.server';

const store = useDatabase();
const [ONE, OTHER] = ['nca-2018-19', 'nca-2019-05'];
const BEFORE = [
  ['fraud'],
  ['fraud', 'illegal-drugs'],
  ['illegal-drugs', 'cyber-crime'],
  [],
  ['fraud'],
  ['cyber-crime'],
];
/** The second is about something else since, the fifth is retracted, and one came. */
const AFTER = [
  ['fraud'],
  ['cyber-crime'],
  ['illegal-drugs', 'cyber-crime'],
  [],
  ['cyber-crime'],
  ['money-laundering'],
];
let member = '';
let before = '';

const idsOf = async (slugs: readonly string[]) =>
  Promise.all(slugs.map(async (slug) => (await termCalled('threatArea', slug)).id));
const today = async () => isoDay(ukDay((await visitorNow()).asOf));

async function compared(on?: string) {
  const day = on === undefined ? {} : { on };
  const page = await ask(comparisonPage, await actorFor(member), { one: ONE, other: OTHER, ...day });
  if (!page?.compared) throw new Error('nothing is compared');
  return page.compared;
}

beforeAll(async () => {
  member = (await makePerson()).id;
  // The day it was set up stands for all before it, so the history begins after that.
  await moveClock('3 days');
  const strand = (await termCalled('strand', 'prevent')).id;
  const made: string[] = [];
  for (const slugs of BEFORE) {
    const publishedAt = (await visitorNow()).asOf;
    made.push((await makeFinding({ publishedAt, termIds: [strand, ...(await idsOf(slugs))] })).id);
  }
  before = await today();
  await foldFindingTallies();
  await moveClock('6 days');
  const [, second = '', , , fifth = ''] = made;
  await store.db.findingTerm.deleteMany({ where: { findingId: second } });
  const [cyber = '', laundering = ''] = await idsOf(['cyber-crime', 'money-laundering']);
  await store.db.findingTerm.create({ data: { findingId: second, termId: cyber } });
  const retractedAt = (await visitorNow()).asOf;
  await store.db.finding.update({ where: { id: fifth }, data: { retractedAt, retractedReason: 'Wrong.' } });
  await makeFinding({ publishedAt: retractedAt, termIds: [laundering] });
});

const among = (found: readonly string[][], areas: readonly { slug: string }[]) =>
  found.filter((slugs) => slugs.some((slug) => areas.some((area) => area.slug === slug))).length;

test.each([
  ['today', AFTER],
  ['on a past day', BEFORE],
])('%s, each finding counts once under a priority, in its set and in all', async (when, found) => {
  const { one, other, all, untagged } = await compared(when === 'today' ? undefined : before);
  for (const { priorities, aligned } of [one, other]) {
    for (const { areas, counts } of priorities) expect(counts.finding).toBe(among(found, areas));
    expect(aligned.finding).toBe(
      among(
        found,
        priorities.flatMap(({ areas }) => areas),
      ),
    );
  }
  expect(one.aligned.finding).toBeGreaterThan(1);
  expect(all.finding).toBe(found.length);
  expect(untagged.finding).toBe(1);
});

test('a question of two threat areas counts once in a set', async () => {
  const earlier = await compared();
  const on = (slug: string) => ({ scheme: 'threatArea' as const, slug });
  await makeQuestion({ terms: [on('fraud'), on('cyber-crime'), { scheme: 'strand', slug: 'prevent' }] });
  await makeQuestion({ terms: [{ scheme: 'strand', slug: 'prevent' }] });
  const later = await compared();
  expect(later.other.aligned.question).toBe(earlier.other.aligned.question + 1);
  expect(later.untagged.question).toBe(earlier.untagged.question + 1);
  expect(later.all.question).toBe(earlier.all.question + 2);
});

test('findings come from what is kept counted, not one by one', async () => {
  const earlier = await compared();
  const [cyber = ''] = await idsOf(['cyber-crime']);
  const said = { mark: 'finding-high', released: false, review: false, shared: true };
  await store.db.findingTally.create({ data: { profile: `{${cyber}}`, ...said, findings: 1000 } });
  const later = await compared();
  expect(later.other.aligned.finding).toBe(earlier.other.aligned.finding + 1000);
  expect(later.all.finding).toBe(earlier.all.finding + 1000);
});
