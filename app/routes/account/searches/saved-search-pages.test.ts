import { load } from 'cheerio';
import { beforeAll, describe, expect, test } from 'vitest';
import { MOST_SAVED } from '~/domain/matching/saved/saved-search';
import { run } from '~/domain/command.server';
import { changePassword } from '~/domain/people/commands/change-password.server';
import { clearSecondFactor } from '~/domain/people/commands/clear-second-factor.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import {
  actorFor,
  actorInSession,
  makeAccount,
  makePerson,
  PASSWORD,
} from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { HOSTILE, makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { done } from '../../../../tests/support/outcome';
import { send, visit } from '../../../../tests/support/site';
import { deadLinks } from '../../../../tests/support/site/links';

const store = useDatabase();
let who: Readers;

beforeAll(async () => {
  who = await makeReaders();
});

async function save(name: string, query: string, as: string, alert = 'never') {
  const page = await send(paths.saveSearch(), { name, query, alert }, { as });
  expect([page.status, page.location]).toEqual([303, paths.savedSearches()]);
  return store.db.savedSearch.findFirstOrThrow({ where: { name, personId: as } });
}

const pagesOf = (reference: string) => [
  paths.savedSearch(reference),
  paths.savedSearch(reference, 'delete'),
  paths.savedSearch(reference, 'feed'),
];

describe('saving', () => {
  test('begins where something was searched for, and leads back to it', async () => {
    const found = await visit(paths.search('lemons threat:fraud'), { as: who.member });
    const link = found.links.find(({ text }) => text === 'Save this search')?.href ?? '';
    const form = await visit(link, { as: who.member });
    expect(form.fields).toMatchObject({
      query: 'lemons threat:fraud',
      name: 'lemons threat:fraud',
      alert: 'never',
    });
    const done = await send(
      link,
      { name: 'Lemons', query: 'lemons threat:fraud', alert: 'daily' },
      { as: who.member },
    );
    expect(done.banner).toBe('“Lemons” is saved');
    const list = await visit(paths.savedSearches(), { as: who.member });
    expect(list.rows.flat()).toEqual(
      expect.arrayContaining(['Lemons', 'lemons threat:fraud', 'Every day', 'None']),
    );
    expect(list.links.map(({ href }) => href)).toContain(paths.search('lemons threat:fraud'));
    expect(await deadLinks(list, { as: who.member })).toEqual([]);
  });

  test('is for whoever is signed in', async () => {
    expect((await visit(paths.saveSearch())).location).toContain(paths.signIn());
    expect((await visit(paths.search('limes'))).text).not.toContain('Save this search');
    await save('Unverified', 'limes', who.unverified);
    const empty = await visit(paths.savedSearches(), { as: who.committee });
    expect(empty.text).toContain('You have saved no search yet');
  });

  test.each([
    ['no name', { name: ' ', query: 'limes', alert: 'never' }, 'name', 'Give the search a name'],
    ['a long name', { name: 'x'.repeat(101), query: 'limes', alert: 'never' }, 'name', 'Use 100 characters'],
    ['no query', { name: 'Limes', query: '', alert: 'never' }, 'query', 'Type what to search for'],
    [
      'only a minus',
      { name: 'Limes', query: '-limes', alert: 'never' },
      'query',
      'not only what to leave out',
    ],
    ['no alert', { name: 'Limes', query: 'limes', alert: 'hourly' }, 'alert', 'Choose when to be told'],
  ])('%s is refused beside the field, and what was typed is kept', async (_what, fields, field, says) => {
    const page = await send(paths.saveSearch(), fields, { as: who.auditor });
    expect(page.status).toBe(422);
    expect(page.messageBeside(field)).toContain(says);
    expect(page.fields['query']).toBe(fields.query);
    expect(await store.db.savedSearch.count({ where: { personId: who.auditor } })).toBe(0);
  });

  test('a name is taken once, whatever its capitals, and there is an end to them', async () => {
    const personId = (await makePerson()).id;
    await save('Oranges', 'oranges', personId);
    const again = await send(
      paths.saveSearch(),
      { name: 'ORANGES', query: 'peel', alert: 'never' },
      { as: personId },
    );
    expect(again.messageBeside('name')).toContain('You have a saved search of this name');
    const at = new Date();
    await store.db.savedSearch.createMany({
      data: Array.from({ length: MOST_SAVED - 1 }, (_, n) => ({
        ...{ id: newId(), reference: `SEARCH${n}`, personId, name: `Search ${n}`, query: 'peel' },
        ...{ savedAt: at, lookedAt: at },
      })),
    });
    const full = await send(
      paths.saveSearch(),
      { name: 'One more', query: 'peel', alert: 'never' },
      { as: personId },
    );
    expect([full.status, full.text.includes(`You have ${MOST_SAVED} saved searches`)]).toEqual([422, true]);
    expect((await visit(paths.savedSearches(), { as: personId })).text).toContain(
      'Delete one to save another',
    );
  });

  test('hostile text stays text', async () => {
    const { reference } = await save('Hostile', HOSTILE, who.member);
    for (const address of [paths.savedSearches(), ...pagesOf(reference)]) {
      const page = await visit(address, { as: who.member });
      expect([page.status, page.$('main script').length]).toEqual([200, 0]);
    }
  });
});

const sentTo = (address: string) => (/delete$|feed$/.test(address) ? {} : { name: 'Mine', alert: 'never' });

describe('a saved search', () => {
  test('is its owner’s alone: for everybody else it is not there', async () => {
    const { reference } = await save('Secret interest', 'plums', who.member);
    for (const as of [who.coordinator, who.administrator, who.auditor, who.unverified])
      for (const address of pagesOf(reference)) {
        expect((await visit(address, { as })).status, address).toBe(404);
        expect((await send(address, sentTo(address), { as })).status, address).toBe(404);
      }
    expect((await send(paths.savedSearch(reference, 'feed/close'), {}, { as: who.auditor })).status).toBe(
      404,
    );
    expect(await store.db.savedSearch.findUnique({ where: { reference } })).toMatchObject({
      name: 'Secret interest',
    });
  });

  test('is renamed, heard of otherwise, and deleted', async () => {
    const { reference, id } = await save('Cherries', 'cherries', who.member, 'weekly');
    const form = await visit(paths.savedSearch(reference), { as: who.member });
    expect(form.fields).toMatchObject({ name: 'Cherries', alert: 'weekly' });
    await send(paths.savedSearch(reference), { name: 'Stones', alert: 'atOnce' }, { as: who.member });
    expect(await store.db.savedSearch.findUnique({ where: { id } })).toMatchObject({
      name: 'Stones',
      alert: 'atOnce',
    });
    const gone = await send(paths.savedSearch(reference, 'delete'), {}, { as: who.member });
    expect(gone.banner).toBe('“Stones” is deleted');
    expect((await send(paths.savedSearch(reference, 'delete'), {}, { as: who.member })).status).toBe(404);
    const facts = await store.db.fact.findMany({ where: { data: { path: ['savedSearchId'], equals: id } } });
    expect(facts.map(({ name }) => name).sort()).toEqual([
      'SavedSearchWasChanged',
      'SavedSearchWasDeleted',
      'SearchWasSaved',
    ]);
    expect(JSON.stringify(facts.map(({ data }) => data))).not.toMatch(/cherries|stones/i);
  });
});

describe('a feed', () => {
  const open = async (reference: string, as: string) => {
    const page = await send(paths.savedSearch(reference, 'feed'), {}, { as });
    const address = /http:\/\/localhost(\/feeds\/searches\/[\w-]{43})/.exec(page.text)?.[1];
    if (!address) throw new Error('no address was shown');
    return address;
  };
  const titles = async (address: string) => {
    const { html } = await visit(address);
    const $ = load(html, { xml: true });
    return $('entry > title')
      .toArray()
      .map((title) => $(title).text());
  };

  test('shows what its owner may see at the time, the latest first, to whoever has the address', async () => {
    const { reference } = await save('Figs', 'figs', who.committee);
    await makeFinding({ title: 'Figs <b>released</b>', released: true, publishedAt: new Date('2026-01-02') });
    const inside = await makeFinding({ title: 'Figs inside', publishedAt: new Date('2026-01-03') });
    await makeFinding({ title: 'Figs draft', state: 'draft' });
    await makeQuestion({ title: 'Who forges figs?', released: true });
    const address = await open(reference, who.committee);
    expect(await titles(address)).toEqual(['Who forges figs?', 'Figs <b>released</b>']);
    await store.db.finding.update({ where: { id: inside.id }, data: { releasedAt: new Date() } });
    expect(await titles(address)).toEqual(['Who forges figs?', 'Figs inside', 'Figs <b>released</b>']);
    const { headers } = await visit(address);
    expect(headers.get('Content-Type')).toContain('application/atom+xml');
    expect(headers.get('Cache-Control')).toBe('private, no-store');
    expect(headers.get('X-Robots-Tag')).toBe('noindex');
    expect(headers.getSetCookie()).toEqual([]);
  });

  test('is kept as a hash, renewed and closed; each old address ends', async () => {
    const { reference, id } = await save('Dates', 'dates', who.member);
    const first = await open(reference, who.member);
    const second = await open(reference, who.member);
    expect((await visit(first)).status).toBe(404);
    expect((await visit(second)).status).toBe(200);
    const row = await store.db.savedSearch.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from(row.feedHash ?? []).toString('base64url')).not.toContain(second.slice(-43));
    const page = await visit(paths.savedSearch(reference, 'feed'), { as: who.member });
    expect(page.html).not.toContain(second.slice(-43));
    const opened = await visit(paths.savedSearch(reference, 'feed/close'), { as: who.member });
    expect(opened.location).toBe(paths.savedSearch(reference));
    const closed = await send(paths.savedSearch(reference, 'feed/close'), {}, { as: who.member });
    expect(closed.banner).toBe('The feed is closed');
    expect((await visit(second)).status).toBe(404);
    expect((await send(paths.savedSearch(reference, 'feed/close'), {}, { as: who.member })).status).toBe(409);
  });

  test('ends with the search and with the account', async () => {
    const person = (await makePerson({ expert: true })).id;
    const [kept, deleted] = [await save('Kept', 'dates', person), await save('Deleted', 'dates', person)];
    const addresses = [await open(kept.reference, person), await open(deleted.reference, person)] as const;
    await send(paths.savedSearch(deleted.reference, 'delete'), {}, { as: person });
    expect((await visit(addresses[1])).status).toBe(404);
    expect((await visit(addresses[0])).status).toBe(200);
    await store.db.person.update({ where: { id: person }, data: { suspendedAt: new Date() } });
    expect((await visit(addresses[0])).status).toBe(404);
  });

  test('ends with the password and with the second factor, and does not come back with another', async () => {
    const [one, other] = [await makeAccount(), await makeAccount()];
    const address = async (id: string) => open((await save('Leaked', 'dates', id)).reference, id);
    const [first, second] = [await address(one.id), await address(other.id)];
    const change = { currentPassword: PASSWORD, password: 'another three random words' };
    done(await run(changePassword, await actorInSession(one.id), change));
    expect((await visit(first)).status).toBe(404);
    const ofOther = { where: { personId: other.id } };
    const { totpSecret, totpConfirmedAt } = await store.db.credential.findUniqueOrThrow(ofOther);
    const administrator = await actorFor((await makePerson({ roles: ['administrator'] })).id);
    done(await run(clearSecondFactor, administrator, { person: other.reference }));
    await store.db.credential.update({ ...ofOther, data: { totpSecret, totpConfirmedAt } });
    expect((await visit(second)).status).toBe(404);
    for (const nounId of [one.id, other.id])
      expect(await store.db.fact.count({ where: { name: 'SearchFeedWasClosed', nounId } })).toBe(1);
  });

  test.each(['x'.repeat(43), 'x', '%00', "' OR 1=1 --", '..%2f..'])(
    '%s is no address of one',
    async (key) => {
      expect((await visit(`/feeds/searches/${encodeURIComponent(key)}`)).status).toBe(404);
    },
  );

  test('of what was released is for everybody, and tells of nothing else', async () => {
    await makeFinding({ title: 'Pears released', released: true });
    await makeFinding({ title: 'Pears inside' });
    await makeFinding({ title: 'Pears retracted', released: true, state: 'retracted' });
    const [asVisitor, asMember] = [
      await visit(paths.findingsFeed()),
      await visit(paths.findingsFeed(), { as: who.member }),
    ];
    expect(asVisitor.html).toContain('Pears released');
    expect(asVisitor.html).not.toMatch(/Pears (inside|retracted)/);
    expect(asMember.html).toBe(asVisitor.html);
  });

  test('is read only so often from one address', async () => {
    expect((await visit(paths.searchFeed('x'.repeat(43)))).status).toBe(404);
    await store.db.rateLimit.updateMany({
      where: { key: { startsWith: 'feedFromAddress' } },
      data: { count: 1000 },
    });
    const page = await visit(paths.searchFeed('x'.repeat(43)));
    expect([page.status, page.headers.get('Retry-After')]).toEqual([429, '900']);
  });
});
