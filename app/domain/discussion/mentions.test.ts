import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesCalled, withNames, withTokens, type Called } from './mentions';

const ann: Called = { reference: '2222223E', name: 'Ann Lee' };
const annSaw: Called = { reference: '2222224G', name: 'Ann Lee Saw' };
const oneill: Called = { reference: '2222225J', name: 'Siobhán O’Neill' };
const dots: Called = { reference: '2222226L', name: 'J.R. Hartley' };
const everybody = [ann, annSaw, oneill, dots];

describe('names that a text may call', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['nobody here', []],
    ['@', []],
    ['@ann', []],
    ['@Ann', ['Ann']],
    ['(@Ann)', ['Ann']],
    ['@Ann, @Ben', ['Ann', 'Ben']],
    ['@Ann and @Ann', ['Ann']],
    ['ask @Ann Lee.', ['Ann Lee', 'Ann']],
    ['@Siobhán O’Neill’s', ['Siobhán O’Neill’s', 'Siobhán']],
    ['mail ann@Example.org', []],
    ['@Ann\n@Ben', ['Ann', 'Ben']],
    ['@Ann  Lee', ['Ann']],
    ['@@Ann', ['Ann']],
    ['@Ébène', ['Ébène']],
  ])('%j: %j', (text, names) => expect(namesCalled(text)).toEqual(names));

  test('no more than five words are a name', () => expect(namesCalled('@A B C D E F')[0]).toBe('A B C D E'));
});

describe('names to tokens', () => {
  test.each([
    ['@Ann Lee', '@{2222223E}'],
    ['@Ann Lee Saw it', '@{2222224G} it'],
    ['@Ann Lee Sawyer', '@{2222223E} Sawyer'],
    ['@Ann', '@Ann'],
    ['@ANN LEE', '@{2222223E}'],
    ['Thank you, @Ann Lee!', 'Thank you, @{2222223E}!'],
    ['@Ann Lee. Next', '@{2222223E}. Next'],
    ['@Ann Lee, @Ann Lee Saw.', '@{2222223E}, @{2222224G}.'],
    ['@J.R. Hartley wrote', '@{2222226L} wrote'],
    ['ann@Ann Lee', 'ann@Ann Lee'],
  ])('%s becomes %s', (text, kept) => expect(withTokens(text, everybody)).toBe(kept));

  test('without anybody known, no text is changed', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(withTokens(text, [])).toBe(text);
      }),
    ));

  test('there and back is the text again, whatever stands around the names', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('see', '@Ann Lee', ',', '@Siobhán O’Neill', 'said', '.')),
        (parts) => {
          const text = parts.join(' ');
          const kept = withTokens(text, everybody);
          expect(kept).not.toMatch(/@\p{Lu}/u);
          expect(withNames(kept, everybody, { seesNames: true, markdown: false })).toBe(text);
        },
      ),
    ));
});

describe('tokens to names', () => {
  const plain = { seesNames: true, markdown: false };

  test('a new name shows in what was written before it', () => {
    const married = { ...ann, name: 'Ann Khan' };
    expect(withNames('ask @{2222223E}', [married], plain)).toBe('ask @Ann Khan');
  });

  test('who may not see names learns that somebody was meant, and not who', () => {
    const text = withTokens('@Ann Lee and @Siobhán O’Neill', everybody);
    const read = withNames(text, everybody, { seesNames: false, markdown: false });
    expect(read).toBe('@somebody and @somebody');
    expect(withNames(text, everybody, { seesNames: false, markdown: true })).not.toMatch(/Ann|Siobhán|2222/);
  });

  test.each(['@{2222223e}', '@{222223E}', '@{2222223EX}', '@{ 2222223E }', '{2222223E}', '@{H7K4QXM2}'])(
    '%s was typed, and stays as typed',
    (text) => expect(withNames(text, everybody, plain)).toBe(text),
  );

  test.each(['*', '_', '`', '[', ']', '<', '>', '#', '|', '~', '!', '\\', '(', ')'])(
    'a name with %s in it forms nothing in markdown',
    (sign) => {
      const hostile = { ...ann, name: `A${sign}b` };
      const read = withNames('@{2222223E}', [hostile], { seesNames: true, markdown: true });
      expect(read).toBe(`**@A\\${sign}b**`);
      expect(withNames('@{2222223E}', [hostile], plain)).toBe(`@A${sign}b`);
    },
  );
});
