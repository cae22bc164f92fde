import { describe, expect, test } from 'vitest';
import { dataPath, outcomeOf, redirectIn } from '../trust/access/answer';
import { cellsOf, gapsOf, sampleOf, spread, type Cell } from '../trust/access/cells';
import { compare, inWords } from '../trust/access/differences';
import { plant } from '../trust/access/faults';
import { importsIn, selfJudging } from '../trust/access/own-imports';
import { ACTOR_NAMES, ACTORS, OF_SEVERAL_ROLES } from '../trust/access/roles';
import { among, always, expectedOf, fill, forRoles, hiddenBut, toAll, type Row } from '../trust/access/rule';
import { TABLE } from '../trust/access/table/all';

const params = { reference: 'AAAA-AAAA' };
const row = (over: Partial<Row> = {}): Row => ({
  route: 'things/:reference/change',
  door: 'signed in',
  of: 'thing',
  states: {},
  ...over,
});

describe('what a rule means', () => {
  const rule = among(['network'], { opens: ['expert'], butNot: ['evaluator'] });
  test.each([
    ['visitor', 'to /sign-in?from=%2Fthings%2FAAAA-AAAA%2Fchange'],
    ['person before the second factor', 'to /sign-in/second-factor?from=%2Fthings%2FAAAA-AAAA%2Fchange'],
    ['unverified person', '404'],
    ['uninvolved expert', '200'],
    ['coordinator', '403'],
    ['committee reader', '404'],
    // What one role gives, another may take away.
    ['expert and evaluator', '403'],
  ] as const)('%s gets %s', (actor, expected) => {
    expect(expectedOf(row(), rule, actor, params)).toBe(expected);
  });

  test('an open door judges visitors by the rule alone', () => {
    expect(expectedOf(row({ door: 'open' }), hiddenBut('network'), 'visitor', params)).toBe('404');
    expect(expectedOf(row({ door: 'open' }), toAll, 'visitor', params)).toBe('200');
  });

  test('members only: whoever is not verified is told so', () => {
    expect(expectedOf(row({ door: 'members' }), toAll, 'unverified person', params)).toBe('403');
    expect(expectedOf(row({ door: 'members' }), forRoles('auditor'), 'coordinator', params)).toBe('403');
  });

  test('who is led elsewhere is, unless the page opens to them', () => {
    const leads = [{ who: ['network'], to: 'things/:reference?from=change' }] as const;
    const led = { opens: ['author'], leads, others: 'hidden' } as const;
    expect(expectedOf(row(), led, 'author', params)).toBe('200');
    expect(expectedOf(row(), led, 'observer', params)).toBe('to /things/AAAA-AAAA?from=change');
    expect(expectedOf(row(), led, 'auditor', params)).toBe('404');
  });

  test('an address with a part that the scene does not name is an error', () => {
    expect(() => fill('things/:reference/:part', params)).toThrow('needs part');
    expect(fill('/', {})).toBe('/');
  });
});

describe('cells', () => {
  const find = () => params;
  const one = row({ states: always(toAll) });
  const two = row({ route: 'things/:reference', states: { new: toAll, old: toAll, gone: toAll } });

  test('a row of one state is opened by everybody, as page and as data', () => {
    expect(cellsOf([one], find)).toHaveLength(ACTOR_NAMES.length * 2);
  });

  test('a row of several states is opened in each by everybody, and in both forms by each', () => {
    const cells = cellsOf([two], find);
    expect(cells).toHaveLength(ACTOR_NAMES.length * 3);
    for (const actor of ACTOR_NAMES)
      expect(new Set(cells.filter((cell) => cell.actor === actor).map(({ form }) => form)).size).toBe(2);
  });

  test('a sample comes from all over the table', () => {
    const cells = cellsOf([one, two], find);
    const chosen = spread(cells, 30);
    expect(chosen.length).toBeGreaterThanOrEqual(30);
    expect(new Set(chosen.map(({ route }) => route)).size).toBe(2);
    expect(spread(cells, 10_000)).toEqual(cells);
  });

  test('and holds every cell of actors of several roles', () => {
    const cells = cellsOf([one, two], find);
    const chosen = sampleOf(cells, 30);
    const several = (cell: Cell) => OF_SEVERAL_ROLES.includes(cell.actor);
    expect(chosen.filter(several)).toHaveLength(cells.filter(several).length);
    expect(new Set(chosen).size).toBe(chosen.length);
  });

  test('addresses without a row, rows without an address and double rows are gaps', () => {
    const routes = ['things/:reference/change', 'others'];
    expect(gapsOf([one, one, row({ route: 'gone' })], routes)).toEqual([
      'no row says who may open others',
      'there is no address gone',
      'two rows speak about things/:reference/change',
      'no state of gone',
    ]);
    expect(gapsOf([one], ['things/:reference/change'])).toEqual([]);
  });
});

describe('answers', () => {
  const redirect =
    '[["SingleFetchRedirect",1],{"_2":3,"_4":5},"redirect","/sign-in?from=%2Fbids","status",302]\n';

  test('a status, or where it leads; data say so in their body', () => {
    expect(outcomeOf(404, null)).toBe('404');
    expect(outcomeOf(302, '/sign-in')).toBe('to /sign-in');
    expect(outcomeOf(202, null, redirect)).toBe('to /sign-in?from=%2Fbids');
    expect(outcomeOf(200, null, '[{"_1":2},"redirect","/a"]\n')).toBe('200');
    expect(redirectIn('[["x"],"nothing"]\n')).toBeNull();
  });

  test('the data of a page have an address of their own', () => {
    expect([dataPath('/'), dataPath('/bids?after=1')]).toEqual(['/_root.data', '/bids.data?after=1']);
  });

  test('what is not as expected is a difference, an answer that is missing too', () => {
    const cell: Cell = { route: 'r', state: 's', actor: 'author', form: 'page', path: '/r', expected: '200' };
    const differences = compare([cell, cell, cell], ['200', '403']);
    expect(differences.map(({ got }) => got)).toEqual(['403', 'nothing']);
    expect(differences.map(inWords)[0]).toBe('r (page), author, s: expected 200, got 403');
  });
});

test('a fault is planted where its place is found exactly once', () => {
  const fault = { find: /may = (\w+)/, replace: 'may = true || $1' };
  expect(plant('const may = asked;', fault)).toBe('const may = true || asked;');
  expect(plant('const might = asked;', fault)).toBeNull();
  expect(plant('may = a; may = b;', fault)).toBeNull();
});

describe('the table itself', () => {
  test('takes nothing from the product', () => {
    expect(selfJudging()).toEqual([]);
    expect(importsIn("import { a } from '~/x';\nconst b = await import('../../app/y');")).toEqual([
      '~/x',
      '../../app/y',
    ]);
  });

  test('has at least twelve actors, two of them with several roles', () => {
    expect(ACTOR_NAMES.length).toBeGreaterThanOrEqual(12);
    for (const name of OF_SEVERAL_ROLES) expect(ACTORS[name].length).toBeGreaterThan(3);
    expect(OF_SEVERAL_ROLES.length).toBeGreaterThanOrEqual(2);
  });

  test('never opens a bid to anybody but those who make it, nor an unpublished question outside its team', () => {
    const others = ACTOR_NAMES.filter((name) => name !== 'lead bidder' && name !== 'co-editor of the bid');
    const bids = TABLE.find(({ route }) => route === 'bids/:reference');
    const draft = TABLE.find(({ route }) => route === 'questions/:reference')?.states['draft'];
    if (!bids || !draft) throw new Error('the rows are there');
    for (const actor of others) {
      const rule = bids.states['submitted'];
      expect(rule && expectedOf(bids, rule, actor, params)).not.toBe('200');
    }
    for (const actor of ['coordinator', 'auditor', 'administrator', 'lead bidder', 'visitor'] as const)
      expect(expectedOf(row({ door: 'open' }), draft, actor, params)).toBe('404');
  });
});
