import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '~/domain/command.server';
import { declareFollowing } from '~/domain/strategy/commands/declare-following.server';
import { differenceOf } from '~/domain/strategy/following/divergence';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeCoordinator, makeOwner, type Owner } from '../../../../tests/support/factories/strategy-cast';
import { done, ending } from '../../../../tests/support/outcome';
import { send, visit } from '../../../../tests/support/site';
import { deadLinks } from '../../../../tests/support/site/links';

const store = useDatabase();
let north: Owner;
let south: Owner;
let member = '';

const declare = (owner: Owner, followed: string, over: Record<string, unknown> = {}) =>
  run(declareFollowing, owner.actor, {
    ...{ organisation: owner.organisation.slug, followed, startsOn: '2026-01-01', note: '' },
    ...over,
  });

beforeAll(async () => {
  [north, south] = [await makeOwner('Police of the North'), await makeOwner('Police of the South')];
  member = (await makePerson()).id;
});

test('two sets differ by what their priorities cover; what is mapped to nothing is named', () => {
  const area = (slug: string) => ({ slug, name: slug });
  const set = (slug: string, priorities: [string, string[]][]) => ({
    ...{ slug, document: slug },
    priorities: priorities.map(([name, areas]) => ({
      id: name,
      reference: name,
      name,
      areas: areas.map(area),
    })),
  });
  const one = set('one', [
    ['harm', ['fraud', 'drugs']],
    ['loose', []],
  ]);
  const other = set('other', [['money', ['fraud', 'laundering']]]);
  expect(differenceOf(one, other)).toMatchObject({
    onlyInOne: [{ name: 'harm', areas: ['drugs'] }],
    onlyInOther: [{ name: 'money', areas: ['laundering'] }],
    shared: ['fraud'],
    unmapped: ['loose'],
  });
});

describe('what organisations follow', () => {
  test('is nothing until somebody says it', async () => {
    const page = await visit(paths.following(), { as: member });
    expect(page.heading).toBe('Who follows what');
    expect(page.text).toContain('No organisation has said what it follows');
  });

  test('two that declare different sets are listed as parting, with what is in one alone', async () => {
    done(await declare(north, 'set:nca-2018-19', { note: 'Until told otherwise' }));
    done(await declare(south, 'set:nca-2019-05'));
    const page = await visit(paths.following(), { as: member });
    expect(page.heading).toBe('Organisations part in one place');
    expect(page.text).toContain('Only in National Strategic Assessment 2019');
    expect(page.text).toContain('Illegal drugs');
    expect(page.text).toContain('Until told otherwise');
    expect(await deadLinks(page, { as: member })).toEqual([]);
    expect(page.text).toContain('Compare them');
    const committee = { as: (await makePerson({ roles: ['committeeReader'] })).id };
    const theirs = await visit(paths.following(), committee);
    expect([theirs.text.includes('Only in'), theirs.text.includes('Compare them')]).toEqual([true, false]);
    expect(await deadLinks(theirs, committee)).toEqual([]);
  });

  test('different frameworks are listed too', async () => {
    done(await declare(north, 'framework:soc-strategy-2018'));
    done(await declare(south, 'framework:soc-strategy-2023'));
    const page = await visit(paths.following(), { as: member });
    expect(page.heading).toBe('Organisations part in 2 places');
    expect(page.text).toContain('Different frameworks');
  });

  test('is said once for the same days, by form and by the database', async () => {
    expect(ending(await declare(north, 'set:nca-2018-19', { startsOn: '2026-05-01' }))).toBe(
      'FollowedAlready',
    );
    expect(
      ending(await declare(north, 'set:nca-2018-19', { startsOn: '2020-01-01', endsOn: '2020-12-31' })),
    ).toBe('done');
    expect(ending(await declare(north, 'set:nothing'))).toBe('NothingIsFollowed');
    expect(ending(await declare(north, 'other'))).toBe('invalid');
    expect(ending(await declare(north, 'set:spr-2023', { endsOn: '2025-01-01' }))).toBe('EndIsBeforeStart');
    await expect(store.db.following.updateMany({ data: { note: 'x' } })).rejects.toThrow(/FollowingIsKept/);
    await expect(store.db.following.deleteMany()).rejects.toThrow(/FollowingIsKept/);
  });

  test('is said by whoever answers for the organisation, or a coordinator', async () => {
    const other = { organisation: south.organisation.slug };
    expect(ending(await declare(north, 'set:spr-2023', other))).toBe('denied');
    expect((await visit(paths.declareFollowing(), { as: member })).status).toBe(403);
    const coordinator = await makeCoordinator();
    const sent = { organisation: south.organisation.slug, followed: 'set:spr-2023', note: '' };
    const day = { 'startsOn.day': '1', 'startsOn.month': '2', 'startsOn.year': '2026' };
    expect((await send(paths.declareFollowing(), { ...sent, ...day }, { as: coordinator.id })).status).toBe(
      303,
    );
    const form = await visit(paths.declareFollowing(), { as: north.id });
    expect(form.fields['organisation']).toBe(north.organisation.slug);
  });

  test('is ended with the reason, and that it was stays', async () => {
    const page = await visit(paths.following(), { as: north.id });
    const end = page.links.find(({ href }) => href.endsWith('/end'));
    const address = end?.href ?? '';
    expect((await visit(address, { as: south.id })).status).toBe(403);
    const day = { 'endsOn.day': '1', 'endsOn.month': '6', 'endsOn.year': '2026' };
    expect((await send(address, { ...day, why: ' ' }, { as: north.id })).messageBeside('why')).toBe(
      'Say why it ends',
    );
    expect((await send(address, { ...day, why: 'Merged' }, { as: north.id })).status).toBe(303);
    expect((await send(address, { ...day, why: 'Again' }, { as: north.id })).status).toBe(409);
    const before = await visit(paths.following('2026-03-01'), { as: member });
    expect(before.status).toBe(200);
  });
});
