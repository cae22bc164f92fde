import { beforeAll, describe, expect, test } from 'vitest';
import { coverageTitle, standingOf, type CoverageLine } from '~/domain/insight/enablers/enabler-coverage';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeAskingTeam, makeQuestion } from '../../../../tests/support/factories/questions';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { makeTerm, termCalled } from '../../../../tests/support/factories/terms';
import { visit, visitCounting } from '../../../../tests/support/site';
import { deadLinks } from '../../../../tests/support/site/links';

const store = useDatabase();
let who: Readers;
let author = '';
const ENABLERS = ['corrupt-insiders', 'criminal-communications-platforms', 'illicit-finance'];
const page = async (slug: string, as = who.member) =>
  visit(paths.term((await termCalled('enabler', slug)).reference), { as });

beforeAll(async () => {
  who = await makeReaders();
  const asking = await makeAskingTeam();
  author = asking.authorId;
  const term = (scheme: 'threatArea' | 'enabler' | 'strand' | 'level', slug: string) => ({ scheme, slug });
  const id = async (scheme: 'threatArea' | 'enabler' | 'strand' | 'level', slug: string) =>
    (await termCalled(scheme, slug)).id;
  const insiders = term('enabler', 'corrupt-insiders');
  const finance = { illicitFinanceRelevant: true, illicitFinanceReason: '' };
  const asked = await makeQuestion({
    asking,
    title: 'Who lets them in',
    terms: [insiders, term('threatArea', 'fraud'), term('strand', 'prevent'), term('level', 'local')],
  });
  const other = await makeQuestion({ title: 'Which lorries', terms: [term('threatArea', 'fraud')] });
  await store.db.$executeRaw`ALTER TABLE question DISABLE TRIGGER USER`;
  await store.db.question.update({ where: { id: asked.id }, data: finance });
  await store.db.question.update({
    where: { id: other.id },
    data: { illicitFinanceRelevant: false, illicitFinanceReason: 'It is about routes alone' },
  });
  await store.db.$executeRaw`ALTER TABLE question ENABLE TRIGGER USER`;
  const known = await makeFinding({
    title: 'Insiders at ports',
    termIds: [await id('enabler', 'corrupt-insiders'), await id('threatArea', 'illegal-drugs')],
  });
  await store.db.finding.update({ where: { id: known.id }, data: { reviewBy: new Date('2020-01-01') } });
  await makeFinding({
    title: 'Insiders in banks',
    termIds: [await id('enabler', 'corrupt-insiders'), await id('threatArea', 'money-laundering')],
  });
});

describe('the page of an enabler', () => {
  test.each([undefined, '2026-10-31'])('of %s is read whole in eight statements', async (on) => {
    const { reference } = await termCalled('enabler', 'corrupt-insiders');
    const { page: seen, statements } = await visitCounting(paths.term(reference, on), { as: who.member });
    expect([seen.status, statements]).toEqual([200, 8]);
    expect(seen.text).toContain('threat areas have nothing on it');
  });

  test('lists questions, findings and where each threat area, strand and level stands', async () => {
    const seen = await page('corrupt-insiders');
    for (const title of ['Who lets them in', 'Insiders at ports', 'Insiders in banks'])
      expect(seen.text).toContain(title);
    const areas = await store.db.term.count({
      where: { scheme: 'threatArea', parentId: null, retiredAt: null },
    });
    expect(seen.$('#coverage').text()).toBe(`${areas - 3} of ${areas} threat areas have nothing on it`);
    const row = (name: string) => seen.rows.find(([first]) => first?.startsWith(name))?.slice(1, 2);
    expect([row('Fraud'), row('Illegal drugs'), row('Money laundering'), row('Cyber')]).toEqual([
      ['Asked, not known'],
      ['Known, but all of it needs review'],
      ['Known'],
      ['Gap: nothing asked or known'],
    ]);
    expect([row('Prevent'), row('Local')]).toEqual([['Asked, not known'], ['Asked, not known']]);
    expect(await deadLinks(seen, { as: who.member })).toEqual([]);
  });

  test('counts what its parts carry, and its figures find it', async () => {
    const parent = await termCalled('enabler', 'corrupt-insiders');
    const part = await makeTerm({ scheme: 'enabler', name: 'Port insiders', parentId: parent.id });
    const cyber = await termCalled('threatArea', 'cyber-crime');
    await makeFinding({ title: 'Cranes by night', termIds: [part.id, cyber.id] });
    const seen = await page('corrupt-insiders');
    const link = seen
      .$('section[aria-labelledby="coverage"] a')
      .toArray()
      .map((node) => ({
        text: seen.$(node).text(),
        href: seen.$(node).attr('href') ?? '',
      }))
      .find(({ text }) => text.includes('Cyber'));
    expect((await visit(link?.href ?? '', { as: who.member })).text).toContain('Cranes by night');
  });

  test('its findings come from what is kept counted, not one by one', async () => {
    const [insiders, firearms] = [
      await termCalled('enabler', 'corrupt-insiders'),
      await termCalled('threatArea', 'illegal-firearms'),
    ];
    const data = { mark: 'finding-high', released: false, review: false, shared: true, findings: 1234 };
    await store.db.findingTally.create({ data: { profile: `{${insiders.id},${firearms.id}}`, ...data } });
    const row = (await page('corrupt-insiders')).rows.find(([first]) => first === firearms.name);
    expect(row?.slice(1)).toEqual(['Known', '0', expect.stringContaining('1234'), '1234']);
  });

  test.each(ENABLERS)(
    '%s has one; an empty one prompts to ask, and others than members see no gaps',
    async (slug) => {
      const seen = await page(slug, author);
      expect(seen.status).toBe(200);
      expect(seen.$('#coverage')).toHaveLength(1);
      if (slug !== 'corrupt-insiders') expect(seen.text).toContain('Ask the first question about it');
      expect((await page(slug, who.unverified)).$('#coverage')).toHaveLength(0);
      expect(
        (await visit(paths.term((await termCalled('strand', 'prevent')).reference), { as: author })).$(
          '#coverage',
        ),
      ).toHaveLength(0);
    },
  );
});

describe('illicit finance in questions', () => {
  test('its share is of those that said, by threat area too, with each reason', async () => {
    const seen = await visit(paths.financeReport(), { as: who.member });
    expect(seen.heading).toBe('Illicit finance is a part of 50% of questions');
    expect(seen.text).toContain('1 of 2 say that it is.');
    expect(seen.rows).toContainEqual(['Fraud and other economic crime', '1', '1', '50%']);
    expect(seen.rows).toContainEqual(['Which lorries', 'Is not', 'It is about routes alone']);
    const yes = await visit(paths.financeReport({ relevant: 'yes' }), { as: who.auditor });
    expect(yes.text).not.toContain('Which lorries');
    expect(await deadLinks(seen, { as: who.member })).toEqual([]);
    expect((await page('illicit-finance')).html).toContain(paths.financeReport());
    expect((await visit(paths.financeReport(), { as: who.committee })).status).toBe(403);
  });
});

test.each<[Partial<CoverageLine>, string]>([
  [{}, 'gap'],
  [{ asked: 2 }, 'asked'],
  [{ asked: 2, known: 3 }, 'stale'],
  [{ known: 3, current: 1 }, 'known'],
])('%j is %s', (over, standing) => {
  const line: CoverageLine = {
    ...{ scheme: 'threatArea', slug: 'a', name: 'A', asked: 0, known: 0, current: 0 },
    ...over,
  };
  expect(standingOf(line)).toBe(standing);
  expect(coverageTitle([line])).toBe(
    standing === 'gap' ? '1 of 1 threat areas has nothing on it' : 'Every threat area has something on it',
  );
});
