import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { referenceFrom } from '../../reference';
import { stepInput } from './step-form';
import {
  DECISION_WORDS,
  DECISIONS,
  inOrder,
  kindAfter,
  nextStep,
  UPTAKE_KINDS,
  UPTAKE_WORDS,
  type UptakeKind,
} from './uptake';

const form = z.strictObject(stepInput);
const [finding, step, office] = [1, 2, 3].map((seed) => referenceFrom(new Uint8Array(7).fill(seed)));
const whole = {
  ...{ reference: finding, text: ' Check every van.\r\nTwice. ', happenedOn: '2026-11-01' },
  ...{ organisation: office, owner: 'Head of port security' },
};
const messages = (over: Record<string, unknown>) => {
  const read = form.safeParse({ ...whole, ...over });
  return read.success ? [] : read.error.issues.map(({ path, message }) => [path.join('.'), message]);
};

describe('a step as typed', () => {
  test('a recommendation follows nothing, decides nothing and needs no evidence', () => {
    expect(form.parse(whole)).toEqual({
      ...{ reference: finding, follows: '', text: 'Check every van.\nTwice.', organisation: office },
      ...{ happenedOn: new Date('2026-11-01'), owner: 'Head of port security', taken: undefined },
      ...{ evidence: '', impactRecord: '' },
    });
  });

  test('what was read is read the same again, as the command does', () => {
    const once = form.parse({ ...whole, follows: step, taken: 'partly', evidence: 'The order of May' });
    expect(form.parse(once)).toEqual(once);
  });

  test.each<[Record<string, unknown>, string, string]>([
    [{ text: ' \n ' }, 'text', 'Say what it is'],
    [{ text: 'x'.repeat(2001) }, 'text', 'Use 2,000 characters or fewer for “What it is”'],
    [{ happenedOn: '' }, 'happenedOn', 'Enter when it happened'],
    [{ happenedOn: '2026-02-30' }, 'happenedOn', 'Enter a real date, like 21 11 2026'],
    [{ organisation: '' }, 'organisation', 'Choose the organisation that owns it'],
    [{ organisation: undefined }, 'organisation', 'Choose the organisation that owns it'],
    [{ owner: '' }, 'owner', 'Enter the post that owns it, like head of port security'],
    [{ owner: 'x'.repeat(121) }, 'owner', 'Use 120 characters or fewer for “Owner”'],
    [{ taken: 'maybe' }, 'taken', 'Choose what was decided'],
    [{ evidence: 'x'.repeat(2001) }, 'evidence', 'Use 2,000 characters or fewer for “What shows it”'],
    [{ impactRecord: 'none' }, 'impactRecord', 'Choose one of the list'],
  ])('%# is refused beside its field', (over, field, message) => {
    expect(messages(over)).toEqual([[field, message]]);
  });

  test('an empty choice of a decision is none, and all three are taken', () => {
    expect(['', null, undefined].map((taken) => form.parse({ ...whole, taken }).taken)).toEqual([
      ...[undefined, undefined, undefined],
    ]);
    expect(DECISIONS.map((taken) => form.parse({ ...whole, taken }).taken)).toEqual([...DECISIONS]);
  });

  test('everything that is missing is told at once', () => {
    const fields = messages({ text: '', happenedOn: '', organisation: '', owner: '' }).map(
      ([field]) => field,
    );
    expect(fields).toEqual(['text', 'happenedOn', 'organisation', 'owner']);
  });

  test('no field may be smuggled in', () => {
    expect(messages({ recordedById: 'me' })).toHaveLength(1);
  });
});

describe('the words of the steps', () => {
  test.each(['name', 'many', 'asks', 'hint', 'when', 'record'] as const)('each has its own %s', (part) => {
    const words = UPTAKE_KINDS.map((kind) => UPTAKE_WORDS[kind][part]);
    expect(new Set(words).size).toBe(UPTAKE_KINDS.length);
    expect(words.filter((one) => !/^[A-Z]/.test(one))).toEqual([]);
  });
  test('each decision has its own', () =>
    expect(DECISIONS.map((taken) => DECISION_WORDS[taken])).toEqual([
      ...['Accepted', 'Accepted in part', 'Rejected'],
    ]));
});

describe('the way of a step', () => {
  test('walking from a recommendation meets every kind once and ends', () => {
    const way: UptakeKind[] = [];
    for (let next: UptakeKind | null = 'recommendation'; next; next = kindAfter(next)) way.push(next);
    expect(way).toEqual([...UPTAKE_KINDS]);
  });

  test.each([
    ['decision', 'accepted', 'action'],
    ['decision', 'partly', 'action'],
    ['decision', 'rejected', null],
    ['action', null, 'outcome'],
    ['outcome', null, null],
  ] as const)('after a %s (%s): %s', (kind, taken, next) => expect(nextStep({ kind, taken })).toBe(next));

  test('several follow one, each under it, and nothing of a step is lost', () => {
    const steps = [
      { reference: 'd2', follows: 'r', text: 'second' },
      { reference: 'r', follows: null, text: 'root' },
      { reference: 'd1', follows: 'r', text: 'first' },
      { reference: 'a', follows: 'd1', text: 'act' },
    ];
    expect(inOrder(steps)).toEqual([
      { reference: 'r', follows: null, text: 'root', depth: 0 },
      { reference: 'd2', follows: 'r', text: 'second', depth: 1 },
      { reference: 'd1', follows: 'r', text: 'first', depth: 1 },
      { reference: 'a', follows: 'd1', text: 'act', depth: 2 },
    ]);
    expect(inOrder([])).toEqual([]);
  });
});
