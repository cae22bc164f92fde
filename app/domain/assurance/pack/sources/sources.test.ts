import { describe, expect, test } from 'vitest';
import { STAGE_ORDER } from '../pack';
import { leftOutOf, NEVER, SOURCES } from './all';
import { ofAward, ofBid, ofQuestion, ofScores, under, type Gate } from './source';

const named = SOURCES.map((source) => [source.name, source] as const);
const SECRET = /nonce|sealed|wrapped|draft|stored|asker|token|secret/;

describe('each source of a pack', () => {
  test.each(named)(
    '%s names a file, a table and columns, and no word that ends a statement',
    (_name, source) => {
      expect(source.name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(source.table).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(source.title).toMatch(/^[A-Z]/);
      expect(STAGE_ORDER).toContain(source.stage);
      expect(source.key.length).toBeGreaterThan(0);
      for (const column of [...source.key, ...(source.omit ?? [])]) expect(column).toMatch(/^[a-z0-9_]+$/);
      expect(source.where + source.order).not.toMatch(/;|--|\/\*/);
      expect(source.where).toMatch(/\bq\.|\bshown\b|\bawards\b/);
    },
  );

  test('no two are one file, and none is a set that is collected apart', () => {
    const names = SOURCES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const apart = ['facts', 'ranking', 'ranking-rule', 'open-contracting', 'person', 'organisation', 'team'];
    for (const name of [...apart, 'expression', 'bid-text', 'bid-price']) expect(names).not.toContain(name);
  });

  test('none is of a table that is in no pack', () => {
    const never = new Set(Object.keys(NEVER));
    expect(SOURCES.filter(({ table }) => never.has(table))).toEqual([]);
  });

  test('a column that names a row is never one that is kept out, nor a secret one', () => {
    for (const { key, omit = [] } of SOURCES) {
      expect(key.filter((column) => omit.includes(column))).toEqual([]);
      expect(key.filter((column) => SECRET.test(column))).toEqual([]);
    }
  });

  test('every reason why a table is in none is a sentence', () => {
    for (const why of Object.values(NEVER)) expect(why).toMatch(/^[A-Z].*\.$/);
  });

  test('what is tied to bids alone opens with bids or later, never to whoever makes a pack', () => {
    const early = SOURCES.filter(
      ({ where, gate }) => /\bIN \(SELECT id FROM shown\)$/.test(where) && gate === 'file',
    );
    expect(early.map(({ name }) => name)).toEqual([]);
  });
});

describe('a source in short', () => {
  const short = { name: 'two-words', title: 'Two words', stage: 'bids' as const, order: 't.number' };

  test.each([
    ['of the question', ofQuestion(short), 't.question_id = q.id', 'file'],
    ['of a bid', ofBid(short), 't.bid_id IN (SELECT id FROM shown)', 'bids'],
    ['of scores', ofScores(short), 't.bid_id IN (SELECT id FROM shown)', 'scores'],
    ['of an award', ofAward(short), 't.award_id IN (SELECT id FROM awards)', 'file'],
    ['under something else', under(short, 't.x = q.id'), 't.x = q.id', 'file'],
  ])('%s', (_what, source, where, gate) =>
    expect(source).toEqual({ ...short, table: 'two_words', key: ['id'], where, gate }),
  );

  test('what it says itself goes before', () => {
    const own = { ...short, table: 'other', key: ['a', 'b'], gate: 'scores' as const, where: 't.y = q.id' };
    expect(ofQuestion(own)).toEqual(own);
  });
});

describe('what is left out', () => {
  const closed = (...gates: [Gate, string][]) => leftOutOf(new Map(gates));
  const always = closed();

  test('is told of every pack: annexes, who asked, suspicions, drafts', () => {
    expect(always.map(({ what }) => what)).toEqual([
      'Annexes',
      'Who asked for clarifications, watched or showed interest',
      'Suspected conflicts that nobody confirmed',
      'Drafts of bids, withdrawn bids and earlier submissions',
    ]);
    for (const { why } of always) expect(why).toMatch(/\.$/);
  });

  test('begins with what is closed now, each with its reason', () => {
    const all = closed(['bids', 'Sealed.'], ['scores', 'Not agreed.'], ['advice', 'Private.']);
    expect(all.slice(0, 3)).toEqual([
      { what: 'Bids and all that is tied to them', why: 'Sealed.' },
      { what: 'Scores, ranking and what followed from them', why: 'Not agreed.' },
      { what: 'Answers of experts', why: 'Private.' },
    ]);
    expect(all.slice(3)).toEqual(always);
  });

  test('the file itself is never said to be left out', () => expect(closed(['file', 'x'])).toEqual(always));
});
