import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePriority } from '../../../../tests/support/factories/priorities';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { termCalled } from '../../../../tests/support/factories/terms';
import { visit } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;
let priority: { id: string; reference: string; name: string };

beforeAll(async () => {
  who = await makeReaders();
  priority = await makePriority({ name: 'Close the ports' });
  const [fraud, cyber, prevent] = await Promise.all([
    termCalled('threatArea', 'fraud'),
    termCalled('threatArea', 'cyber-crime'),
    termCalled('strand', 'prevent'),
  ]);
  await makeFinding({ title: 'Courier fraud', termIds: [fraud.id, prevent.id], released: true, year: 2019 });
  const cased = await makeFinding({ title: 'Malware for hire', termIds: [cyber.id], year: 2024 });
  await database.db.priorityCase.create({
    data: { findingId: cased.id, priorityId: priority.id, text: 'Yes' },
  });
  await makeFinding({
    title: 'About method alone',
    studyType: 'method',
    authors: ['One', 'Two', 'Three', 'Four'].map((name) => ({ name })),
  });
  await makeFinding({ title: 'Retracted one', state: 'retracted', released: true });
  await makeFinding({ title: 'Waiting one', state: 'submitted', submittedById: who.member });
  await makeFinding({ title: 'Returned one', state: 'returned', submittedById: who.member });
});

const list = (query = '', as: string | undefined = who.auditor) =>
  visit(`${paths.findings()}${query}`, { as });
const titles = async (query: string, as?: string) =>
  (await list(query, as)).$('main h2.govuk-heading-s a').toArray().length;
const shows = async (query: string, title: string, as?: string) =>
  (await list(query, as)).text.includes(title);

describe('the list of findings', () => {
  test('shows each reader what they may read, and nothing that no longer stands', async () => {
    expect(await shows('', 'Malware for hire')).toBe(true);
    for (const as of [who.unverified, who.committee]) {
      expect(await shows('', 'Courier fraud', as)).toBe(true);
      expect(await shows('', 'Malware for hire', as)).toBe(false);
    }
    const outside = await visit(paths.findings());
    expect(outside.text).toContain('Courier fraud');
    expect(outside.html).not.toContain('Malware for hire');
    for (const title of ['Retracted one', 'Waiting one']) expect(await shows('', title)).toBe(false);
  });

  test('says of each who wrote it, when, how sound it is and what it is about', async () => {
    const { text } = await list();
    expect(text).toContain('One and others');
    expect(text).toContain('Method or tool');
    expect(text).toContain('Not yet appraised');
    expect(text).toMatch(/Courier fraud.*2019.*Public/);
  });

  test('shows a writer what they are sharing, each with where to go on', async () => {
    const { text, links } = await list('', who.member);
    expect(text).toContain('What you are sharing');
    expect(text).toContain('Say which years the data cover');
    expect(links.find((link) => link.text.includes('Returned one'))?.href).toContain('/draft/check');
    expect(links.find((link) => link.text.includes('Waiting one'))?.href).not.toContain('/draft');
    expect((await list('', who.coordinator)).text).not.toContain('What you are sharing');
  });

  test('offers to share research to those who may', async () => {
    const offered = async (as?: string) =>
      (await visit(paths.findings(), { as })).links.map(({ href }) => href).includes(paths.shareFinding());
    expect([await offered(who.member), await offered(who.coordinator)]).toEqual([true, true]);
    for (const as of [undefined, who.unverified, who.auditor, who.committee])
      expect(await offered(as)).toBe(false);
  });
});

describe('filtering', () => {
  test.each([
    ['?threat=fraud', 1],
    ['?threat=fraud&threat=cyber-crime', 2],
    ['?threat=none', 1],
    ['?strand=prevent', 1],
    ['?type=method', 1],
    ['?from=2020&to=2024', 1],
    ['?q=couriers', 1],
    ['?confidence=notAppraised', 3],
    ['?confidence=high', 0],
    ['?origin=questions', 0],
  ])('%s leaves %i', async (query, count) => {
    expect(await titles(query)).toBe(count);
  });

  test('by priority', async () => {
    expect(await titles(`?priority=${priority.reference}`)).toBe(1);
  });

  test('nothing that fits is said so, with what to do', async () => {
    const { text } = await list('?q=zeppelins');
    expect(text).toContain('Nothing fits these filters');
    expect(text).toContain('Take one away');
  });

  test.each([
    '?page=2',
    '?type=poem',
    '?from=never',
    '?threat=%3Cscript%3E',
    '?after=x',
    '?origin=a&origin=b',
  ])('the address %s is refused, not guessed at', async (query) =>
    expect((await list(query)).status).toBe(400),
  );

  test('hostile words are looked for as words and stay in the box', async () => {
    const page = await list(`?q=${encodeURIComponent(HOSTILE)}`);
    expect(page.status).toBe(200);
    expect(page.fields['q']).toBe(HOSTILE);
  });

  test('the boxes stand as the address says, every value of it', async () => {
    const query = `?threat=fraud&threat=cyber-crime&type=method&type=review&priority=${priority.reference}&from=2019`;
    const { fields } = await list(query);
    expect(new Set(fields['threat'])).toEqual(new Set(['fraud', 'cyber-crime']));
    expect(fields['type']).toEqual(expect.arrayContaining(['method', 'review']));
    expect(fields['priority']).toContain(priority.reference);
    expect(fields['from']).toBe('2019');
  });

  test('filters that have no box are kept when the form is sent again', async () => {
    const { fields, $ } = await list('?threat=none&enabler=corruption&level=online&level=local');
    expect(fields['enabler']).toBe('corruption');
    const hidden = $('main form.filter-panel input[type=hidden]')
      .toArray()
      .map((node) => `${$(node).attr('name') ?? ''}=${$(node).attr('value') ?? ''}`);
    expect(hidden).toEqual(
      expect.arrayContaining(['threat=none', 'enabler=corruption', 'level=online', 'level=local']),
    );
  });

  test('each chosen filter can be taken away alone', async () => {
    const page = await list('?threat=fraud&threat=cyber-crime&q=couriers');
    const chips = page
      .$('.filter-panel__chip')
      .toArray()
      .map((node) => page.$(node).attr('href') ?? '');
    expect(chips).toHaveLength(3);
    expect(chips).toContain('/findings?q=couriers&threat=cyber-crime');
    for (const href of chips) expect((await visit(href, { as: who.auditor })).status).toBe(200);
  });
});

describe('going on to the next page', () => {
  test('keeps the filters and repeats nothing', async () => {
    for (let place = 0; place < 27; place += 1) await makeFinding({ title: `Paged ${place}`, year: 1950 });
    const first = await list('?from=1950&to=1950');
    const next = first.links.find(({ text }) => text.includes('Next page'))?.href ?? '';
    expect(next).toContain('from=1950&to=1950&after=');
    const second = await visit(next, { as: who.auditor });
    const names = (page: typeof first) => page.text.match(/Paged \d+/g) ?? [];
    expect(names(first)).toHaveLength(25);
    expect(new Set([...names(first), ...names(second)]).size).toBe(27);
    expect(second.links.some(({ text }) => text.includes('Next page'))).toBe(false);
  });
});
