import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { referenceFrom, showReference } from '../../reference';
import { CHOICE_KINDS, FILE_KINDS, type ListKind } from './list-kinds';
import { planRows, type Known, type PlannedRow } from './plan-rows';
import type { ListRow } from './read-list';

const reference = (seed: number): string => referenceFrom(new Uint8Array(7).fill(seed));
const [BID, OTHER, ADA, BO, EVE] = [reference(1), reference(2), reference(3), reference(4), reference(5)];

const known = (over: Partial<Known> = {}): Known => ({
  bids: new Set([BID, OTHER]),
  assessors: new Map([
    [ADA, ADA],
    ['ada@x.uk', ADA],
    [BO, BO],
    ['bo@x.uk', BO],
  ]),
  settled: new Set(),
  apart: new Set(),
  ...over,
});
const NOW = new Date('2026-11-23T10:00:00Z');
const planned = (kind: ListKind, rows: ListRow[], over: Partial<Known> = {}, now = NOW): PlannedRow[] =>
  planRows(kind, rows, { known: known(over), now });
const only = (kind: ListKind, row: ListRow, over: Partial<Known> = {}, now = NOW): PlannedRow => {
  const [found] = planned(kind, [row], over, now);
  if (!found) throw new Error('no row');
  return found;
};
const said = (kind: ListKind, row: ListRow, over: Partial<Known> = {}): string => {
  const { verdict, why } = only(kind, row, over);
  return why === '' ? verdict : `${verdict}: ${why}`;
};

const NO_BID = 'no: There is no such bid in this competition';
const NO_ASSESSOR = 'no: There is no such evaluator on this panel';

describe('who is named', () => {
  test.each([
    ['a reference', ADA],
    ['a reference as it is shown', showReference(ADA)],
    ['a reference in small letters', ADA.toLowerCase()],
    ['a reference with gaps', ` ${ADA.slice(0, 2)} ${ADA.slice(2)} `],
    ['an address', 'ada@x.uk'],
    ['an address in capitals', 'ADA@X.UK'],
  ])('by %s is the same person', (_, cell) => {
    expect(only('remind', { Assessor: cell }).asked).toEqual({ person: ADA });
    expect(only('remove', { Assessor: cell }).asked).toEqual({ person: ADA });
  });

  test.each([
    ['nothing', ''],
    ['somebody who is not on the panel', EVE],
    ['an address of nobody', 'eve@x.uk'],
    ['a bid', BID],
    ['a name', 'Ada'],
    ['markup', '<script>alert(1)</script>'],
    ['a pattern of the database', '%'],
    ['a property of every object', 'constructor'],
    ['a property of every object, otherwise', '__proto__'],
  ])('by %s is nobody on the panel', (_, cell) => {
    for (const kind of CHOICE_KINDS) expect(said(kind, { Assessor: cell })).toBe(NO_ASSESSOR);
    expect(said('assignments', { Bid: BID, Assessor: cell })).toBe(NO_ASSESSOR);
    expect(said('apart', { First: ADA, Second: cell })).toBe(NO_ASSESSOR);
    expect(said('apart', { First: cell, Second: ADA })).toBe(NO_ASSESSOR);
  });

  test.each(['', 'not a reference', ADA, EVE, `${BID}2`, 'constructor'])(
    'a bid by %j is no bid of the competition',
    (cell) => {
      expect(said('assignments', { Bid: cell, Assessor: ADA })).toBe(NO_BID);
      expect(said('eligibility', { Bid: cell, Outcome: 'excluded' })).toBe(NO_BID);
    },
  );

  test('before the opening no bid is known, and the answer is that of a bid that is none', () => {
    const sealed = { bids: new Set<string>() };
    expect(said('eligibility', { Bid: BID, Outcome: 'excluded' }, sealed)).toBe(
      said('eligibility', { Bid: EVE, Outcome: 'excluded' }, sealed),
    );
  });

  test('a row without its columns names nothing', () => {
    const empty = (kind: ListKind) => said(kind, {});
    expect([...FILE_KINDS, ...CHOICE_KINDS].map(empty)).toEqual([
      'no: It names nobody',
      NO_BID,
      NO_ASSESSOR,
      NO_BID,
      NO_ASSESSOR,
      NO_ASSESSOR,
    ]);
  });
});

describe('assessors to invite', () => {
  test.each([
    ['in winter', '2026-11-23T10:00:00Z', '2026-12-07'],
    ['over the new year', '2026-12-20T10:00:00Z', '2027-01-03'],
    ['over a leap day', '2028-02-20T10:00:00Z', '2028-03-05'],
    ['past midnight in the UK in summer', '2026-07-01T23:30:00Z', '2026-07-16'],
    ['just before midnight in the UK in winter', '2026-12-01T23:30:00Z', '2026-12-15'],
    ['across the change of the clocks', '2026-10-20T12:00:00Z', '2026-11-03'],
  ])('have a fortnight to answer %s', (_, now, day) => {
    expect(only('assessors', { Assessor: 'x@x.uk' }, {}, new Date(now)).asked?.['answerBy']).toBe(day);
  });

  test('need not be on the panel, and the day that is written is left to the command', () => {
    const row = { Assessor: 'Eve@X.uk', Message: 'Please', 'Answer by': 'soon' };
    expect(only('assessors', row).asked).toEqual({ person: 'eve@x.uk', message: 'Please', answerBy: 'soon' });
    expect(only('assessors', { Assessor: showReference(EVE) }).asked?.['person']).toBe(EVE);
  });
});

describe('assignments', () => {
  test.each([
    ['', 'pin'],
    ['assign', 'pin'],
    ['ASSIGN', 'pin'],
    ['never', 'bar'],
    ['Never', 'bar'],
  ])('with the rule %j ask to %s', (rule, asked) => {
    expect(only('assignments', { Bid: BID, Assessor: ADA, Rule: rule }).asked).toEqual({
      ...{ bid: BID, person: ADA, rule: asked },
    });
  });

  test.each(['pin', 'bar', 'yes', 'assign never', '-'])('know no rule %j', (rule) => {
    expect(said('assignments', { Bid: BID, Assessor: ADA, Rule: rule })).toBe(
      'no: The rule is “assign”, “never” or “free”',
    );
  });

  test.each<[string[], string, string]>([
    [[], 'assign', 'do'],
    [[], 'never', 'do'],
    [[], 'free', 'same: It stands like this already'],
    [['pin'], 'assign', 'same: It stands like this already'],
    [['pin'], 'never', 'do'],
    [['pin'], 'free', 'do'],
    [['bar'], 'assign', 'do'],
    [['bar'], 'never', 'same: It stands like this already'],
    [['bar'], 'free', 'do'],
  ])('where %j is settled, %s: %s', (rules, rule, expected) => {
    const settled = new Set(rules.map((one) => `${BID} ${ADA} ${one}`));
    expect(said('assignments', { Bid: BID, Assessor: ADA, Rule: rule }, { settled })).toBe(expected);
  });

  test('are not settled by what is settled for another bid or person', () => {
    const settled = new Set([`${OTHER} ${ADA} pin`, `${BID} ${BO} pin`]);
    expect(said('assignments', { Bid: BID, Assessor: ADA }, { settled })).toBe('do');
    expect(said('assignments', { Bid: BID, Assessor: ADA, Rule: 'free' }, { settled })).toMatch(/^same/);
  });

  test('that contradict an earlier row do not undo it', () => {
    const rows = ['assign', 'never'].map((Rule) => ({ Bid: BID, Assessor: ADA, Rule }));
    expect(planned('assignments', rows).map(({ verdict, why }) => [verdict, why])).toEqual([
      ['do', ''],
      ['same', 'Row 1 asks for it already'],
    ]);
  });
});

describe('pairs kept apart', () => {
  const apart = new Set([[ADA, BO].sort().join(' ')]);

  test.each([
    [ADA, BO],
    [BO, ADA],
    ['ada@x.uk', 'BO@x.uk'],
  ])('stand already as %s and %s', (First, Second) => {
    expect(said('apart', { First, Second, Reason: 'They married' }, { apart })).toBe(
      'same: They are kept apart already',
    );
    expect(said('apart', { First, Second, Reason: 'They married' })).toBe('do');
  });

  test('are one pair in either order, of which the first is asked for', () => {
    const rows = [
      { First: ADA, Second: BO, Reason: 'A grant' },
      { First: 'bo@x.uk', Second: 'ada@x.uk', Reason: 'A paper' },
    ];
    const [first, second] = planned('apart', rows);
    expect(first?.asked).toEqual({ one: ADA, other: BO, reason: 'A grant' });
    expect(second).toMatchObject({ asked: null, verdict: 'same', why: 'Row 1 asks for it already' });
  });
});

describe('outcomes of the eligibility check', () => {
  test.each([
    ['eligible', 'same: The bid stays in the competition'],
    ['ELIGIBLE', 'same: The bid stays in the competition'],
    ['excluded', 'do'],
    ['Excluded', 'do'],
    ['', 'no: The outcome is “eligible” or “excluded”'],
    ['ineligible', 'no: The outcome is “eligible” or “excluded”'],
    ['excluded?', 'no: The outcome is “eligible” or “excluded”'],
  ])('%j: %s', (Outcome, expected) => {
    expect(said('eligibility', { Bid: BID, Outcome, Reason: 'No UK partner' })).toBe(expected);
  });

  test('keep the words of the reason as they are, for the command to judge', () => {
    const Reason = '  <b>No</b>\npartner ';
    expect(only('eligibility', { Bid: BID, Outcome: 'excluded', Reason }).asked).toEqual({
      ...{ bid: BID, reason: Reason },
    });
    expect(only('eligibility', { Bid: BID, Outcome: 'excluded' }).asked?.['reason']).toBe('');
  });
});

describe('rows that repeat an earlier one', () => {
  test('name the first of them, however many there are', () => {
    const rows = [EVE, ADA, 'ada@x.uk', showReference(ADA)].map((Assessor) => ({ Assessor }));
    expect(planned('remove', rows).map(({ why }) => why)).toEqual([
      'There is no such evaluator on this panel',
      '',
      'Row 2 asks for it already',
      'Row 2 asks for it already',
    ]);
  });

  test('of rows that ask for nothing each keeps its own reason', () => {
    const rows = [{ Assessor: 'x' }, { Assessor: 'x' }];
    expect(new Set(planned('remind', rows).map(({ why }) => why)).size).toBe(1);
    expect(planned('assessors', [{ Assessor: '' }, { Assessor: '' }]).map(({ verdict }) => verdict)).toEqual([
      'no',
      'no',
    ]);
  });
});

const cell = fc.oneof(
  fc.constantFrom(BID, OTHER, ADA, BO, EVE, 'ada@x.uk', 'free', 'never', 'excluded', 'eligible', ''),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const columns = ['Assessor', 'Message', 'Answer by', 'Bid', 'Rule', 'First', 'Second', 'Reason', 'Outcome'];
const row = fc.record(Object.fromEntries(columns.map((name) => [name, cell])));
const kinds = fc.constantFrom<ListKind>(...FILE_KINDS, ...CHOICE_KINDS);

describe('whatever rows say', () => {
  test('each has an answer, its cells stay, and only what is to be done is asked', () => {
    fc.assert(
      fc.property(kinds, fc.array(row, { maxLength: 20 }), (kind, rows) => {
        const found = planned(kind, rows);
        expect(found.map(({ cells }) => cells)).toEqual(rows.map((one) => Object.values(one)));
        for (const { asked, verdict, why } of found) {
          expect(asked !== null).toBe(verdict === 'do');
          expect(why === '').toBe(verdict === 'do');
        }
      }),
    );
  });

  test('the same rows sent after themselves ask for nothing more', () => {
    fc.assert(
      fc.property(kinds, fc.array(row, { maxLength: 12 }), (kind, rows) => {
        const once = planned(kind, rows);
        const twice = planned(kind, [...rows, ...rows]);
        expect(twice.slice(0, rows.length)).toEqual(once);
        expect(twice.slice(rows.length).filter(({ verdict }) => verdict === 'do')).toEqual([]);
      }),
    );
  });

  test('what is asked of a panel names its members and bids alone', () => {
    const people = new Set([ADA, BO]);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        for (const { asked } of planned('assignments', rows))
          if (asked) {
            expect(people).toContain(asked['person']);
            expect([BID, OTHER]).toContain(asked['bid']);
          }
      }),
    );
  });
});
