import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { newReference } from '~/domain/new-reference.server';
import { paths } from '~/paths';
import { readCells } from '../../../../tests/support/csv-cells';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeAskingTeam, makeQuestion } from '../../../../tests/support/factories/questions';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { readingAge } from '../../../../tests/support/reading-age';
import { visit } from '../../../../tests/support/site';

const store = useDatabase();
const SECRET = 'Heron';
let who: Readers;
let area: { id: string; slug: string; name: string };
let finding: { reference: string };

beforeAll(async () => {
  who = await makeReaders();
  area = await store.db.term.findUniqueOrThrow({
    where: { scheme_slug: { scheme: 'threatArea', slug: 'fraud' } },
  });
  const other = await store.db.term.findFirstOrThrow({
    where: { scheme: 'threatArea', slug: 'illegal-drugs' },
  });
  const asking = await makeAskingTeam();
  const terms = [
    { scheme: 'threatArea' as const, slug: 'fraud' },
    { scheme: 'threatArea' as const, slug: 'illegal-drugs' },
  ];
  await makeQuestion({ asking, released: true, terms });
  await makeQuestion({ asking, title: `${SECRET} asks`, terms });
  await makeQuestion({ asking, released: true, state: 'withdrawn', terms });
  finding = await makeFinding({ released: true, termIds: [area.id, other.id], title: 'Who is called most' });
  const { id } = await makeFinding({ released: true, termIds: [area.id] });
  await store.db.finding.update({
    where: { id },
    data: { confidence: 'high', appraisedAt: new Date(), publishedAt: new Date('2020-01-01') },
  });
  await makeFinding({ termIds: [area.id], title: `${SECRET} knows` });
  const harm = { year: 2023, source: 'Crime survey', termId: area.id, recordedById: who.coordinator };
  const figure = (kind: string, value: number, released: boolean) =>
    store.db.harmFigure.create({
      data: {
        ...{
          id: randomUUID(),
          reference: newReference(),
          kind,
          value,
          recordedAt: new Date(),
          estimate: false,
        },
        ...{ note: '', address: '', invented: false, ...harm },
        ...(released ? { releasedAt: new Date(), releasedById: who.coordinator } : {}),
      },
    });
  await figure('people', 1240, true);
  await figure('deaths', 777, false);
});

const section = async (as?: string) => {
  const page = await visit(paths.publicSummary(), { as });
  return { page, text: page.$(`section[aria-labelledby="${area.slug}"]`).text() };
};

test('a visitor reads what was asked and is known of each kind of crime, once in all', async () => {
  const { page, text } = await section();
  expect(page.heading).toBe('What the country asks and knows about organised crime');
  expect(text).toContain('1 question is open.');
  expect(text).toContain('2 findings are public. We checked 1 of them and found it sound.');
  expect(text).toContain('Who is called most');
  expect(page.$(`a[href="${paths.finding(finding.reference)}"]`)).toHaveLength(2);
  expect(text).toContain('People who were hurt: 1,240 in 2023. Source: Crime survey');
  expect(page.$('section').length).toBeGreaterThan(5);
  const all = page.$('h2').first().next().text();
  expect(all).toMatch(/^1 question is open\..*2 findings are public/);
});

test('it tells a member, a coordinator and the committee no more than the public', async () => {
  const { text } = await section();
  for (const as of [who.member, who.coordinator, who.committee, who.auditor]) {
    const { page, text: theirs } = await section(as);
    expect(theirs).toBe(text);
    expect(page.text).not.toContain(SECRET);
    expect(theirs).not.toContain('777');
  }
});

test('what is marked for few is in no field of it', async () => {
  const { page } = await section();
  expect(page.text).not.toContain(SECRET);
  expect(page.text).not.toMatch(/OFFICIAL|sensitive/i);
  expect(page.text).not.toContain('777');
});

test('its own words are read with ease at fourteen', async () => {
  const { page } = await section();
  const words = page
    .$('main p')
    .toArray()
    .map((one) => page.$(one).text())
    .filter((text) => !text.includes('newest finding') && !text.includes('CSV'))
    .join(' ');
  expect(words.split(' ').length).toBeGreaterThan(100);
  expect(readingAge(words)).toBeLessThanOrEqual(14);
});

test('the file holds every figure of the page', async () => {
  const [head, all, ...rows] = readCells((await visit(paths.publicSummaryCsv())).html);
  expect(head?.slice(1)).toEqual([
    'Questions open',
    'Studies bought',
    'Pence',
    'Findings',
    'Findings found sound',
  ]);
  expect(all).toEqual(['All, each once', '1', '0', '0', '2', '1']);
  expect(rows.find(([name]) => name === area.name)).toEqual([area.name, '1', '0', '0', '2', '1']);
});
