import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nobody, someone, inTeam } from '../../../../tests/support/factories/actors';
import { takesPartIn, type Parties } from '../chain/chain-policy';
import { showCoverage, showShort } from '../coverage';
import { csvText } from '../csv';
import { layOut, releasedHeading, type Counted } from './evidence-map';
import { mapLines } from './map-lines';
import { mayRaiseQuestions, maySeeGaps } from './map-policy';
import { findingsIn, inWords, markName, MARKS, noCounts, sumOf } from './marks';

const counts = fc.record(
  Object.fromEntries(MARKS.map((mark) => [mark, fc.nat(999)])) as Record<
    (typeof MARKS)[number],
    fc.Arbitrary<number>
  >,
);

describe('the marks of the map', () => {
  test('every thing is asked, bought or known, and counted once', () => {
    fc.assert(
      fc.property(counts, (given) => {
        expect(findingsIn(given) + given.question + given.commission).toBe(sumOf(given));
      }),
    );
    expect(sumOf(noCounts())).toBe(0);
  });

  test.each([
    ['question', 1, 'open question'],
    ['question', 2, 'open questions'],
    ['commission', 1, 'live commission'],
    ['finding-low', 1, 'finding, low confidence'],
    ['not-appraised', 1, 'finding not yet appraised'],
    ['not-appraised', 0, 'findings not yet appraised'],
  ] as const)('%s of %i is “%s”', (kind, count, words) => expect(markName(kind, count)).toBe(words));

  test.each([
    [0, 'no'],
    [1, 'one'],
    [10, 'ten'],
    [11, '11'],
  ])('%i is written “%s”', (count, words) => expect(inWords(count)).toBe(words));
});

describe('the map and its file', () => {
  const rows = [
    { key: 'fraud', name: 'Fraud' },
    { key: 'firearms', name: 'Firearms' },
  ];
  const columns = [{ key: 'prevent', name: 'Prevent' }];
  const kinds = fc.constantFrom(...MARKS);
  const counted: fc.Arbitrary<Counted[]> = fc.array(
    fc.record({
      level: fc.constantFrom('cell', 'row', 'all'),
      row: fc.constantFrom('fraud', 'firearms', 'gone', null),
      column: fc.constantFrom('prevent', 'gone', null),
      kind: kinds,
      count: fc.integer({ min: 1, max: 50 }),
    }),
    { maxLength: 40 },
  );

  test('every row has a cell for every column, whatever was counted', () => {
    fc.assert(
      fc.property(counted, (given) => {
        const map = layOut(rows, columns, { counted: given });
        expect(map.rows.map(({ cells }) => cells.length)).toEqual([1, 1]);
        const lines = mapLines(map, { rowName: 'threat area', columnName: 'strand', seeGaps: false });
        const width = lines[0]?.length;
        expect(lines.every((line) => line.length === width)).toBe(true);
        expect(lines.length).toBe(
          1 + (map.untagged ? 3 : 2) * (columns.length + 1 + (map.hasUnplaced ? 1 : 0)),
        );
      }),
    );
  });

  test('the heading for the public says nothing of what was not released', () => {
    fc.assert(
      fc.property(counted, (given) => {
        const heading = releasedHeading(layOut(rows, columns, { counted: given }));
        expect(heading).not.toMatch(/Fraud|Firearms|Prevent|gap|nothing on/);
        expect(heading).toContain('released to the public');
      }),
    );
  });

  test.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '\tx'])(
    'a name that a spreadsheet would run, %j, is text in the file',
    (name) => {
      const [line = ''] = csvText([[name]]).split('\r\n');
      expect(line.replaceAll('"', '')).not.toMatch(/^[=+\-@\t]/);
    },
  );
});

describe('who sees gaps', () => {
  test.each([
    ['a visitor', nobody, false, false],
    ['an unverified person', someone({ verified: false }), false, false],
    ['a committee reader', someone({ roles: ['committeeReader'] }), false, false],
    ['a member', someone({ expert: true }), true, false],
    ['an author of a team', someone(inTeam('team', 'author')), true, true],
    ['an owner of a team', someone(inTeam('team', 'seniorResponsibleOwner')), true, false],
  ] as const)('%s', (_name, actor, sees, raises) => {
    expect(maySeeGaps(actor)).toBe(sees);
    expect(mayRaiseQuestions(actor)).toBe(raises);
  });
});

describe('for whom the chain leads into an evaluation', () => {
  const question: Parties = {
    id: 'question',
    teamId: 'team',
    authorId: 'author',
    seniorResponsibleOwnerId: 'owner',
    budgetHolderId: 'holder',
    decided: false,
  };
  const wall = { walls: [{ questionId: 'question', bidId: null }] };

  test.each([
    ['a visitor', nobody, false, false],
    ['a member', someone(), false, false],
    ['its author', someone({ id: 'author' }), true, true],
    ['its owner', someone({ id: 'owner' }), true, true],
    ['its budget holder', someone({ id: 'holder' }), true, true],
    ['a member of its team', someone(inTeam('team', 'observer')), true, true],
    ['an evaluator', someone({ panels: [{ questionId: 'question', role: 'evaluator' }] }), true, true],
    [
      'an evaluator of another',
      someone({ panels: [{ questionId: 'other', role: 'evaluator' }] }),
      false,
      false,
    ],
    ['a coordinator', someone({ roles: ['coordinator'] }), true, true],
    ['the auditor', someone({ roles: ['auditor'] }), false, true],
    ['its author behind a wall', someone({ id: 'author', ...wall }), false, false],
    ['a coordinator behind a wall', someone({ roles: ['coordinator'], ...wall }), false, false],
  ] as const)('%s: before the decision and after', (_name, actor, undecided, decided) => {
    expect(takesPartIn(actor, question)).toBe(undecided);
    expect(takesPartIn(actor, { ...question, decided: true })).toBe(decided);
  });
});

describe('money that is known in part', () => {
  test.each([
    [95_000, '£950'],
    [12_000_000, '£120k'],
    [240_000_000, '£2.4m'],
    [99_995_000, '£1m'],
    [99_949_900, '£999k'],
    [99_950_000, '£1m'],
    [99_960, '£1k'],
    [0, '£0'],
  ])('%i pence is %s', (pence, words) => expect(showShort(pence)).toBe(words));

  test('a total never stands without what it covers, and unknown is never nothing', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(1e9), (costed, more, knownPence) => {
        const words = showCoverage({ knownPence, costed, all: costed + more });
        if (costed + more === 0) expect(words).toBe('Nothing bought yet');
        else expect(words).toContain(`${costed} of ${costed + more}`);
        if (costed === 0) expect(words).not.toContain('£');
      }),
    );
  });
});
