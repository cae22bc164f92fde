import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeCollection } from '../../../../tests/support/factories/collections';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeAccount, makePerson } from '../../../../tests/support/factories/people';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit, visitData } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const database = useDatabase();
let who: Readers;
let curator: string;
let collection: Awaited<ReturnType<typeof makeCollection>>;
let finding: Awaited<ReturnType<typeof makeFinding>>;

beforeAll(async () => {
  who = await makeReaders();
  curator = (await makePerson({ expert: true, name: 'Cu Rator' })).id;
});
beforeEach(async () => {
  collection = await makeCollection(curator);
  finding = await makeFinding({ title: 'Boats at night', released: true });
});

const add = (reference = finding.reference, as = curator, note = 'The only count there is') =>
  send(paths.addToCollection(collection.slug), { reference, note }, { as });
const page = (as?: string) => visit(paths.collection(collection.slug), { as });

describe('starting a collection', () => {
  const fields = { title: 'Small boats', scope: 'Crossings', proposers: 'members', review: 'atOnce' };
  const start = (over = {}, as = who.coordinator) =>
    send(paths.newCollection(), { ...fields, ...over }, { as });

  test('its address comes from its title, and whoever starts it keeps it', async () => {
    const sent = await start();
    expect([sent.status, sent.location]).toEqual([303, paths.collection('small-boats')]);
    const shown = await visit(paths.collection('small-boats'), { as: who.coordinator });
    expect(shown.text).toContain('Cora Nator');
    expect((await visit(paths.collections())).links.map(({ text }) => text)).toContain('Small boats');
    for (const title of ['Small boats', 'small  BOATS!'])
      expect((await start({ title })).messageBeside('title')).toBe('Another collection has this title');
  });

  test.each([
    ['no title', { title: ' ' }, 'title', 'Enter a title'],
    ['no words', { title: '🦑 ///' }, 'title', 'Enter a title with letters or numbers, other than “new”'],
    [
      'the title of a page',
      { title: 'New' },
      'title',
      'Enter a title with letters or numbers, other than “new”',
    ],
    ['no scope', { scope: '' }, 'scope', 'Say what belongs in it'],
    ['no rule', { review: 'x' }, 'review', 'Choose how a finding comes in'],
  ])('%s is refused', async (_name, over, field, message) =>
    expect((await start(over)).messageBeside(field)).toBe(message),
  );

  test('hostile words stay words', async () => {
    const sent = await start({ title: HOSTILE.slice(0, 100), scope: HOSTILE });
    expect(sent.status).toBe(303);
    expect((await visit(sent.location ?? '')).html).not.toContain('<script>alert');
  });

  test('is for coordinators', async () => {
    for (const as of [who.member, who.auditor, who.administrator])
      expect((await start({}, as)).status).toBe(403);
  });
});

describe('what is in a collection', () => {
  test('a curator adds it; its page and the page of the finding show it', async () => {
    expect((await add()).banner).toBe('Finding added');
    expect((await page()).text).toContain('The only count there is');
    const links = (await visit(paths.finding(finding.reference))).links.map(({ href }) => href);
    expect(links).toContain(paths.collection(collection.slug));
    expect((await add()).status).toBe(409);
  });

  test('never shows or counts a finding that its reader may not know of', async () => {
    const inside = await makeFinding({ title: 'Inside knowledge' });
    await add();
    await add(inside.reference);
    for (const as of [undefined, who.unverified, who.committee]) {
      expect((await page(as)).html).not.toContain('Inside knowledge');
      expect((await visitData(paths.collection(collection.slug), { as })).body).not.toContain(
        'Inside knowledge',
      );
      expect((await visit(paths.collections(), { as })).text).toContain('1 finding');
    }
    expect((await page(who.auditor)).text).toContain('Inside knowledge');
    expect((await visit(paths.collections(), { as: who.member })).text).toContain('2 findings');
  });

  test('leaves it when it is retracted, and a draft never comes in', async () => {
    await add();
    const retracted = { retractedAt: new Date(), retractedReason: 'Wrong' };
    await database.db.finding.update({ where: { id: finding.id }, data: retracted });
    for (const as of [undefined, curator, who.coordinator]) {
      expect((await page(as)).text).not.toContain('Boats at night');
      expect((await visit(paths.finding(finding.reference), { as })).html).not.toContain(collection.slug);
    }
    const draft = await makeFinding({ state: 'draft', submittedById: curator });
    expect((await add(draft.reference)).messageBeside('reference')).toBe(
      'Only a finding that is published comes in',
    );
    const hidden = await makeFinding({ state: 'draft' });
    for (const reference of [hidden.reference, 'AAAAAAAA']) expect((await add(reference)).status).toBe(422);
    expect((await add(hidden.reference)).messageBeside('reference')).toBe(
      'There is no finding with this reference',
    );
  });

  test('is taken out with a reason, which stays in its history', async () => {
    await add();
    const path = paths.removeFromCollection(collection.slug, finding.reference);
    const remove = (reason: string, as = curator) => send(path, { reason }, { as });
    expect((await remove('', curator)).messageBeside('reason')).toBe('Say why it does not belong here');
    expect((await remove('x', who.member)).status).toBe(403);
    await remove('It is about lorries');
    expect((await page()).text).not.toContain('Boats at night');
    expect((await remove('Again')).status).toBe(404);
    const history = await visit(paths.collectionHistory(collection.slug), { as: who.member });
    expect(history.text).toContain('It is about lorries');
    expect(history.text).toContain('Came in: Boats at night');
    expect((await visit(paths.collectionHistory(collection.slug), { as: who.unverified })).status).toBe(404);
    expect((await add()).status).toBe(303);
  });

  test('pressed twice at once it is in once', async () => {
    const answers = await Promise.all([add(), add(finding.reference, who.coordinator)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await database.db.collectionEntry.count({ where: { collectionId: collection.id } })).toBe(1);
  });

  test('is read a page at a time, each once', async () => {
    for (let place = 0; place < 26; place += 1)
      await add((await makeFinding({ title: `Boat number ${place}`, released: true })).reference);
    const first = await page();
    const second = await visit(first.links.find(({ text }) => text.includes('Next'))?.href ?? '');
    const titles = [first, second]
      .flatMap(({ links }) => links.map(({ text }) => text))
      .filter((text) => text.startsWith('Boat number'));
    expect([titles.length, new Set(titles).size]).toEqual([26, 26]);
  });
});

describe('its rules', () => {
  test('where every finding is accepted by another, nobody adds at once', async () => {
    collection = await makeCollection(curator, { review: 'accepted' });
    expect((await add()).status).toBe(403);
    const ask = paths.askAbout(finding.reference, 'inclusion');
    const said = { collection: collection.slug, reason: 'It is about boats' };
    await send(ask, said, { as: curator });
    const { reference } = await database.db.request.findFirstOrThrow({
      where: { collectionId: collection.id },
    });
    const accept = (as: string) => send(paths.requestStep(reference, 'accept'), {}, { as });
    expect((await accept(curator)).status).toBe(403);
    expect((await accept(who.coordinator)).status).toBe(303);
    expect((await page()).text).toContain('It is about boats');
  });

  test('where only curators propose, and where it is closed, members are not asked', async () => {
    const strict = await makeCollection(curator, { proposers: 'curators' });
    const closed = await makeCollection(curator, { closedAt: new Date() });
    const ask = paths.askAbout(finding.reference, 'inclusion');
    const form = await visit(ask, { as: who.member });
    expect(form.html).toContain(collection.slug);
    for (const { slug } of [strict, closed]) {
      expect(form.html).not.toContain(slug);
      expect((await send(ask, { collection: slug, reason: 'x' }, { as: who.member })).status).toBe(403);
    }
    expect(
      (await send(paths.addToCollection(closed.slug), { reference: finding.reference }, { as: curator }))
        .status,
    ).toBe(403);
  });

  test('are changed by its curators; what somebody else changed meanwhile is not written over', async () => {
    const path = paths.editCollection(collection.slug);
    const form = await visit(path, { as: curator });
    const fields = { ...(form.fields as Record<string, string>), scope: 'Only crossings', open: 'closed' };
    expect((await send(path, fields, { as: who.member })).status).toBe(403);
    expect((await send(path, fields, { as: curator })).banner).toBe('Collection changed');
    expect((await send(path, fields, { as: who.coordinator })).status).toBe(409);
    expect((await page()).text).toContain('No, nothing comes in any more');
  });
});

test('curators are added by address and ended, but never the last one', async () => {
  const { address, id } = await makeAccount({ name: 'New Keeper' });
  const path = paths.collectionCurators(collection.slug);
  const addCurator = (value: string) => send(path, { address: value }, { as: curator });
  expect((await addCurator('nobody@nowhere.example')).messageBeside('address')).toBe(
    'No verified member has this e-mail address',
  );
  expect((await addCurator(address)).banner).toBe('Curator added');
  expect((await addCurator(address)).messageBeside('address')).toBe('This person is a curator already');
  expect((await toldOf('CuratorWasAdded', collection.id)).people).toEqual([id]);
  const rows = await database.db.collectionCurator.findMany({
    where: { collectionId: collection.id },
    orderBy: { id: 'asc' },
  });
  const end = (row: number) => send(path, { intent: 'end', curator: rows[row]?.id }, { as: curator });
  expect((await end(1)).banner).toBe('No longer a curator');
  expect((await toldOf('CuratorWasEnded', collection.id)).people).toEqual([id]);
  expect((await end(0)).status).toBe(422);
  await expect(
    database.db.collectionCurator.updateMany({
      where: { collectionId: collection.id, endedAt: null },
      data: { endedAt: new Date() },
    }),
  ).rejects.toThrow('CollectionNeedsACurator');
});
