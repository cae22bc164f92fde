import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lexer } from './lexer';
import { DEEPEST, MOST_TERMS, orderly } from './operators';
import { printTree } from './query-tree';
import { isOperator, wordOf, type Problem, type Token } from './tokens';

const SIGNS = { and: '&', or: '|', not: '!', open: '(', close: ')' } as const;
const shown = (tokens: readonly Token[]): string =>
  tokens.map((token) => (token.kind === 'term' ? printTree(token.tree) : SIGNS[token.kind])).join(' ');
const lex = (text: string) => new Lexer(text).read();

function order(text: string): { tokens: Token[]; problems: Problem[]; shown: string } {
  const problems: Problem[] = [];
  const tokens = orderly(lex(text).tokens, problems);
  return { tokens, problems, shown: shown(tokens) };
}

describe('tokens', () => {
  test.each([
    ['ports  at night', 'ports at night'],
    ['a AND(b)', 'a & ( b )'],
    ['a--b', 'a--b'],
    ['--a', '! a'],
    ['a - b', 'a b'],
    ['-(a)', '! ( a )'],
    ['a -)', 'a )'],
    ['"  two   words " ""', '"two words"'],
    ['ANDROID and ORder', 'ANDROID and ORder'],
    ['!?%', ''],
    ['NOT -a', '! ! a'],
    ['-thret:a,b', '! ( thret a b )'],
    ['-thret:a', '! ( thret a )'],
    ['http://example.org', 'http://example.org'],
  ])('%j are %j', (text, tokens) => {
    expect(shown(lex(text).tokens)).toBe(tokens);
  });

  test('stand where they were typed', () => {
    expect(lex('ab AND  -"c d" year:2020').tokens.map(({ kind, at }) => [kind, at])).toEqual([
      ['term', 0],
      ['and', 3],
      ['not', 8],
      ['term', 9],
      ['term', 15],
    ]);
  });

  test('never go back, whatever is typed, and leave nothing unread', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab (")-:,<='), maxLength: 60 }), (text) => {
        const places = lex(text).tokens.map(({ at }) => at);
        expect(places).toEqual([...places].sort((one, other) => one - other));
        for (const at of places) expect(at).toBeLessThan(Math.max(1, text.length));
        const letters = (some: string) => some.replaceAll(/[^ab]/g, '').length;
        expect(letters(shown(lex(text).tokens))).toBe(letters(text));
      }),
    );
  });

  test('of words never are operators', () => {
    for (const word of ['AND', 'OR', 'NOT']) {
      expect(isOperator(word)).toBe(true);
      expect(wordOf(word)).toEqual({ kind: 'word', text: word.toLowerCase() });
    }
    expect(['and', 'Or', 'toString', ''].map(isOperator)).toEqual([false, false, false, false]);
    expect(wordOf('Andes')).toEqual({ kind: 'word', text: 'Andes' });
  });
});

describe('order', () => {
  test.each([
    ['a AND b', 'a & b', []],
    ['AND', 'and', ['0 before AND']],
    ['a AND OR b', 'a and | b', ['2 after AND']],
    ['a OR', 'a or', ['2 after OR']],
    ['(AND a)', '( and a )', ['1 before AND']],
    ['a NOT', 'a not', ['2 after NOT']],
    ['a AND NOT b', 'a & ! b', []],
    ['() a', 'a', []],
    ['(()) a (b)', 'a ( b )', []],
    ['a )', 'a', ['2 closes']],
    ['( a', 'a', ['0 never']],
    ['a -()', 'a', []],
  ])('%s is put as %s', (text, put, problems) => {
    const read = order(text);
    expect(read.shown).toBe(put);
    expect(
      read.problems.map(
        ({ at, text: said }) => `${at} ${/(?:before|after) [A-Z]+|closes|never/.exec(said)?.[0] ?? said}`,
      ),
    ).toEqual(problems);
  });

  test('keeps so many terms, and closes what was open then', () => {
    const words = Array.from({ length: MOST_TERMS + 3 }, (_, place) => `w${place}`);
    const read = order(`(${words.join(' ')})`);
    expect(read.tokens.filter(({ kind }) => kind === 'term')).toHaveLength(MOST_TERMS);
    expect(read.shown).toMatch(/^\( w0 .* w39 \)$/);
    expect(read.problems).toEqual([
      { at: 1 + words.slice(0, MOST_TERMS).join(' ').length + 1, text: 'Only the first 40 terms were read' },
    ]);
  });

  test('keeps so many levels', () => {
    const nested = (levels: number) => order(`${'(a '.repeat(levels)}${')'.repeat(levels)}`);
    expect(nested(DEEPEST).problems).toEqual([]);
    expect(nested(DEEPEST + 1).problems.map(({ text }) => text)).toEqual([
      'Parentheses were read 12 levels deep',
    ]);
    for (const kind of ['open', 'close'])
      expect(nested(DEEPEST + 1).tokens.filter((token) => token.kind === kind)).toHaveLength(DEEPEST);
  });

  const piece = fc.constantFrom('a', 'b', '(', ')', '-', 'AND', 'OR', 'NOT', '"c d"', 'year:2020', 'x:y');

  test('is one that a grammar can read, whatever is typed', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 70 }), (pieces) => {
        const { tokens } = order(pieces.join(' '));
        let depth = 0;
        for (const [place, { kind }] of tokens.entries()) {
          const [before, after] = [tokens[place - 1]?.kind, tokens[place + 1]?.kind];
          if (kind === 'open') depth += 1;
          if (kind === 'close') depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
          expect(depth).toBeLessThanOrEqual(DEEPEST);
          if (kind === 'and' || kind === 'or') expect(['term', 'close']).toContain(before);
          if (kind === 'and' || kind === 'or' || kind === 'not')
            expect(['term', 'open', 'not']).toContain(after);
          if (kind === 'open') expect(after).not.toBe('close');
        }
        expect(depth).toBe(0);
        expect(tokens.filter(({ kind }) => kind === 'term').length).toBeLessThanOrEqual(MOST_TERMS);
      }),
    );
  });

  test('that is right stays as it is, without complaint', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const once = order(pieces.join(' ')).tokens;
        const problems: Problem[] = [];
        expect(orderly(once, problems)).toEqual(once);
        expect(problems).toEqual([]);
      }),
    );
  });
});
