import { beforeAll, describe, expect, test } from 'vitest';
import { networkOf } from '~/domain/people/network/co-authors';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeExpertOn } from '../../../../tests/support/factories/experts';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePerson } from '../../../../tests/support/factories/people';
import { termCalled } from '../../../../tests/support/factories/terms';
import { visit } from '../../../../tests/support/site';

const database = useDatabase();
type Made = Awaited<ReturnType<typeof makePerson>>;
let expert: Made;
let friend: Made;
let hidden: Made;
let other: Made;
let terms: string[];

async function addWork(title: string, authors: { name: string; personId?: string }[]) {
  await database.db.work.create({
    data: {
      ...{ id: crypto.randomUUID(), reference: crypto.randomUUID(), title, createdAt: new Date() },
      authors: { create: authors.map((one, index) => ({ ...one, position: index + 1 })) },
    },
  });
}

beforeAll(async () => {
  terms = await Promise.all([
    termCalled('threatArea', 'organised-immigration-crime').then(({ id }) => id),
    termCalled('method', 'ethnography').then(({ id }) => id),
    termCalled('threatArea', 'illegal-drugs').then(({ id }) => id),
  ]);
  expert = await makeExpertOn(terms.slice(0, 2), {
    ...{ languages: ['Albanian'], regions: ['Western Balkans'], availability: 'available' },
    willingFor: ['advice'],
  });
  friend = await makeExpertOn(terms);
  hidden = await makeExpertOn(terms.slice(0, 1), { listed: false });
  other = await makeExpertOn(terms.slice(2));
  const [own, with1, with2] = [expert, friend, hidden].map(({ id, name }) => ({ name, personId: id }));
  if (!own || !with1 || !with2) throw new Error('three people were made');
  await addWork('Crossings', [own, with1, { name: 'Ann Outside' }]);
  await addWork('Tents', [{ name: 'ann outside' }, own]);
  await addWork('Quiet', [own, with2]);
  await addWork('Without them', [with1, { name: 'No Body' }]);
  const authors = [own, { name: 'Published With' }];
  await makeFinding({ title: 'Seen', authors });
  await makeFinding({ title: 'Still a draft', state: 'draft', authors: [own, { name: 'Drafted With' }] });
});

const open = (as: string) => visit(paths.expertNetwork(expert.reference), { as });

describe('the network of an expert', () => {
  test('draws who wrote with them, and says the same in a table', async () => {
    const page = await open(other.id);
    expect(page.rows).toEqual(
      expect.arrayContaining([
        ['Ann Outside', '2', 'Crossings; Tents'],
        [friend.name, '1', 'Crossings'],
        ['Published With', '1', 'Seen'],
      ]),
    );
    expect(page.html).not.toContain('Drafted With');
    expect(page.html).not.toContain('No Body');
    const drawn = page
      .$('.network text')
      .toArray()
      .map((node) => page.$(node).text());
    expect(drawn).toContain('Ann Outside');
    expect(page.$('.network .network__spoke')).toHaveLength(4);
    expect(page.$('.network .network__tie')).toHaveLength(1);
    expect(page.links).toContainEqual({ text: friend.name, href: paths.expert(friend.reference) });
  });

  test('leads to no profile that the reader may not open', async () => {
    const profile = paths.expert(hidden.reference);
    expect((await open(other.id)).links.map(({ href }) => href)).not.toContain(profile);
    const coordinator = (await makePerson({ roles: ['coordinator'] })).id;
    expect((await open(coordinator)).links.map(({ href }) => href)).toContain(profile);
    expect((await visit(paths.expertNetwork(hidden.reference), { as: other.id })).status).toBe(404);
  });

  test('names who knows similar things, with how much and what', async () => {
    const rows = (await open(other.id)).rows.filter(([, share]) => share?.endsWith('%'));
    expect(rows[0]).toEqual([friend.name, '67%', 'Organised immigration crime, Ethnography']);
    expect(rows.flat()).not.toContain(hidden.name);
    expect(rows.flat()).not.toContain(other.name);
  });
});

describe('who is found', () => {
  const find = async (query: Record<string, string>) => {
    const page = await visit(`${paths.experts()}?${new URLSearchParams(query).toString()}`, { as: other.id });
    return page
      .$('article h2 a')
      .toArray()
      .map((node) => page.$(node).text());
  };
  const references = async () => {
    const rows = await database.db.term.findMany({ where: { id: { in: terms } } });
    return terms.map((id) => rows.find((row) => row.id === id)?.reference ?? '');
  };

  test('by organised immigration crime, ethnography, Albanian and available at once', async () => {
    const [threat = '', method = ''] = await references();
    const wanted = { threat, method, language: 'albanian', availability: 'available' };
    expect(await find(wanted)).toEqual([expert.name]);
    expect(await find({ ...wanted, region: 'western balkans', willing: 'advice' })).toEqual([expert.name]);
    expect(await find({ ...wanted, willing: 'bids' })).toEqual([]);
    expect(await find({ ...wanted, region: 'Kent' })).toEqual([]);
  });

  test('by what their works are about, until they reject it', async () => {
    const [, , drugs = ''] = await references();
    const derived = { personId: expert.id, termId: terms[2] ?? '' };
    await database.db.derivedExpertTerm.create({ data: { ...derived, works: 3 } });
    expect(await find({ threat: drugs })).toContain(expert.name);
    const shown = await visit(paths.expert(expert.reference), { as: other.id });
    expect(shown.text).toContain('From their works: Illegal drugs (3).');
    expect(shown.text).toContain('Answer requests for advice');
    expect(shown.links).toContainEqual(
      expect.objectContaining({ href: paths.expertNetwork(expert.reference) }),
    );
    await database.db.derivedExpertTerm.updateMany({ where: derived, data: { rejectedAt: new Date() } });
    expect(await find({ threat: drugs })).not.toContain(expert.name);
    expect((await visit(paths.expert(expert.reference), { as: other.id })).text).not.toContain(
      'Illegal drugs',
    );
  });
});

test('a network too large to draw keeps the closest and counts the rest', () => {
  const rows = Array.from({ length: 20 }, (_, index) => ({
    ...{ workId: 'one', title: 'One', name: `Author ${String(index).padStart(2, '0')}`, reference: null },
  }));
  const closest = { workId: 'two', title: 'Two', name: 'Author 19', reference: null };
  const { coAuthors, ties, more } = networkOf([...rows, closest]);
  expect([coAuthors.length, more, coAuthors[0]?.name]).toEqual([14, 6, 'Author 19']);
  expect(ties).toHaveLength((14 * 13) / 2);
  expect(networkOf([])).toEqual({ coAuthors: [], ties: [], more: 0 });
});
