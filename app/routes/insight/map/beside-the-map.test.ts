import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeAskingTeam, makeQuestion } from '../../../../tests/support/factories/questions';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { termCalled } from '../../../../tests/support/factories/terms';
import { visit } from '../../../../tests/support/site';

useDatabase();
let who: Readers;
let author: string;

beforeAll(async () => {
  who = await makeReaders();
  const asking = await makeAskingTeam();
  author = asking.authorId;
  const [fraud, prevent] = await Promise.all([
    termCalled('threatArea', 'fraud'),
    termCalled('strand', 'prevent'),
  ]);
  await makeQuestion({ asking, terms: [fraud, prevent].map(({ scheme, slug }) => ({ scheme, slug })) });
  await makeFinding({ title: 'Inside', termIds: [fraud.id, prevent.id] });
  await makeFinding({ title: 'Outside', released: true });
});

const map = (query = '', as?: string) => visit(`${paths.map()}${query}`, { as });

describe('the records behind a cell', () => {
  test('are what the map counts under its filters, with the way back to it', async () => {
    const page = await map('?rows=strand&columns=threatArea', who.member);
    const href =
      page.links
        .map(({ href: to }) => to)
        .find((to) => to.startsWith('/map/records') && to.includes('row=prevent')) ?? '';
    const records = await visit(href, { as: who.member });
    expect(records.status).toBe(200);
    expect(records.text).toContain('Inside');
    expect(records.text).not.toContain('Outside');
    expect(records.links.map(({ href: to }) => to)).toContain('/map?rows=strand&columns=threatArea');
    expect((await visit('/map/records?row=fraud')).text).toContain('Nothing stands here');
    expect((await visit('/map/records?row=nonsense')).status).toBe(404);
  });

  test('kinds of gap are told to members, in words, and drawn bubbles are links', async () => {
    const page = await map('', who.member);
    expect(page.text).toContain('Absolute gap');
    expect(page.$('svg a[aria-label]').length).toBeGreaterThan(0);
    expect(page.$('svg title').first().text()).toBe(page.heading);
    expect((await map()).text).not.toContain('Absolute gap');
    const ods = await visit('/map.ods?questionType=nature', { as: who.member });
    expect(ods.headers.get('Content-Disposition')).toMatch(/soundings-map-strand-.*\.ods/);
    expect(ods.html.slice(0, 2)).toBe('PK');
  });
});

describe('what stands beside the map', () => {
  test('overlap is everybody’s of what was released; capacity is the network’s', async () => {
    const overlap = await visit(paths.mapOverlap(), { as: who.member });
    expect(overlap.status).toBe(200);
    expect(overlap.text).toContain('each counted once');
    expect((await visit(paths.mapOverlap())).text).toContain('Only what was released');
    const capacity = await visit(paths.mapCapacity(), { as: who.member });
    expect(capacity.text).toContain('Demand, no available expert');
    expect(capacity.text).toContain('No finding says what drives:');
    for (const as of [undefined, who.unverified, who.committee])
      expect((await visit(paths.mapCapacity(), { as })).status).toBe(404);
  });

  test('an enabler that nobody asked about prompts those who write questions', async () => {
    const enabler = await termCalled('enabler', 'corrupt-insiders');
    const page = await visit(paths.term(enabler.reference), { as: author });
    const ask = page.links.find(({ text }) => text === 'Ask the first question about it')?.href ?? '';
    expect(ask).toBe('/questions/new?enabler=corrupt-insiders');
    expect(page.text).toContain('Absolute gap');
    expect((await visit(ask, { as: author })).status).toBe(200);
    const outside = await visit(paths.term(enabler.reference));
    expect(outside.text).not.toContain('Absolute gap');
    expect(outside.text).not.toContain('Ask the first question');
  });
});
