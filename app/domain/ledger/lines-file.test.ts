import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMN_NAMES, COLUMNS, fileInput, MOST_LINES, readLines, rowsOf } from './lines-file';
import { lineFields, type LineInput } from './line-form';

type Cells = Partial<Record<string, string>>;
const GOOD: Cells = {
  ...{ funder: 'ho', purpose: 'Units', 'planned £': '1000', certainty: 'firm', base: 'Front line' },
  ...{ 'first day': '2026-04-01', 'last day': '2027-03-31', 'stated on': '2026-03-31', source: 'Return' },
};
const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const row = (over: Cells = {}, columns: readonly string[] = COLUMN_NAMES) =>
  columns.map((name) => quoted({ ...GOOD, ...over }[name] ?? '')).join(',');
const judged = (text: string) => {
  const file = readLines(text);
  if ('error' in file) throw new Error(file.error);
  return file.lines;
};
const one = (over: Cells) => judged(`${COLUMN_NAMES.join(',')}\n${row(over)}`)[0];
const errorOf = (text: string) => {
  const file = readLines(text);
  return 'error' in file ? file.error : null;
};

describe('cells of a file', () => {
  test.each([
    ['', []],
    ['\uFEFF', []],
    ['\n\r\n\r', []],
    [',,,', []],
    ['a', [[1, ['a']]]],
    ['\uFEFFa,b', [[1, ['a', 'b']]]],
    [
      'a,b\r\nc,d\r\n',
      [
        [1, ['a', 'b']],
        [2, ['c', 'd']],
      ],
    ],
    [
      'a\rb\rc',
      [
        [1, ['a']],
        [2, ['b']],
        [3, ['c']],
      ],
    ],
    [
      'a\n\n\nb',
      [
        [1, ['a']],
        [4, ['b']],
      ],
    ],
    [
      '"a\nb"\nc',
      [
        [1, ['a\nb']],
        [3, ['c']],
      ],
    ],
    [
      '"a\r\nb"\r\nc',
      [
        [1, ['a\r\nb']],
        [3, ['c']],
      ],
    ],
    ['""', []],
    ['"",x', [[1, ['', 'x']]]],
    ['""""', [[1, ['"']]]],
    [' a , b ', [[1, ['a', 'b']]]],
    [',a', [[1, ['', 'a']]]],
    ['a,,b', [[1, ['a', '', 'b']]]],
    ['=1+1,@x', [[1, ['=1+1', '@x']]]],
  ])('of %j', (text, rows) => expect(rowsOf(text).map(({ place, cells }) => [place, cells])).toEqual(rows));

  test('what is written by the rules comes back as it was, whatever it holds', () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\uFEFF', '').trim());
    const written = (cells: string[]) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, fc.constant('end')), { maxLength: 6 }), (rows) => {
        expect(rowsOf(rows.map(written).join('\r\n')).map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });

  test('places rise, and none is past the end of the file', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a",\r\n]{0,60}$/), (text) => {
        const places = rowsOf(text).map(({ place }) => place);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(places.every((place) => place >= 1 && place <= text.split(/\r\n|\r|\n/).length)).toBe(true);
      }),
    );
  });

  test('a large file takes no time to speak of', () => {
    const text = `${row()}\n`.repeat(5000);
    expect(rowsOf(text)).toHaveLength(5000);
  });
});

describe('the names of the columns', () => {
  test('each fills one field of a line, and every field has its column', () => {
    expect(Object.values(COLUMNS).toSorted()).toEqual(Object.keys(lineFields).toSorted());
  });

  test('may stand in any order and case', () => {
    const turned = COLUMN_NAMES.toReversed();
    const [line] = judged(`${turned.join(',').toUpperCase()}\n${row({}, turned)}`);
    expect(line).toMatchObject({ place: 2, wrong: '', line: { purpose: 'Units', planned: 100_000 } });
  });

  test.each(COLUMN_NAMES)('without %s nothing is read', (name) => {
    const columns = COLUMN_NAMES.filter((other) => other !== name);
    expect(errorOf(`${columns.join(',')}\n${row({}, columns)}`)).toBe(`The first line lacks: ${name}`);
  });

  test.each(['toString', '__proto__', 'constructor', 'hasOwnProperty', 'amount'])('%s is no column', (name) =>
    expect(errorOf(`${[...COLUMN_NAMES, name].join(',')}\n${row()}`)).toBe(
      `No column is called: ${name.toLowerCase()}`,
    ),
  );

  test('an empty file lacks them all', () => {
    for (const text of ['', '\n\n', '\uFEFF'])
      expect(errorOf(text)).toBe(`The first line lacks: ${COLUMN_NAMES.join(', ')}`);
  });

  test('are each there once', () =>
    expect(errorOf(`${COLUMN_NAMES.join(',')},Purpose\n${row()}`)).toBe('Two columns are called: purpose'));

  test('alone they are no lines', () => {
    expect(errorOf(COLUMN_NAMES.join(','))).toBe('There is no line under the names of the columns');
    expect(errorOf(`${COLUMN_NAMES.join(',')}\n,,,\n\n`)).toBe(
      'There is no line under the names of the columns',
    );
  });
});

describe('a file that is quoted wrongly is refused whole, with the line', () => {
  const head = COLUMN_NAMES.join(',');
  test.each([
    [
      'a quote that does not close',
      `${head}\n${row()}\n${row({ purpose: 'Q' }).replace('Q', '"Q')}\n${row()}`,
      3,
    ],
    ['text after a quote', `${head}\n${row({ purpose: 'Q' }).replace('Q', '"Q" and')}\n${row()}`, 2],
    [
      'a quote within a cell',
      `${head}\n${row()}\n${row()}\n${row({ purpose: 'Q' }).replace('Q', 'a "Q"')}`,
      4,
    ],
    ['the names of the columns', `"${head}\n${row()}`, 1],
  ])('%s', (_why, text, place) => expect(errorOf(text)).toMatch(`Line ${place} is quoted wrongly`));
});

describe('how many lines', () => {
  const file = (count: number) => [COLUMN_NAMES.join(','), ...Array<string>(count).fill(row())].join('\n');

  test('as many as are allowed', () => expect(judged(file(MOST_LINES))).toHaveLength(MOST_LINES));

  test('one more is refused, with the bound in words', () =>
    expect(errorOf(file(MOST_LINES + 1))).toBe('Enter at most 2,000 lines at once'));
});

describe('a cell', () => {
  test.each<[Cells, Partial<LineInput>]>([
    [{ 'ring-fenced': 'yes' }, { ringFenced: true }],
    [{ 'ring-fenced': 'YES' }, { ringFenced: true }],
    [{ estimate: 'Yes' }, { estimate: true }],
    [{ overseas: 'No' }, { overseas: 'no' }],
    [{ overseas: '' }, { overseas: '' }],
    [{ certainty: 'FIRM' }, { certainty: 'firm' }],
    [
      { certainty: 'Conditional', condition: 'If agreed' },
      { certainty: 'conditional', condition: 'If agreed' },
    ],
    [{ 'threat areas': 'fraud;drugs' }, { areas: ['fraud', 'drugs'] }],
    [{ 'threat areas': ' fraud ; ; drugs; ' }, { areas: ['fraud', 'drugs'] }],
    [{ 'threat areas': ';' }, { areas: [] }],
    [
      { 'planned £': '', 'actual £': '0' },
      { planned: null, actual: 0 },
    ],
    [{ 'planned £': '1,234.50' }, { planned: 123_450 }],
    [
      { 'secure from': '2026', 'secure until': '2028' },
      { secureFrom: 2026, secureUntil: 2028 },
    ],
    [{ activities: '1,200' }, { activities: 1200 }],
    [{ purpose: "'=SUM(A1)" }, { purpose: '=SUM(A1)' }],
    [{ purpose: "'@home" }, { purpose: '@home' }],
    [{ purpose: "'+44" }, { purpose: '+44' }],
    [{ purpose: "'-5" }, { purpose: '-5' }],
    [{ purpose: "'quoted'" }, { purpose: "'quoted'" }],
    [{ purpose: 'a "b", c' }, { purpose: 'a "b", c' }],
  ])('%j is read as %j', (over, line) => expect(one(over)).toMatchObject({ place: 2, wrong: '', line }));

  test.each(['no', 'NO', ''])('a mark of %j is none', (mark) => {
    expect(one({ 'ring-fenced': mark, estimate: mark })?.line).not.toMatchObject({ ringFenced: true });
    expect(one({ 'ring-fenced': mark, estimate: mark })?.wrong).toBe('');
  });

  test.each<[Cells, string]>([
    [{ funder: '' }, 'funder: Choose whose money it is'],
    [{ purpose: '' }, 'purpose: Say what the money is for'],
    [{ 'planned £': 'lots' }, 'planned £: Enter an amount in pounds, like £120,000'],
    [{ 'actual £': '-5' }, 'actual £: Enter an amount in pounds, like £120,000'],
    [{ 'first day': '1/4/2026' }, 'first day: Enter a real date, like 21 11 2026'],
    [{ 'last day': '2026-02-30' }, 'last day: Enter a real date, like 21 11 2026'],
    [{ 'stated on': '' }, 'stated on: Enter of which day the figure is'],
    [{ 'secure from': 'soon' }, 'secure from: Enter a number, like 1,240 or 4.5'],
    [{ 'secure until': '1900' }, 'secure until: Enter a year, like 2027'],
    [{ activities: '1.5' }, 'activities: Enter a whole number, or nothing'],
    [{ base: '' }, 'base: Say of what spending it is a part, like front-line spend'],
    [{ source: '' }, 'source: Say where the figure comes from'],
    [{ 'planned £': '' }, 'Enter what was planned, what was spent, or both'],
    [{ condition: 'If' }, 'A condition goes with money that is on one, and with no other'],
    [{ 'secure from': '2026' }, 'Enter both years, or neither'],
    [{ 'last day': '2026-03-31' }, 'The last day cannot be before the first'],
  ])('%j is wrong: %s', (over, wrong) => expect(one(over)).toEqual({ place: 2, line: null, wrong }));

  test.each(['ring-fenced', 'estimate', 'overseas'])('%s is yes, no or nothing', (name) => {
    expect(one({ [name]: 'perhaps' })?.wrong).toMatch(new RegExp(`^${name}: `));
    expect(one({ [name]: 'perhaps' })?.line).toBeNull();
  });

  test('cells that a line leaves out at its end are empty', () => {
    const columns = ['funder', ...COLUMN_NAMES.filter((name) => name !== 'funder')];
    const short = row({}, columns).replace(/,+$/, '');
    expect(judged(`${columns.join(',')}\n${short}`)[0]).toMatchObject({ wrong: '', line: { areas: [] } });
  });
});

describe('what is pasted', () => {
  const said = (text: unknown) => fileInput.safeParse({ text }).error?.issues.map(({ message }) => message);

  test.each([
    [undefined, ['Paste the lines of the file']],
    ['', ['Paste the lines of the file']],
    [' \n ', ['Paste the lines of the file']],
    ['x'.repeat(2_000_001), ['The file is too large']],
    ['x'.repeat(2_000_000), undefined],
    ['x', undefined],
  ])('%#', (text, messages) => expect(said(text)).toEqual(messages));

  test('is entered only by a plain yes', () => {
    expect(fileInput.safeParse({ text: 'x', enter: 'yes' }).success).toBe(true);
    for (const enter of ['no', '', true, 'YES'])
      expect(fileInput.safeParse({ text: 'x', enter }).success).toBe(false);
  });
});
