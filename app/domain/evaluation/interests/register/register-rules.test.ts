import { beforeAll, describe, expect, test } from 'vitest';
import { nobody, someone } from '../../../../../tests/support/factories/actors';
import { useDatabase } from '../../../../../tests/support/database';
import { makeOrganisation, makePerson } from '../../../../../tests/support/factories/people';
import { INTEREST_KINDS, KIND_NAMES } from '../interest-kind';
import type { Bidder } from '../bidders.server';
import { aboutOf, whyNotEntry } from './entry-input.server';
import { lockedEntry } from './locked-entry.server';
import { ownEntries } from './own-entries.server';
import { prefilledFrom, type OwnEntry } from './prefill';
import { dueOn, mayKeepRegister } from './register';
import { newId } from '~/platform/ids.server';
import { newReference } from '~/domain/new-reference.server';

const store = useDatabase();
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const TODAY = { day: day('2026-11-22'), years: 3 };

const entry = (over: Partial<OwnEntry> = {}): OwnEntry => ({
  ...{ kind: 'employer', aboutIds: ['lead'], name: 'Ada Bidder', note: '', fromOn: null, untilOn: null },
  ...over,
});
const LISTED: Bidder[] = [
  { id: 'lead', reference: 'R-LEAD', name: 'Ada Bidder', kind: 'person' },
  { id: 'uni', reference: 'R-UNI', name: 'University of Wrexby', kind: 'organisation' },
  { id: 'uni2', reference: 'R-UNI2', name: 'UNIVERSITY OF WREXBY', kind: 'organisation' },
];

describe('what a register says about the bidders of a list', () => {
  test.each<[string, OwnEntry[]]>([
    ['an empty register', []],
    ['entries about others', [entry({ aboutIds: ['somebody'] }), entry({ aboutIds: [], name: 'Adabidder' })]],
    ['what is over', [entry({ untilOn: day('2023-11-21') })]],
    ['what has not begun', [entry({ fromOn: day('2026-11-23') })]],
    ['a known person whose name alone is alike', [entry({ aboutIds: ['other Ada'] })]],
  ])('is nothing by %s', (_, entries) => {
    expect(prefilledFrom(entries, LISTED, TODAY)).toBeNull();
    expect(prefilledFrom(entries, [], TODAY)).toBeNull();
  });

  test.each<[string, Partial<OwnEntry>, string[]]>([
    ['of an id', {}, ['R-LEAD']],
    ['on its last day', { untilOn: day('2023-11-22') }, ['R-LEAD']],
    ['on its first day', { fromOn: day('2026-11-22') }, ['R-LEAD']],
    [
      'of words in any case, each that has them',
      { aboutIds: [], name: 'university OF wrexby' },
      ['R-UNI', 'R-UNI2'],
    ],
    ['of family, however long ago', { kind: 'family', untilOn: day('1950-01-01') }, ['R-LEAD']],
  ])('is an entry %s', (_, over, about) => {
    expect(prefilledFrom([entry(over)], LISTED, TODAY)?.about).toEqual(about);
  });

  test('names each bidder and kind once, with a line an entry', () => {
    const said = prefilledFrom(
      [
        entry({ note: 'Until the merger' }),
        entry({ note: 'Until the merger' }),
        entry({ kind: 'coAuthor' }),
        entry({ kind: 'coAuthor', aboutIds: ['uni'], name: 'Old name' }),
      ],
      LISTED,
      TODAY,
    );
    expect(said).toEqual({
      about: ['R-LEAD', 'R-UNI'],
      kinds: ['employer', 'coAuthor'],
      details: [
        'Employer: Ada Bidder. Until the merger',
        'Co-author: Ada Bidder',
        'Co-author: University of Wrexby',
      ].join('\n'),
    });
  });

  test('fits the field that it fills, however much was declared', () => {
    const many = Array.from({ length: 60 }, (_, nth) => entry({ note: `${nth} ${'x'.repeat(80)}` }));
    expect(prefilledFrom(many, LISTED, TODAY)?.details).toHaveLength(2000);
  });
});

test('every kind of interest has a name and a hint', () => {
  expect(Object.keys(KIND_NAMES).sort()).toEqual([...INTEREST_KINDS].sort());
  for (const { name, hint } of Object.values(KIND_NAMES)) expect([name, hint]).not.toContain('');
});

test.each([
  [null, null],
  ['2025-11-22', '2026-11-22'],
  ['2024-02-29', '2025-03-01'],
])('a register declared on %s is due again on %s', (confirmed, due) => {
  const given = confirmed ? day(confirmed) : null;
  expect(dueOn(given)).toEqual(due ? day(due) : null);
  expect(given).toEqual(confirmed ? day(confirmed) : null);
});

test('whoever passed the second factor keeps a register, verified or not; to others there is none', () => {
  const kinds = [someone(), someone({ verified: false }), someone({ secondFactorPassed: false }), nobody];
  expect(kinds.map((actor) => mayKeepRegister(actor).kind)).toEqual(['allow', 'allow', 'hide', 'hide']);
});

describe('an entry', () => {
  const somebody = { aboutPersonId: 'p', aboutOrganisationId: null, aboutName: '' };

  test.each<[string | null, string | null, string | null]>([
    [null, null, null],
    ['2026-01-02', '2026-01-02', null],
    ['2026-01-02', '2026-01-01', 'EndIsBeforeStart'],
    [null, '2026-01-01', null],
  ])('from %s until %s is refused as %s', (from, until, name) => {
    const dates = { fromOn: from ? day(from) : undefined, untilOn: until ? day(until) : undefined };
    expect(whyNotEntry(dates, somebody, 'me')?.name ?? null).toBe(name);
  });

  test('is never in oneself', () => {
    expect(whyNotEntry({}, somebody, 'p')?.name).toBe('InterestIsInOneself');
  });
});

describe('who a name means', () => {
  let wrexby: string;
  let ada: string;
  const listed = (personId: string) =>
    store.db.expertProfile.update({ where: { personId }, data: { listed: true } });
  const words = (aboutName: string) => ({ aboutPersonId: null, aboutOrganisationId: null, aboutName });
  const person = (aboutPersonId: string) => ({ aboutPersonId, aboutOrganisationId: null, aboutName: '' });
  const organisation = (id: string) => ({ aboutPersonId: null, aboutOrganisationId: id, aboutName: '' });

  beforeAll(async () => {
    wrexby = (await makeOrganisation({ name: 'Wrexby Institute' })).id;
    ada = (await makePerson({ name: 'Ada Lister', expert: true })).id;
    await listed(ada);
  });

  test('is an organisation or a listed expert of exactly that name, in any case', async () => {
    expect(await aboutOf(store.db, 'wrexby INSTITUTE')).toEqual(organisation(wrexby));
    expect(await aboutOf(store.db, 'ada lister')).toEqual(person(ada));
    for (const name of ['Wrexby', 'Ada', '%', '_da Lister', "'; DROP TABLE person; --"])
      expect(await aboutOf(store.db, name)).toEqual(words(name));
  });

  test('is nobody whom the network may not find, so that no entry tells who is there', async () => {
    for (const [name, data] of [
      ['Hidden Hilda', { expert: true, change: {} }],
      ['Off Olga', { expert: false, change: {} }],
      ['Stopped Sam', { expert: true, change: { suspendedAt: new Date() } }],
      ['Unknown Una', { expert: true, change: { verifiedAt: null } }],
    ] as const) {
      const { id } = await makePerson({ name, expert: data.expert });
      if (data.expert)
        await store.db.expertProfile.update({
          where: { personId: id },
          data: { listed: name !== 'Hidden Hilda' },
        });
      await store.db.person.update({ where: { id }, data: data.change });
      expect(await aboutOf(store.db, name)).toEqual(words(name));
    }
  });

  test('stays words where two have it, or where it was merged away', async () => {
    const twin = await makePerson({ name: 'Ada Lister', expert: true });
    await listed(twin.id);
    expect(await aboutOf(store.db, 'Ada Lister')).toEqual(words('Ada Lister'));
    const old = await makeOrganisation({ name: 'Old Institute' });
    await store.db.organisation.update({ where: { id: old.id }, data: { mergedIntoId: wrexby } });
    expect(await aboutOf(store.db, 'Old Institute')).toEqual(words('Old Institute'));
  });
});

describe('the entries of one register', () => {
  test('in force are told under the names of today, and locked for their owner alone', async () => {
    const me = (await makePerson()).id;
    const other = (await makePerson()).id;
    const body = await makeOrganisation({ name: 'Body of Old' });
    const into = await makeOrganisation({ name: 'Body of New' });
    await store.db.organisation.update({ where: { id: body.id }, data: { mergedIntoId: into.id } });
    const row = (over: object, at: number) => ({
      ...{ id: newId(), reference: newReference(), personId: me, kind: 'employer' as const },
      ...{ aboutName: '', note: '', addedAt: new Date(at) },
      ...over,
    });
    const rows = [
      row({ aboutOrganisationId: body.id }, 1),
      row({ aboutName: 'A friend', kind: 'personal' }, 2),
      row({ aboutName: 'Over', endedAt: new Date(4) }, 3),
    ];
    await store.db.registeredInterest.createMany({ data: rows });
    const found = await ownEntries(store.db, me);
    expect(found.map(({ aboutIds, name, kind }) => [aboutIds.toSorted(), name, kind])).toEqual([
      [[body.id, into.id].toSorted(), 'Body of Old', 'employer'],
      [[], 'A friend', 'personal'],
    ]);
    expect(await ownEntries(store.db, other)).toEqual([]);
    const [first, , over] = rows;
    expect(await lockedEntry(store.db, me, first!.reference)).toEqual({ id: first!.id, personId: me });
    expect(await lockedEntry(store.db, other, first!.reference)).toBeNull();
    expect(await lockedEntry(store.db, me, over!.reference)).toBeNull();
  });
});
