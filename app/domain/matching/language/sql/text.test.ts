import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nobody, someone } from '../../../../../tests/support/factories/actors';
import { Prisma } from '~/platform/generated/prisma/client';
import { CHOICES, FIELDS, NOUNS, type Noun } from '../fields';
import { readQuery } from '../query-language';
import { wantedOf, type Texts } from '../query-sql.server';
import type { Tree } from '../query-tree';
import { isGuarded, isText, markedQuery, soughtQuery, soughtText } from './text.server';

function treeOf(text: string): Tree {
  const { tree } = readQuery(text);
  if (!tree) throw new Error(`${text} asks for nothing`);
  return tree;
}
const now = new Date('2026-11-22T12:00:00Z');
const texts: Texts = {
  onRow: (query) => Prisma.sql`words @@ ${query}`,
  within: (query) => Prisma.sql`id IN (SELECT subject FROM worded WHERE words @@ ${query})`,
};
const wanted = (noun: Noun, text: string, actor = someone()) =>
  wantedOf(noun, treeOf(text), { actor, now }, texts);
const nounsOf = (text: string): Noun[] => NOUNS.filter((noun) => wanted(noun, text) !== null);

describe('text', () => {
  test.each([
    // Is it words alone; can an index find it; what is looked for.
    ['ports', true, true, 'ports'],
    ['ports at night', true, true, 'ports at night'],
    ['"county lines" ports', true, true, 'county lines ports'],
    ['-ports', true, false, ''],
    ['ports -guards', true, true, 'ports'],
    ['ports OR quays', true, true, 'ports quays'],
    ['ports OR -quays', true, false, 'ports'],
    ['ports AND NOT (quays OR weirs)', true, true, 'ports'],
    ['threat:fraud', false, false, ''],
    ['ports threat:fraud', false, false, 'ports'],
    ['-threat:fraud ports', false, false, 'ports'],
    ['NOT (ports OR quays)', true, false, ''],
    ['(ports OR threat:fraud) quays', false, false, 'ports quays'],
    ['count(relevance)>1', false, false, ''],
  ])('%s: words alone %s, to be found %s, looking for %j', (text, alone, guarded, sought) => {
    const tree = treeOf(text);
    expect([isText(tree), isGuarded(tree), soughtText(tree)]).toEqual([alone, guarded, sought]);
    expect([soughtQuery(tree) === null, markedQuery(tree) === null]).toEqual([sought === '', sought === '']);
  });

  test('is marked in both spellings, and in one where all write alike', () => {
    const spelt = (text: string) => markedQuery(treeOf(text))?.values.filter((value) => value !== text);
    expect(spelt('behavior')).toEqual(['behaviour']);
    expect(spelt('ports')).toEqual([]);
    expect(spelt('organised')).toEqual(['organized']);
  });

  test('that is left out is not marked', () => {
    expect(markedQuery(treeOf('ports -guards NOT "night shift"'))?.values).toEqual(['ports']);
  });
});

describe('a search asks only those of whom it can be true', () => {
  test.each<[string, readonly Noun[]]>([
    ['ports', NOUNS],
    ['-ports', []],
    ['threat:fraud', ['question', 'finding', 'expert']],
    ['-threat:fraud', ['question', 'finding', 'expert']],
    ['threat:fraud ports', ['question', 'finding', 'expert']],
    ['threat:fraud OR ports', NOUNS],
    ['kind:university', ['organisation']],
    ['kind:university threat:fraud', []],
    ['kind:university OR threat:fraud', NOUNS],
    ['kind:university AND ports', ['organisation']],
    ['state:open confidence:high', []],
    ['stale:yes', ['finding', 'expert']],
    ['mean(relevance)>3', ['finding']],
    ['NOT mean(relevance)>3', ['finding']],
    ['mean(relevance)>3 bids:0', []],
    ['NOT (kind:university threat:fraud)', NOUNS],
  ])('%s', (text, nouns) => {
    expect(nounsOf(text)).toEqual([...nouns]);
  });

  test('and each field those that its row of the table names', () => {
    for (const { name, on, example } of FIELDS)
      expect(nounsOf(example), name).toEqual(NOUNS.filter((noun) => on.includes(noun)));
  });
});

describe('nothing that is typed becomes a part of a statement', () => {
  const HOSTILE = "x'); DROP TABLE person; --";
  const statement = (noun: Noun, text: string, actor = someone()) => {
    const read = wanted(noun, text, actor);
    return read && [read.condition, read.sought, read.marked].map((part) => part?.sql ?? '').join('\n');
  };

  test('whatever the words, the statement is the same', () => {
    const safe = fc.stringMatching(/^[a-z]{3,8}$/);
    fc.assert(
      fc.property(
        fc.constantFrom(...NOUNS),
        safe,
        fc.string({ minLength: 1, maxLength: 30 }),
        (noun, word, typed) => {
          const phrase = (text: string): Tree => ({ kind: 'phrase', text });
          const sqlOf = (text: string) =>
            wantedOf(noun, phrase(text), { actor: someone(), now }, texts)?.condition.sql;
          expect(sqlOf(typed)).toBe(sqlOf(word));
        },
      ),
    );
  });

  test.each(['team', 'organisation', 'author', 'threat', 'priority', 'language', 'rated-by'])(
    'a value of %s is a parameter',
    (name) => {
      const text = `${name}:"${HOSTILE}"`;
      const nouns = nounsOf(text);
      expect(nouns.length).toBeGreaterThan(0);
      for (const noun of nouns) {
        expect(statement(noun, text)).not.toMatch(/drop table/i);
        expect(JSON.stringify(wanted(noun, text)?.condition.values).toLowerCase()).toContain('drop table');
      }
    },
  );

  test('a word of a choice is one too', () => {
    for (const [name, [word] = []] of Object.entries(CHOICES))
      for (const noun of nounsOf(`${name}:${word}`))
        expect(wanted(noun, `${name}:${word}`)?.condition.values.length, name).toBeGreaterThan(0);
  });
});

describe('what is told to some alone is unknown to the others', () => {
  const UNKNOWN = 'NULL::boolean';
  test.each<[Noun, string]>([
    ['question', 'gap:yes'],
    ['question', 'bid-by:me'],
    ['finding', 'author:me'],
    ['finding', 'rated:>3'],
    ['finding', 'ratings:0'],
    ['finding', 'rated-by:me'],
    ['finding', 'stale:yes'],
    ['finding', 'mean(relevance)>3'],
    ['finding', 'count(relevance)<3'],
  ])('%s: %s, turned round or not', (noun, text) => {
    const said = (typed: string, actor: Parameters<typeof wantedOf>[2]['actor']) =>
      wantedOf(noun, treeOf(typed), { actor, now }, texts)?.condition.sql;
    expect(said(text, nobody)).toContain(UNKNOWN);
    expect(said(`-${text}`, nobody)).toContain(`NOT ${UNKNOWN}`);
    expect(said(text, someone())).not.toContain(UNKNOWN);
    expect(said(text, someone({ verified: false }))).toContain(UNKNOWN);
    expect(said(text, someone({ secondFactorPassed: false }))).toContain(UNKNOWN);
  });
});
