import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AS_OF, nobody, someone } from '../../../tests/support/factories/actors';
import { referenceFrom } from '../reference';
import { ACTIONS, actionsOn, BULK_ACTIONS, MOST_ITEMS, UNDO_HOURS, whyNotUndone } from './bulk-action';
import { actionInputOf, bulkActionInput, whatIsMissing } from './bulk-action-form';
import { mayKeepDesk } from './curation-policy';
import { isQueueKind, QUEUE_KINDS } from './queue';

const HOUR = 3_600_000;
const before = (hours: number) => new Date(AS_OF.getTime() - hours * HOUR);
const references = Array.from({ length: MOST_ITEMS + 1 }, (_, place) =>
  referenceFrom(
    new Uint8Array([place % 25, Math.floor(place / 25) % 25, Math.floor(place / 625), 2, 3, 4, 5]),
  ),
);
const input = (over: Record<string, unknown> = {}) =>
  bulkActionInput.parse({ action: 'publish-findings', items: [references[0]], ...over });

describe('who keeps the desk', () => {
  test.each([
    ['a visitor', nobody, false],
    ['a member', someone(), false],
    ['an auditor', someone({ roles: ['auditor'] }), false],
    ['an administrator', someone({ roles: ['administrator'] }), false],
    [
      'a coordinator without the second factor',
      someone({ roles: ['coordinator'], secondFactorPassed: false }),
      false,
    ],
    ['a coordinator', someone({ roles: ['coordinator'] }), true],
  ] as const)('%s: %s', (_name, actor, keeps) =>
    expect(mayKeepDesk(actor).kind).toBe(keeps ? 'allow' : 'deny'),
  );
});

describe('the queues', () => {
  test('each has something to do in it, and each action belongs to one', () => {
    for (const kind of QUEUE_KINDS) expect(actionsOn(kind).length, kind).toBeGreaterThan(0);
    const all = QUEUE_KINDS.flatMap(actionsOn);
    expect(new Set(all)).toEqual(new Set(BULK_ACTIONS));
    expect(all).toHaveLength(BULK_ACTIONS.length);
  });

  test.each(['', undefined, 'toString', 'Joins', 'joins '])('%j is none', (text) =>
    expect(isQueueKind(text)).toBe(false),
  );
});

describe('undoing', () => {
  const stamps = {
    action: 'publish-findings',
    doneAt: before(1),
    finishedAt: before(1),
    undoneAt: null,
  } as const;

  test('is possible once, of what is finished, for a day', () => {
    expect(whyNotUndone(stamps, AS_OF)).toBeNull();
    expect(whyNotUndone({ ...stamps, undoneAt: AS_OF }, AS_OF)).toContain('undone already');
    expect(whyNotUndone({ ...stamps, finishedAt: null }, AS_OF)).toContain('not finished');
  });

  test('ends to the second after a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * UNDO_HOURS * 3600 }), (seconds) => {
        const doneAt = new Date(AS_OF.getTime() - seconds * 1000);
        const why = whyNotUndone({ ...stamps, doneAt, finishedAt: doneAt }, AS_OF);
        expect(why === null).toBe(seconds < UNDO_HOURS * 3600);
      }),
    );
  });

  test('never reaches what went out of the house', () => {
    for (const action of BULK_ACTIONS.filter((name) => name.startsWith('remind-'))) {
      expect(ACTIONS[action].undoable).toBe(false);
      expect(whyNotUndone({ ...stamps, action }, AS_OF)).toContain('cannot be called back');
    }
  });
});

describe('what an action asks for', () => {
  test.each([
    ['publish-findings', {}, null],
    ['accept-joins', {}, null],
    ['return-findings', {}, 'reason'],
    ['decline-findings', { reason: '  ' }, 'reason'],
    ['decline-joins', { reason: 'Unknown' }, null],
    ['reaffirm-findings', {}, 'reviewBy'],
    ['reaffirm-findings', { reviewBy: '2026-11-20' }, 'reviewBy'],
    ['reaffirm-findings', { reviewBy: '2027-11-20' }, null],
    ['tag-findings', {}, 'threatAreas'],
    ['tag-findings', { strands: ['prevent'] }, null],
    ['remind-experts', {}, null],
  ])('%s with %j lacks %j', (action, over, field) => {
    const missing = whatIsMissing(input({ action, ...over }), AS_OF);
    expect(missing ? Object.keys(missing.fields ?? {}) : []).toEqual(field ? [field] : []);
  });

  test.each([
    [{ action: 'drop-findings' }, 'Choose what to do'],
    [{ items: [] }, 'Select at least one'],
    [{ items: references }, `Select ${MOST_ITEMS} at most`],
    [{ items: ["'; DROP"] }, 'reference'],
    [{ reason: 'x'.repeat(1001) }, '1,000 characters'],
    [{ reviewBy: '2026-02-31' }, 'real date'],
  ])('%# is refused in words', (over, message) => {
    const read = bulkActionInput.safeParse({ action: 'publish-findings', items: [references[0]], ...over });
    expect(read.success).toBe(false);
    expect(read.error?.issues.map((issue) => issue.message).join()).toContain(message);
  });

  test('one box ticked is a list of one, and what is kept is plain data', () => {
    const one = input({ items: references[0], strands: 'prevent', reviewBy: '2027-11-20' });
    expect(one.items).toEqual([references[0]]);
    const kept = actionInputOf(one);
    expect(kept).toEqual({
      into: '',
      reason: '',
      reviewBy: '2027-11-20',
      threatAreas: [],
      strands: ['prevent'],
    });
    expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
  });
});
