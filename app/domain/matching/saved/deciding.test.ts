import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AS_OF, nobody, someone } from '../../../../tests/support/factories/actors';
import { isAllowed } from '../../policy';
import { isRefusal } from '../../refusal';
import { changeSavedSearch } from '../commands/change-saved-search.server';
import { closeSearchFeed } from '../commands/close-search-feed.server';
import { deleteSavedSearch } from '../commands/delete-saved-search.server';
import { openSearchFeed } from '../commands/open-search-feed.server';
import { saveSearch } from '../commands/save-search.server';
import { LONGEST } from '../language/query-language';
import { factAbout, type OwnSavedSearch } from './own-saved-search.server';
import { alertInput, ALERTS, alerts, asks, MOST_SAVED, nameInput, queryInput } from './saved-search';

const saved = (over: Partial<OwnSavedSearch> = {}): OwnSavedSearch => ({
  ...{ id: 'search', reference: 'H7K4QXM2', personId: 'somebody', name: 'Ports', query: 'secret ports' },
  ...{ alert: 'never', savedAt: AS_OF, lookedAt: AS_OF, oldUntil: null, feedHash: null, feedMadeAt: null },
  ...over,
});
const situation = <Input, Loaded>(input: Input, loaded: Loaded) => ({
  ...{ input, loaded, actor: someone(), now: AS_OF },
  ...{ newId: () => 'new id', newReference: () => 'NEW22222' },
});
const reference = '22222222';
const asked = { name: 'Ports', query: 'ports', alert: 'daily' as const };
const save = (over: Partial<typeof asked> = {}, count = 0) =>
  saveSearch.decide(situation({ ...asked, ...over }, { personId: 'somebody', saved: count }));
const change = (from: OwnSavedSearch['alert'], to: OwnSavedSearch['alert']) =>
  changeSavedSearch.decide(situation({ reference, name: 'Quays', alert: to }, saved({ alert: from })));

describe('saving', () => {
  test('keeps what was asked, as of now', () => {
    expect(save()).toEqual({
      change: {
        ...{ id: 'new id', reference: 'NEW22222', personId: 'somebody', ...asked },
        ...{ savedAt: AS_OF, lookedAt: AS_OF },
      },
      facts: [factAbout('SearchWasSaved', { id: 'new id', personId: 'somebody' }, { alert: 'daily' })],
    });
  });

  test.each([
    [MOST_SAVED - 1, 'ports', null],
    [MOST_SAVED, 'ports', 'TooManySearches'],
    [MOST_SAVED + 9, 'ports', 'TooManySearches'],
    // Two accounts that became one may have more: what is wrong with the text is told later.
    [MOST_SAVED, '-ports', 'TooManySearches'],
    [0, '-ports', 'SearchAsksForNothing'],
    [0, '"" ()', 'SearchAsksForNothing'],
    [0, '-threat:fraud', null],
  ])('where %d are saved, %j is refused as %s', (count, query, name) => {
    const decided = save({ query }, count);
    expect(isRefusal(decided) ? decided.name : null).toBe(name);
    if (isRefusal(decided) && name === 'SearchAsksForNothing')
      expect(decided.fields).toEqual({ query: decided.message });
  });

  test('is refused beside the name where that is taken, whichever way it came', () => {
    for (const operation of [saveSearch, changeSavedSearch])
      expect(operation.rules?.['saved_search_one_name']).toMatchObject({
        name: 'SearchNameIsTaken',
        fields: { name: 'You have a saved search of this name. Choose another name' },
      });
  });
});

describe('changing', () => {
  test('begins to know what is found only where nothing was told before', () => {
    for (const from of alerts)
      for (const to of alerts) {
        const decided = change(from, to);
        expect(isRefusal(decided) ? null : decided.change.begins, `${from} to ${to}`).toBe(
          from === 'never' && to !== 'never',
        );
      }
  });

  test('renames, and records when they are told', () => {
    const decided = change('daily', 'weekly');
    expect(decided).toMatchObject({ change: { name: 'Quays', alert: 'weekly' } });
    expect(isRefusal(decided) ? [] : decided.facts).toEqual([
      factAbout('SavedSearchWasChanged', saved(), { alert: 'weekly' }),
    ]);
  });

  test('takes no other query, and deleting takes nothing but the reference', () => {
    const valid = { reference, name: 'Quays', alert: 'daily' };
    expect(changeSavedSearch.input.safeParse(valid).success).toBe(true);
    expect(changeSavedSearch.input.safeParse({ ...valid, query: 'x' }).success).toBe(false);
    for (const { input } of [deleteSavedSearch, openSearchFeed, closeSearchFeed]) {
      expect(input.safeParse({ reference: '22222223' }).success).toBe(false);
      expect(input.safeParse({ reference: 'x' }).success).toBe(false);
      expect(input.safeParse({}).success).toBe(false);
    }
  });
});

describe('a feed', () => {
  const open = () => {
    const decided = openSearchFeed.decide(situation({ reference }, saved()));
    if (isRefusal(decided)) throw new Error(decided.name);
    return decided;
  };

  test('has a key that nobody can guess, another each time, of which the facts say nothing', () => {
    const keys = Array.from({ length: 20 }, () => open().change.secret);
    expect(new Set(keys.map(({ token }) => token)).size).toBe(20);
    for (const { token, hash } of keys) {
      expect(token).toMatch(/^[\w-]{43}$/);
      expect(hash.length).toBe(32);
      expect(Buffer.from(hash).toString('base64url')).not.toBe(token);
    }
    const { change: held, facts } = open();
    expect(JSON.stringify(facts)).not.toContain(held.secret.token);
    expect(held.feedMadeAt).toBe(AS_OF);
    expect(openSearchFeed.secret).toBe(true);
  });

  test('is closed once', () => {
    const close = (feedHash: OwnSavedSearch['feedHash']) =>
      closeSearchFeed.decide(situation({ reference }, saved({ feedHash })));
    expect(close(null)).toMatchObject({ name: 'FeedIsClosed', stale: true });
    expect(close(new Uint8Array(32))).toMatchObject({ facts: [factAbout('SearchFeedWasClosed', saved())] });
  });
});

test('no fact says what somebody looks for, or how they call it', () => {
  const decisions = [
    ...[save({ query: 'secret ports', name: 'Secret' }), change('never', 'daily')],
    deleteSavedSearch.decide(situation({ reference }, saved({ name: 'Secret' }))),
    openSearchFeed.decide(situation({ reference }, saved({ name: 'Secret' }))),
    closeSearchFeed.decide(situation({ reference }, saved({ feedHash: new Uint8Array(32), name: 'Secret' }))),
  ];
  for (const decided of decisions) {
    const facts = isRefusal(decided) ? [] : decided.facts;
    expect(facts).toHaveLength(1);
    expect(facts[0]).toMatchObject({ noun: 'person', nounId: 'somebody' });
    expect(JSON.stringify(facts)).not.toMatch(/secret|quays/i);
  }
});

test.each([
  ['somebody who is signed in', someone(), true],
  ['somebody who is not verified yet', someone({ verified: false }), true],
  ['somebody without their second factor', someone({ secondFactorPassed: false }), false],
  ['a visitor', nobody, false],
])('%s keeps searches: %s', (_who, actor, may) => {
  const row = saved();
  const verdicts = [
    saveSearch.authorise(actor, { personId: 'somebody', saved: 0 }, asked),
    changeSavedSearch.authorise(actor, row, { reference, name: 'Quays', alert: 'never' }),
    ...[deleteSavedSearch, openSearchFeed, closeSearchFeed].map(({ authorise }) =>
      authorise(actor, row, { reference }),
    ),
  ];
  expect(verdicts.map(isAllowed)).toEqual(verdicts.map(() => may));
});

describe('what is typed', () => {
  test.each([
    [nameInput, ' Ports\r\nand quays ', 'Ports\nand quays'],
    [nameInput, 'x'.repeat(100), 'x'.repeat(100)],
    [queryInput, '  ports  ', 'ports'],
    [queryInput, 'x'.repeat(LONGEST), 'x'.repeat(LONGEST)],
  ])('is kept trimmed (%#)', (input, given, kept) => {
    expect(input.parse(given)).toBe(kept);
  });

  test.each([
    [nameInput, '', 'Give the search a name'],
    [nameInput, 'x'.repeat(101), 'Use 100 characters or fewer for “The name”'],
    [nameInput, ['Ports'], 'Give the search a name'],
    [queryInput, ' \n ', 'Type what to search for'],
    [queryInput, 'x'.repeat(LONGEST + 1), `Use ${LONGEST} characters or fewer for “The search”`],
    [alertInput, 'hourly', 'Choose when to be told of new results'],
    [alertInput, undefined, 'Choose when to be told of new results'],
    [alertInput, 'toString', 'Choose when to be told of new results'],
  ])('is refused in words (%#)', (input, given, says) => {
    expect(input.safeParse(given).error?.issues.map(({ message }) => message)).toEqual([says]);
  });

  test('asks for something once one of its words is looked for', () => {
    const some = fc.array(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(some, fc.nat(), (words, pick) => {
        const without = words.map((word) => `-${word}`);
        expect(asks(without.join(' '))).toBe(false);
        const place = pick % words.length;
        expect(asks(without.with(place, words[place] ?? '').join(' '))).toBe(true);
      }),
    );
  });
});

test('each alert has its words', () => {
  expect(alerts.map((alert) => ALERTS[alert])).toEqual(['At once', 'Every day', 'Every Monday', 'Never']);
});
