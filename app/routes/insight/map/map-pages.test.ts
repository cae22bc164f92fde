import { beforeAll, describe, expect, test } from 'vitest';
import { FIELDS } from '~/domain/matching/language/fields';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeOrganisation } from '../../../../tests/support/factories/people';
import { makePrioritySet } from '../../../../tests/support/factories/priorities';
import { makeAskingTeam, makeQuestion } from '../../../../tests/support/factories/questions';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { makeTerm, termCalled } from '../../../../tests/support/factories/terms';
import { visit } from '../../../../tests/support/site';

useDatabase();
let who: Readers;
let author: string;
let fraud: { id: string; name: string };
let set: Awaited<ReturnType<typeof makePrioritySet>>;

beforeAll(async () => {
  who = await makeReaders();
  const asking = await makeAskingTeam();
  author = asking.authorId;
  set = await makePrioritySet({ names: ['Close the ports', 'Follow the money'] });
  fraud = await termCalled('threatArea', 'fraud');
  const [cyber, prevent] = await Promise.all([
    termCalled('threatArea', 'cyber-crime'),
    termCalled('strand', 'prevent'),
  ]);
  await makeQuestion({
    asking,
    priorityIds: [set.priorities[0]?.id ?? ''],
    terms: [
      { scheme: 'threatArea', slug: 'fraud' },
      { scheme: 'strand', slug: 'prevent' },
    ],
  });
  await makeFinding({ title: 'Inside', termIds: [fraud.id, prevent.id] });
  await makeFinding({ title: 'Outside', termIds: [cyber.id], released: true });
});

const map = (query = '', as?: string) => visit(`${paths.map()}${query}`, { as });
const total = (text: string | undefined) => Number(text?.replace(/\D/g, '') ?? NaN);

describe('the evidence and demand map', () => {
  test('is everybody’s, of what was released; nobody outside learns of a gap', async () => {
    for (const as of [undefined, who.unverified, who.committee]) {
      const page = await map('', as);
      expect(page.status).toBe(200);
      expect(page.heading).toBe('1 finding and 0 questions released to the public');
      expect(page.text).toContain('Only what was released to the public is counted.');
      expect(page.text).not.toContain('none');
      expect(page.text).not.toContain('raise a question');
      expect(page.fields).not.toHaveProperty('view');
    }
  });

  test('counts for members all that they may see, and names the widest gap', async () => {
    const page = await map('', who.member);
    expect(page.heading).toMatch(/threat area/i);
    expect(page.text).toContain('Inside the network only.');
    const row = page.rows.find(([name]) => name === fraud.name) ?? [];
    expect(total(row.at(-1))).toBe(2);
    expect(page.text).toContain('share this map inside the network only');
  });

  test('members can look at what the public sees of it', async () => {
    const page = await map('?view=released', who.member);
    expect(page.heading).toBe('1 finding and 0 questions released to the public');
    expect(page.fields['view']).toBe('released');
    expect(page.$('main td a[href^="/findings?"]').length).toBe(0);
  });

  test('every figure opens the list of just what it counts', async () => {
    const page = await map('', who.member);
    const hrefs = page.links.map(({ href }) => href).filter((href) => /^\/(findings|questions)\?/.test(href));
    expect(hrefs.length).toBeGreaterThan(1);
    for (const href of hrefs) expect((await visit(href, { as: who.member })).status, href).toBe(200);
    const inside = hrefs.find((href) => href.startsWith('/findings') && href.includes('threat=fraud')) ?? '';
    const list = await visit(inside, { as: who.member });
    expect(list.text).toContain('Inside');
    expect(list.text).not.toContain('Outside');
  });

  test('empty cells are offered to those who write questions, to nobody else', async () => {
    const page = await map('', author);
    const raise = page.links.find(({ text }) => text.startsWith('raise a question'))?.href ?? '';
    expect(raise).toContain('/questions/new?threat=');
    expect((await visit(raise, { as: author })).status).toBe(200);
    const member = await map('', who.member);
    expect(member.text).not.toContain('raise a question');
    expect(member.text).toContain('none');
  });

  test('stands against the priorities of a set', async () => {
    const page = await map(`?columns=${set.slug}`, who.member);
    expect(page.text).toContain('Evidence and demand map: threat area by priority');
    expect(page.$('main th').text()).toContain('Close the ports');
    expect(page.fields['columns']).toBe(set.slug);
    expect(page.text).toContain('A finding counts for a priority through the question it answers');
  });

  test('says how many headings it has no room for', async () => {
    const before = (await map('?columns=discipline', who.member)).$('main thead th').length;
    for (let made = 0; made < 62; made += 1) await makeTerm({ scheme: 'discipline' });
    const page = await map('?columns=discipline', who.member);
    expect(page.$('main thead th').length).toBeGreaterThan(before);
    expect(page.text).toMatch(/\d+ further disciplines are left out: no map is wide enough/);
    expect((await map('', who.member)).text).not.toContain('left out');
  });

  test('columns that nobody knows are not there; an unreadable address is refused', async () => {
    expect((await map('?columns=nonsense')).status).toBe(404);
    expect((await map(`?columns=${encodeURIComponent("strand'; --")}`)).status).toBe(404);
    expect((await map('?view=all')).status).toBe(400);
    expect((await map('?team=prevent')).status).toBe(400);
    expect((await map('?on=2099-01-01')).status).toBe(400);
    expect((await map(`?columns=${'x'.repeat(101)}`)).status).toBe(400);
  });
});

describe('the figures as a file', () => {
  const csv = (query = '', as?: string) => visit(`/map.csv${query}`, { as });

  test('carry their marking and their date, and are not kept on the way', async () => {
    const file = await csv('', who.member);
    expect(file.headers.get('Content-Type')).toContain('text/csv');
    expect(file.headers.get('Cache-Control')).toBe('private, no-store');
    expect(file.headers.get('Content-Disposition')).toMatch(/soundings-map-strand-\d{4}-\d\d-\d\d\.csv/);
    expect(file.html).toContain('OFFICIAL, inside the network only');
  });

  test('for the public hold what was released alone', async () => {
    const [inside, outside] = [await csv('', who.member), await csv()];
    expect(outside.html).toContain('OFFICIAL, released');
    const figures = (text: string) =>
      text
        .split(/\r?\n/)
        .find((line) => line.includes(fraud.name) && line.includes('All, each item once'))
        ?.split(',')
        .filter((part) => /^\d+$/.test(part))
        .join();
    expect(figures(inside.html)).toBe('1,0,0,0,0,1');
    expect(figures(outside.html)).toBe('0,0,0,0,0,0');
  });

  test('say the same as the map that leads to them', async () => {
    const page = await map('?view=released', who.member);
    const href = page.links.find(({ text }) => text.includes('CSV'))?.href ?? '';
    expect(href).toContain('view=released');
    expect((await visit(href, { as: who.member })).html).toContain('OFFICIAL, released');
  });

  test('of unknown columns are not there', async () => {
    expect((await csv('?columns=nonsense')).status).toBe(404);
    expect((await csv('?view=all')).status).toBe(400);
  });
});

describe('search', () => {
  const search = (q: string, as?: string) => visit(paths.search(q), { as });

  test('says how to use it before anything was typed', async () => {
    for (const address of [paths.search(), `${paths.search()}?q=`, `${paths.search()}?q=%20`]) {
      const page = await visit(address);
      expect(page.status).toBe(200);
      expect(page.text).toContain('One box for questions, findings, experts and organisations');
    }
    const page = await visit(paths.search());
    const examples = page.links.filter(({ href }) => href.startsWith('/search?q='));
    expect(examples.map(({ text }) => text)).toEqual(
      expect.arrayContaining(FIELDS.map(({ example }) => example)),
    );
    const others = examples.filter(({ text }) => FIELDS.every(({ example }) => example !== text));
    for (const { href } of others) {
      const { status, text } = await visit(href);
      expect([status, text.includes('could be read')], href).toEqual([200, false]);
    }
  });

  test('fields narrow, and what could not be read is said above what its words find', async () => {
    await makeFinding({ title: 'Turbines and tolls', year: 2011, released: true });
    await makeFinding({ title: 'Turbines and taxes', year: 2012, released: true });
    const narrow = await search('turbines year:2011');
    expect(narrow.text).toContain('Turbines and tolls');
    expect(narrow.text).not.toContain('Turbines and taxes');
    const odd = await search('thret:turbines AND');
    expect(odd.text).toMatch(
      /There is no field “thret:”. The nearest is “threat:” \(character 1\).*Turbines and/,
    );
    expect(odd.text).toContain('expected after AND, which is searched as a word (character 16)');
  });

  test('organisations are found by those to whom the directory is open', async () => {
    await makeOrganisation({ name: 'Weathercock Institute' });
    const inside = await search('weathercock', who.member);
    expect(inside.text).toContain('Organisations 1 foundWeathercock InstituteUniversity');
    for (const as of [undefined, who.unverified])
      expect((await search('weathercock', as)).html).not.toContain('Weathercock Institute');
  });

  test('finds what each reader may see, with the words marked', async () => {
    await makeFinding({ title: 'Zeppelins over harbours' });
    await makeFinding({ title: 'Zeppelins in public', released: true });
    const inside = await search('zeppelins', who.member);
    expect(inside.text).toContain('Zeppelins over harbours');
    expect(inside.$('main mark').length).toBeGreaterThanOrEqual(0);
    for (const as of [undefined, who.unverified, who.committee]) {
      const outside = await search('zeppelins', as);
      expect(outside.text).toContain('Zeppelins in public');
      expect(outside.html).not.toContain('Zeppelins over harbours');
    }
  });

  test('every result opens for the reader who found it', async () => {
    await makeQuestion({ title: 'Who smuggles weathervanes?', released: true });
    await makeFinding({ title: 'Weathervanes and their routes', released: true });
    for (const as of [undefined, who.member, who.auditor, who.coordinator]) {
      const page = await search('weathervanes', as);
      const hits = page.$('main ol a').toArray();
      expect(hits.length).toBeGreaterThan(1);
      for (const hit of hits) {
        const href = page.$(hit).attr('href') ?? '';
        expect((await visit(href, { as })).status, href).toBe(200);
      }
    }
  });

  test('drafts and what was retracted are not found', async () => {
    await makeFinding({ title: 'Kumquat draft', state: 'draft', submittedById: who.member });
    await makeFinding({ title: 'Kumquat retracted', state: 'retracted', released: true });
    const page = await search('kumquat', who.coordinator);
    expect(page.text).toContain('Nothing that you may see matches “kumquat”');
    expect(page.links.map(({ href }) => href)).toEqual(expect.arrayContaining([paths.map(), paths.terms()]));
  });

  test('a visitor is told that there may be more, a signed-in person is not', async () => {
    expect((await search('ports')).text).toContain('to search all that you may see');
    expect((await search('ports', who.member)).text).not.toContain('to search all that you may see');
  });

  test('too many characters are refused beside the box and kept', async () => {
    const long = 'port '.repeat(100).trim();
    const page = await search(long, who.member);
    expect(page.status).toBe(200);
    expect(page.messageBeside('q')).toContain('Use 400 characters or fewer');
    expect(page.fields['q']).toBe(long);
  });

  test.each([HOSTILE, '" " -', '-', '"', "o'clock", '\\', '%_', '🦑', "' OR 1=1 --", ':* & | !'])(
    'hostile words are looked for as words (%#)',
    async (q) => {
      const page = await search(q, who.member);
      expect(page.status).toBe(200);
      expect(page.fields['q']).toBe(q);
      expect(page.$('main script').length).toBe(0);
    },
  );

  test('an address with another parameter is refused', async () => {
    expect((await visit('/search?query=ports')).status).toBe(400);
    expect((await visit('/search?q=a&q=b')).status).toBe(400);
  });
});
