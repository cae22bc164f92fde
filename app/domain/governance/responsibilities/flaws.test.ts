import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVELS } from '../../people/organisations/organisation';
import {
  flawsOf,
  ROLE_HINTS,
  ROLES,
  roles,
  subjectIds,
  subjectKinds,
  SUBJECTS,
  type Holding,
} from './responsibility';

const holding = (role: Holding['role'], name: string, level: string | null = null): Holding => ({
  ...{ role, name, level },
});
const words = (...holdings: Holding[]) => flawsOf(holdings).map((flaw) => flaw.words);
const GAP = 'Nobody is accountable';

describe('what is wrong, in words', () => {
  test.each<[string, Holding[], string[]]>([
    ['nobody has any role', [], [GAP]],
    ['one does it and nobody answers', [holding('responsible', 'A')], [GAP]],
    ['somebody is asked', [holding('consulted', 'A')], [GAP]],
    ['somebody is told', [holding('informed', 'A')], [GAP]],
    ['one answers for it', [holding('accountable', 'A')], []],
    ['one answers for it at a level', [holding('accountable', 'A', 'local')], []],
    ['one answers for it and does it', [holding('accountable', 'A'), holding('responsible', 'A')], []],
    [
      'one is responsible everywhere and one locally',
      [holding('accountable', 'A'), holding('responsible', 'B'), holding('responsible', 'C', 'local')],
      [],
    ],
    [
      'a gap and a clash at once: the gap first',
      [holding('responsible', 'B', 'online'), holding('responsible', 'C', 'online')],
      [GAP, 'B and C are all responsible at online level'],
    ],
    [
      'two clashes, by the level that came first',
      [
        holding('accountable', 'A'),
        holding('responsible', 'B', 'national'),
        holding('responsible', 'C', 'local'),
        holding('responsible', 'D', 'local'),
        holding('responsible', 'E', 'national'),
      ],
      ['B and E are all responsible at national level', 'C and D are all responsible at local level'],
    ],
    [
      'two teams of one organisation',
      [holding('accountable', 'A'), holding('responsible', 'B'), holding('responsible', 'B')],
      ['B and B are all responsible, and no level tells them apart'],
    ],
    [
      'an empty level is none',
      [holding('accountable', 'A'), holding('responsible', 'B', ''), holding('responsible', 'C')],
      ['B and C are all responsible, and no level tells them apart'],
    ],
    [
      'a name of markup stands as it is',
      [holding('accountable', 'A'), holding('responsible', '<b>'), holding('responsible', 'C and D')],
      ['<b> and C and D are all responsible, and no level tells them apart'],
    ],
  ])('%s', (_what, holdings, expected) => expect(words(...holdings)).toEqual(expected));
});

const anyHolding = fc.record({
  role: fc.constantFrom(...roles),
  level: fc.option(fc.constantFrom(...LEVELS)),
  name: fc.constantFrom('Alpha', 'Beta', 'Gamma', 'Delta'),
});

describe('whatever anybody holds', () => {
  test('there is a gap just where nobody is accountable, said once', () => {
    fc.assert(
      fc.property(fc.array(anyHolding), (holdings) => {
        const gaps = flawsOf(holdings).filter(({ kind }) => kind === 'gap');
        expect(gaps).toHaveLength(holdings.some(({ role }) => role === 'accountable') ? 0 : 1);
      }),
    );
  });

  test('there is one clash for each level at which several are responsible', () => {
    fc.assert(
      fc.property(fc.array(anyHolding), (holdings) => {
        const levels = holdings.filter(({ role }) => role === 'responsible').map(({ level }) => level);
        const twice = new Set(levels.filter((level, at) => levels.indexOf(level) !== at));
        expect(flawsOf(holdings).filter(({ kind }) => kind === 'clash')).toHaveLength(twice.size);
      }),
    );
  });

  test('who is asked or told changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyHolding), (holdings) => {
        const doing = holdings.filter(({ role }) => role === 'accountable' || role === 'responsible');
        expect(flawsOf(holdings)).toEqual(flawsOf(doing));
      }),
    );
  });

  test('the kinds of flaws do not hang on the order', () => {
    const sorted = (holdings: readonly Holding[]) =>
      flawsOf(holdings)
        .map(({ kind }) => kind)
        .toSorted();
    fc.assert(
      fc.property(fc.array(anyHolding), (holdings) => {
        expect(sorted(holdings.toReversed())).toEqual(sorted(holdings));
      }),
    );
  });

  test('every name of a clash is said', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 8 }),
        (names) => {
          const [said = ''] = words(
            holding('accountable', 'A'),
            ...names.map((name) => holding('responsible', name, 'local')),
          );
          expect(said).toBe(
            `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''} are all responsible at local level`,
          );
        },
      ),
    );
  });
});

describe('the subject of a role', () => {
  const COLUMNS = {
    threatArea: 'termId',
    priority: 'priorityId',
    question: 'questionId',
    objective: 'itemId',
    action: 'decisionId',
  } as const;

  test.each(subjectKinds)('%s stands in the column of its kind and in no other', (kind) => {
    const ids = subjectIds(kind, 'this');
    expect(ids[COLUMNS[kind]]).toBe('this');
    expect(Object.values(ids).filter((id) => id !== null)).toEqual(['this']);
    expect(Object.keys(ids).toSorted()).toEqual(Object.values(COLUMNS).toSorted());
  });

  test('every kind and every role has words of its own', () => {
    expect(new Set(Object.values(SUBJECTS)).size).toBe(subjectKinds.length);
    expect(new Set(Object.values(ROLE_HINTS)).size).toBe(roles.length);
    expect(roles.map((role) => ROLES[role].charAt(0)).join('')).toBe('ARCI');
  });
});
