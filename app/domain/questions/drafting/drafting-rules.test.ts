import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ADVICE, INTEREST, STUDY, wholeRow } from '../../../../tests/support/factories/draft-rows';
import { defaultCriteria, DEFAULT_CRITERIA, LIGHT_CRITERIA, totalWeight } from '../criteria';
import { closingRefusal } from '../dates/closing';
import { HOLDS_OFFICIAL_SENSITIVE, markingRefusal, showMarking } from '../marking';
import { refuseTexts } from '../texts/checked-text';
import { countWords } from '../../words';
import { tooManyWords } from '../texts/words';
import { clarificationState, isOverdue } from '../clarifications/clarification';
import { answerToken } from '../advice/answer-token.server';
import { newDraft } from './new-draft';
import { publishedContent } from './published-content';
import { seenToken } from './seen-token.server';
import { pick } from './stored-part';

const now = new Date('2026-11-21T12:00:00Z');

describe('a new draft', () => {
  const made = (route: { priceScored: boolean; takesBids: boolean }) =>
    newDraft({
      id: 'id',
      reference: '22222222',
      title: 'Who?',
      team: { id: 'team' },
      route: { id: 'route', ...route },
      authorId: 'author',
      now,
    });

  test.each([
    [{ takesBids: true, priceScored: true }, 70, 30],
    [{ takesBids: true, priceScored: false }, 100, 0],
    [{ takesBids: false, priceScored: true }, 100, 0],
    [{ takesBids: false, priceScored: false }, 100, 0],
  ])('of a route with %j starts at %d to %d', (route, quality, price) => {
    expect(made(route)).toMatchObject({ qualityWeight: quality, priceWeight: price });
  });

  test('holds no date but those of its row, and nobody’s approval', () => {
    const draft = made({ takesBids: true, priceScored: true });
    expect(
      Object.keys(draft)
        .filter((field) => field.endsWith('At'))
        .sort(),
    ).toEqual(['createdAt', 'updatedAt']);
  });
});

describe('criteria to start with', () => {
  test('both sets total 100; light scoring has fewer', () => {
    expect(totalWeight(DEFAULT_CRITERIA)).toBe(100);
    expect(totalWeight(LIGHT_CRITERIA)).toBe(100);
    expect(LIGHT_CRITERIA.length).toBeLessThan(DEFAULT_CRITERIA.length);
  });

  test('a route without bids has none', () => {
    expect(defaultCriteria({ takesBids: false, lightCriteria: true })).toEqual([]);
    expect(defaultCriteria({ takesBids: true, lightCriteria: true })).toBe(LIGHT_CRITERIA);
    expect(defaultCriteria({ takesBids: true, lightCriteria: false })).toBe(DEFAULT_CRITERIA);
  });
});

describe('what is published', () => {
  const windows = {
    biddingWorkingDays: 20,
    clarificationsCloseAt: new Date('2026-12-01T17:00:00Z'),
    answersDueAt: null,
  };

  test('holds every answer of every task of its route, as readers saw it', () => {
    const content = publishedContent({ ...wholeRow(), visibility: 'network' }, windows);
    expect(content).toMatchObject({
      route: 'commissioned-study',
      visibility: 'network',
      biddingWorkingDays: 20,
      clarificationsCloseAt: '2026-12-01T17:00:00.000Z',
      answersDueAt: null,
      closesAt: '2027-02-11T17:00:00.000Z',
    });
    expect(content.tasks.map(({ task }) => task)).toHaveLength(9);
    const text = JSON.stringify(content);
    for (const answer of [
      'Which roles are approached?',
      '£90,000 to £120,000',
      'Olive Owner',
      'About 60 days',
    ])
      expect(text).toContain(answer);
    expect(JSON.parse(text)).toEqual(content);
  });

  test.each([
    [ADVICE, 1],
    [INTEREST, 4],
    [STUDY, 9],
  ])('a %o has as many parts as tasks', (route, count) => {
    const content = publishedContent({ ...wholeRow({ route }), visibility: 'team' }, windows);
    expect(content.tasks).toHaveLength(count);
  });
});

describe('naming stored answers by their content', () => {
  test('the same answers have the same name, in whatever order; others another', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string(), { maxKeys: 6 }), fc.string(), (values, other) => {
        const turned = Object.fromEntries(Object.entries(values).reverse());
        expect(seenToken(turned)).toBe(seenToken(values));
        expect(seenToken({ ...values, another: `${other}!` })).not.toBe(seenToken(values));
      }),
    );
  });

  test('nothing said and left out are one; a day is named by its instant', () => {
    expect(seenToken({ title: 'Who?', neededBy: undefined })).toBe(seenToken({ title: 'Who?' }));
    expect(seenToken({ on: new Date('2027-01-01') })).not.toBe(seenToken({ on: new Date('2027-01-02') }));
    expect(answerToken(null)).toBe(answerToken({ body: '', limits: '' }));
    expect(answerToken({ body: 'a', limits: 'b' })).not.toBe(answerToken({ body: 'b', limits: 'a' }));
  });

  test('only answers to these fields are stored, and nothing that JSON cannot hold', () => {
    const values = { one: 'a', two: undefined, three: ['x'], four: null, five: () => 1, more: 'not mine' };
    expect(pick(values, { one: 1, two: 1, three: 1, four: 1, five: 1, six: 1 })).toEqual({
      one: 'a',
      three: ['x'],
    });
  });
});

describe('closing', () => {
  test('an hour that does not exist, the past and now itself are refused; the future stands', () => {
    expect(closingRefusal(null, now)?.field).toBe('closesTime');
    expect(closingRefusal(now, now)?.field).toBe('closesOn');
    expect(closingRefusal(new Date(now.getTime() - 1), now)?.field).toBe('closesOn');
    expect(closingRefusal(new Date(now.getTime() + 1), now)).toBeUndefined();
    expect(closingRefusal(new Date('2000-01-01'), null)).toBeUndefined();
  });
});

describe('markings', () => {
  test('above what the installation holds is refused with what to do; no marking is not', () => {
    expect(HOLDS_OFFICIAL_SENSITIVE).toBe(false);
    expect(markingRefusal('SECRET')).toContain('remove what you typed here');
    expect(markingRefusal('OFFICIAL_SENSITIVE')).toContain('holds OFFICIAL only');
    expect(markingRefusal('OFFICIAL')).toBeUndefined();
    expect(markingRefusal(undefined)).toBeUndefined();
    expect(showMarking('OFFICIAL_SENSITIVE')).toBe('OFFICIAL-SENSITIVE');
  });
});

describe('words', () => {
  test('are counted as people count them', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[,.]?[a-z][a-z,.]{0,6}$/), { maxLength: 40 }), (words) => {
        expect(countWords(words.join(' '))).toBe(words.length);
        expect(countWords(`\n ${words.join(' \n\t ')}  `)).toBe(words.length);
      }),
    );
  });

  test('one too many is said with how many there are', () => {
    expect(tooManyWords('one two three', 3)).toBeUndefined();
    expect(tooManyWords('one two three four', 3)).toBe('Use 3 words or fewer. There are 4');
  });

  test('a text with too many words is refused by its field even when it was confirmed', () => {
    const text = 'Write to j.smith@example.org please';
    expect(refuseTexts({ note: 'Three short words' }, 3)).toBeUndefined();
    expect(refuseTexts({ note: text }, 10)?.fields?.['note']).toContain('an e-mail address');
    expect(refuseTexts({ note: text }, 10, true)).toBeUndefined();
    expect(refuseTexts({ note: text, other: 'fine' }, 2, true)?.fields).toEqual({
      note: 'Use 2 words or fewer. There are 4',
    });
  });
});

describe('a clarification', () => {
  const stages = { answeredAt: null, declinedAt: null };

  test('waits until it is answered or declined', () => {
    expect(clarificationState(stages)).toBe('waiting');
    expect(clarificationState({ ...stages, answeredAt: now })).toBe('answered');
    expect(clarificationState({ ...stages, declinedAt: now })).toBe('declined');
  });

  test('is overdue once its answer is due, and never when it is settled or nothing is due', () => {
    const due = new Date(now.getTime() - 1);
    expect(isOverdue('waiting', due, now)).toBe(true);
    expect(isOverdue('waiting', new Date(now.getTime() + 1), now)).toBe(false);
    expect(isOverdue('waiting', null, now)).toBe(false);
    expect(isOverdue('answered', due, now)).toBe(false);
    expect(isOverdue('declined', due, now)).toBe(false);
  });
});
