import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../tests/support/database';
import { makeBid } from '../../../tests/support/factories/bids';
import { makeFinding } from '../../../tests/support/factories/findings';
import { declareNothing, makePanel } from '../../../tests/support/factories/panels';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../tests/support/factories/questions';
import { makeReaders, type Readers } from '../../../tests/support/factories/readers';
import { visit } from '../../../tests/support/site';
import { deadLinks } from '../../../tests/support/site/links';

useDatabase();
let who: Readers;
let asking: AskingTeam;
let judged: Awaited<ReturnType<typeof makeQuestion>>;

beforeAll(async () => {
  [who, asking] = await Promise.all([makeReaders(), makeAskingTeam()]);
  await makeQuestion({ asking, title: 'Still a draft', state: 'draft' });
  await makeQuestion({ asking, title: 'Open to bids' });
  await makeQuestion({ asking, title: 'Open as well' });
  await makeQuestion({ asking, title: 'Long answered', state: 'answered' });
  await makeQuestion({ title: 'Of another team', state: 'draft' });
  await makeFinding({ title: 'Sent in', state: 'submitted', submittedById: who.member });
  await makeFinding({ title: 'Known now', submittedById: who.member });
  judged = await makeQuestion({ asking, title: 'To be judged', state: 'inEvaluation' });
  await makeBid({ question: judged });
  await makePanel({ id: judged.id, asking }, { evaluatorIds: [asking.evaluatorId], declared: false });
});

const page = (as?: string) => visit(paths.progress(), { as });
const figures = async (as: string, match: RegExp) =>
  (await page(as)).links
    .filter(({ text }) => match.test(text))
    .map(({ text, href }) => [text, href] as const);

describe('for those who ask', () => {
  test('every question under way has its next step and date, the soonest first', async () => {
    const { rows, text } = await page(asking.authorId);
    const titles = rows.map(([title]) => title ?? '');
    expect(titles.filter((title) => /draft|Open|judged/.test(title))).toHaveLength(4);
    expect(rows.find(([title]) => title?.includes('Open to bids'))?.slice(1, 3)).toEqual([
      ...['Open', 'Clarification questions close'],
    ]);
    for (const hidden of ['Long answered', 'Of another team']) expect(text).not.toContain(hidden);
  });

  test('each state is counted and leads to a list of as many', async () => {
    const counted = await figures(asking.authorId, /^\d+ \w/);
    expect(counted.map(([words]) => words)).toEqual(
      expect.arrayContaining(['1 draft', '2 open', '1 answered', '1 in evaluation']),
    );
    for (const [words, href] of counted) {
      const list = await visit(href, { as: asking.authorId });
      const listed = list.links.map(({ href: one }) => /^\/questions\/\w{4}-\w{4}/.exec(one)?.[0]);
      expect(new Set(listed.filter(Boolean)).size, words).toBe(Number.parseInt(words, 10));
    }
  });
});

describe('for those who judge', () => {
  test('a panel is told by when, and of no bid before interests are declared', async () => {
    const { rows } = await page(asking.evaluatorId);
    const row = () => rows.find(([title]) => title === 'To be judged');
    expect(row()?.[1]).toBe('Evaluator');
    expect(row()?.[3]).toBe('No bid to score yet');
    await declareNothing(judged.id, [asking.evaluatorId], 'opening');
    const later = (await page(asking.evaluatorId)).rows.find(([title]) => title === 'To be judged');
    expect(later?.[3]).toBe('0 of 1 scored');
  });

  test('whoever is not on the panel reads nothing of it', async () => {
    expect((await page(who.member)).text).not.toContain('To be judged');
    expect((await page(asking.authorId)).text).not.toContain('What you judge');
  });
});

describe('for those who bring expertise', () => {
  test('what they sent stands with how far it came, each figure above its rows', async () => {
    const { rows, links, $ } = await page(who.member);
    expect(rows.map((row) => row.slice(0, 2))).toEqual(
      [
        ['Sent in', 'Waiting for review'],
        ['Known now', 'Published'],
      ].toReversed(),
    );
    expect(links.find(({ href }) => href === '#findings')?.text).toBe('Findings: 2');
    expect($('#findings tbody tr').length).toBe(2);
  });
});

describe('for coordinators', () => {
  test('queues stand with what waits longest first, weeks with what they lead to', async () => {
    const { rows, links } = await page(who.coordinator);
    expect(rows).toContainEqual(['Findings to review', '1', expect.stringMatching(/\d{4}$/) as string]);
    const week = links.find(({ href }) => href.includes('of=finding'));
    expect(rows.some((row) => row[1] === week?.text && row.length === 3)).toBe(true);
    const found = await visit(week?.href ?? '', { as: who.coordinator });
    expect(found.links.filter(({ href }) => /^\/findings\/[\w-]{9}$/.test(href))).toHaveLength(
      Number(week?.text),
    );
  });

  test('nobody else is told of queues or weeks', async () => {
    for (const as of [who.member, who.auditor, who.administrator, asking.authorId])
      expect((await page(as)).text).not.toMatch(/What coordinators keep|Published in the last/);
  });
});

test('the page is for members, teaches whoever has nothing under way, and leads nowhere in vain', async () => {
  expect((await page()).location).toContain(paths.signIn());
  expect((await page(who.unverified)).status).toBe(403);
  expect((await page(who.auditor)).text).toContain('Nothing is under way');
  for (const as of [asking.authorId, who.member, who.coordinator])
    expect(await deadLinks(await page(as), { as })).toEqual([]);
  expect((await visit(paths.home(), { as: who.member })).links.map(({ href }) => href)).toContain(
    paths.progress(),
  );
});
