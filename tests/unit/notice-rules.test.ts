import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pages } from '~/domain/notifications/addresses';
import { noticeRules } from '~/domain/notifications/rules/all.server';
import { UNTOLD } from '~/domain/notifications/rules/untold';
import { paths } from '~/paths';

const sources = readdirSync('app/domain', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .filter((file) => file.includes('/') && !file.startsWith('notifications/rules'))
  .map((file) => join('app/domain', file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** A past sentence in quotes that is no refusal: facts are passed on as data, refusals to `refuse`. */
const recorded = new Set(
  sources.flatMap(({ text }) => {
    const refusals = new Set(
      [...text.matchAll(/refuse(?:Field)?\(\s*'([A-Za-z]+)'/g)].map(([, name]) => name),
    );
    const quoted = [
      ...text.matchAll(
        /'([A-Z][A-Za-z]+(?:Was|Were|Has|Have|Is)[A-Z][A-Za-z]+|PersonJoined|PersonSignedIn|PersonChangedDetails)'/g,
      ),
    ];
    return quoted.flatMap(([, name]) =>
      name && /noun|fact/.test(text) && (!refusals.has(name) || text.includes(`name: '${name}'`))
        ? [name]
        : [],
    );
  }),
);
const told = new Set(noticeRules.map(({ fact }) => fact));
const untold = new Set(Object.values(UNTOLD).flat());

/** Names in quotes that are rules of the database or words of a policy, not facts. */
const NOT_FACTS = new Set(['TrailIsAppendOnly']);

test('every fact that a command records has a notice, or a reason why nobody is told', () => {
  const forgotten = [...recorded].filter(
    (name) =>
      /(Was|Were|Has|Have)[A-Z]|Joined|SignedIn|Details/.test(name) &&
      !told.has(name) &&
      !untold.has(name) &&
      !NOT_FACTS.has(name),
  );
  expect(forgotten).toEqual([]);
});

test('no rule and no reason is about a fact that nothing records', () => {
  expect([...told].filter((name) => !recorded.has(name))).toEqual([]);
  expect([...untold].filter((name) => !recorded.has(name) && name !== 'AttemptWasDenied')).toEqual([]);
  expect([...told].filter((name) => untold.has(name))).toEqual([]);
});

test('no two rules write the same kind of notice of the same fact about one noun', () => {
  const kinds = noticeRules.map(({ kind }) => kind).filter((kind) => kind !== 'ReminderWasSent');
  expect(kinds.length).toBe(new Set(kinds).size);
});

test('notices lead to the addresses of the product', () => {
  const reference = 'H7K4QXM2';
  const addresses = Object.entries(pages).map(([page, address]) => [page, address(reference)]);
  const expected = Object.keys(pages).map((page) => {
    const build = paths[page as keyof typeof paths] as (text: string) => string;
    return [
      page,
      pages[page as keyof typeof pages].length === 0 ? (build as () => string)() : build(reference),
    ];
  });
  expect(addresses).toEqual(expected);
});
