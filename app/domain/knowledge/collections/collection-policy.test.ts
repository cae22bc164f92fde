import { describe, expect, test } from 'vitest';
import { nobody, someone } from '../../../../tests/support/factories/actors';
import { collectionFields, slugFrom, slugInput } from './collection';
import {
  mayAddAtOnce,
  mayAdmitTo,
  mayKeepCollection,
  mayProposeFor,
  mayStartCollection,
  type CollectionStanding,
} from './collection-policy';

const ACTORS = {
  visitor: nobody,
  unverified: someone({ id: 'u', verified: false }),
  member: someone({ id: 'member' }),
  curator: someone({ id: 'curator' }),
  'curator who is no longer verified': someone({ id: 'curator', verified: false }),
  coordinator: someone({ id: 'coordinator', roles: ['coordinator'] }),
  auditor: someone({ id: 'auditor', roles: ['auditor'] }),
  administrator: someone({ id: 'administrator', roles: ['administrator'] }),
} as const;

const collection = (over: Partial<CollectionStanding> = {}): CollectionStanding => ({
  ...{ proposers: 'members', review: 'atOnce', closed: false, curatorIds: ['curator'], ...over },
});

type Rule = (actor: (typeof ACTORS)[keyof typeof ACTORS], standing: CollectionStanding) => { kind: string };
const who = (rule: Rule, standing = collection()): string[] =>
  Object.entries(ACTORS)
    .filter(([, actor]) => rule(actor, standing).kind === 'allow')
    .map(([name]) => name);

const KEEPERS = ['curator', 'coordinator'];

describe('a collection', () => {
  test('is started by coordinators', () => expect(who(mayStartCollection)).toEqual(['coordinator']));

  test('is kept by its curators and the coordinators, open or closed', () => {
    expect(who(mayKeepCollection)).toEqual(KEEPERS);
    expect(who(mayKeepCollection, collection({ closed: true }))).toEqual(KEEPERS);
  });

  test('takes at once what they add, unless each finding is accepted by another', () => {
    expect(who(mayAddAtOnce)).toEqual(KEEPERS);
    expect(who(mayAddAtOnce, collection({ review: 'accepted' }))).toEqual([]);
    expect(who(mayAdmitTo, collection({ review: 'accepted' }))).toEqual(KEEPERS);
  });

  test('takes proposals of every member, or of its curators alone', () => {
    expect(who(mayProposeFor)).toEqual(['member', 'curator', 'coordinator', 'administrator']);
    expect(who(mayProposeFor, collection({ proposers: 'curators' }))).toEqual(KEEPERS);
  });

  test('takes nothing once it is closed', () => {
    for (const rule of [mayAddAtOnce, mayAdmitTo, mayProposeFor])
      expect(who(rule, collection({ closed: true }))).toEqual([]);
  });
});

describe('the address of a collection', () => {
  test.each([
    ['Small boats', 'small-boats'],
    ['  Routes, prices & small trades!  ', 'routes-prices-small-trades'],
    ['Économie souterraine', 'economie-souterraine'],
    ['🦑', ''],
    ['../../etc', 'etc'],
    ['a'.repeat(200), 'a'.repeat(80)],
    [`${'ab '.repeat(30)}`, 'ab-'.repeat(30).slice(0, 80).replace(/-$/, '')],
  ])('from %o', (title, slug) => {
    expect(slugFrom(title)).toBe(slug);
    if (slug !== '') expect(slugInput.safeParse(slug).success).toBe(true);
  });

  test.each(['', 'Small', 'small_boats', '-small', 'small-', 'a--b', '../x', 'a'.repeat(101), null, 7])(
    '%o is none',
    (slug) => expect(slugInput.safeParse(slug).success).toBe(false),
  );
});

test.each([
  ['title', ''],
  ['title', 'x'.repeat(151)],
  ['scope', ' \n '],
  ['scope', 'x'.repeat(2001)],
  ['proposers', 'everybody'],
  ['review', ''],
] as const)('%s of %o is refused', (field, value) =>
  expect(collectionFields[field].safeParse(value).success).toBe(false),
);
