import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import {
  AT,
  declaredBy,
  pureCompetition,
  pureQuestion,
} from '../../../../tests/support/factories/pure-competition';
import type { Actor, Person } from '../../actor';
import type { Verdict } from '../../policy';
import type { Assigning, Competition } from '../competition';
import { EXPORT_NAMES, mayExport, type ExportName } from './export-policy';
import { CHOICE_KINDS, FILE_KINDS } from './list-kinds';
import { mayKeepList, maySeeLists } from './list-policy';

const PLAN: Assigning = {
  perBid: 2,
  mostBids: 5,
  anonymous: false,
  scoresDueOn: null,
  confirmedAt: null,
  places: [],
};
const assigning = pureCompetition({ assigning: PLAN });
const usual = pureCompetition();
const sealed = pureCompetition({ assigning: PLAN, question: pureQuestion({ openedAt: null }) });
const recommended = pureCompetition({ recommendationId: 'r' });
const decided = pureCompetition({ question: pureQuestion({ decidedAt: AT }) });

const evaluates: Pick<Person, 'panels'> = { panels: [{ questionId: 'q', role: 'evaluator' }] };
const moderates: Pick<Person, 'panels'> = { panels: [{ questionId: 'q', role: 'moderator' }] };
const behind = (bidId: string | null, questionId = 'q'): Pick<Person, 'walls'> => ({
  walls: [{ questionId, bidId }],
});

const WHO = {
  'a visitor': nobody,
  'a stranger': someone(),
  'the author unverified': someone({ id: 'author', verified: false }),
  'the author before the second factor': someone({ id: 'author', secondFactorPassed: false }),
  'the author': someone({ id: 'author' }),
  'the author behind the wall of the competition': someone({ id: 'author', ...behind(null) }),
  'the author behind the wall of a bid': someone({ id: 'author', ...behind('b') }),
  'the author behind a wall elsewhere': someone({ id: 'author', ...behind(null, 'other') }),
  'an author of the team': someone(inTeam('team', 'author')),
  'an author of another team': someone(inTeam('other', 'author')),
  'an observer of the team': someone(inTeam('team', 'observer')),
  'the owner': someone({ id: 'owner' }),
  'who stands in for the owner': someone(inTeam('team', 'seniorResponsibleOwner')),
  'the owner behind the wall of a bid': someone({ id: 'owner', ...behind('b') }),
  'the budget holder': someone({ id: 'holder' }),
  'an evaluator': someone({ id: 'one', ...evaluates }),
  'the moderator': someone({ id: 'mo', ...moderates }),
  'the moderator behind the wall of a bid': someone({ id: 'mo', ...moderates, ...behind('b') }),
  'the moderator behind the wall of the competition': someone({ id: 'mo', ...moderates, ...behind(null) }),
  'a moderator who has not declared': someone({ id: 'late', ...moderates }),
  'a moderator elsewhere': someone({ id: 'mo', panels: [{ questionId: 'other', role: 'moderator' }] }),
  'a coordinator': someone({ roles: ['coordinator'] }),
  'a coordinator behind the wall of a bid': someone({ roles: ['coordinator'], ...behind('b') }),
  'a coordinator on the panel': someone({ id: 'one', roles: ['coordinator'], ...evaluates }),
  'an auditor': someone({ roles: ['auditor'] }),
  'an administrator': someone({ roles: ['administrator'] }),
  'a committee reader': someone({ roles: ['committeeReader'] }),
} satisfies Record<string, Actor>;
type Who = keyof typeof WHO;

/** `+` may, `-` is told why not, `?` does not know of it. */
const sign = ({ kind }: Verdict): string => ({ allow: '+', deny: '-', hide: '?' })[kind];
const why = (verdict: Verdict): string => (verdict.kind === 'deny' ? verdict.why : verdict.kind);

const KINDS = [...FILE_KINDS, ...CHOICE_KINDS];
const keeps = (who: Who, of: Competition): string =>
  KINDS.map((kind) => sign(mayKeepList(WHO[who], of, kind))).join('');
const takes = (who: Who, of: Competition): string =>
  EXPORT_NAMES.map((name) => sign(mayExport(WHO[who], of, name))).join('');

test('the tables below are of these kinds and exports', () => {
  expect(KINDS).toEqual(['assessors', 'assignments', 'apart', 'eligibility', 'remind', 'remove']);
  expect(EXPORT_NAMES).toEqual(['bids', 'assessors', 'assignments', 'scores', 'conflicts', 'decisions']);
});

describe('who may send a list: assessors, assignments, apart, eligibility, remind, remove', () => {
  test.each<[Who, string, string, string]>([
    // Where bids are assigned; where every evaluator scores every bid; before the opening.
    ['a visitor', '??????', '??????', '??????'],
    ['a stranger', '??????', '??????', '??????'],
    ['the author unverified', '??????', '??????', '??????'],
    ['the author before the second factor', '??????', '??????', '??????'],
    ['the author', '+-+--+', '+?+-?+', '+?+-?+'],
    ['the author behind the wall of the competition', '??????', '??????', '??????'],
    ['the author behind the wall of a bid', '+-+--+', '+?+-?+', '+?+-?+'],
    ['the author behind a wall elsewhere', '+-+--+', '+?+-?+', '+?+-?+'],
    ['an author of the team', '+-+--+', '+?+-?+', '+?+-?+'],
    ['an author of another team', '??????', '??????', '??????'],
    ['an observer of the team', '------', '-?--?-', '-?--?-'],
    ['the owner', '+-+--+', '+?+-?+', '+?+-?+'],
    ['who stands in for the owner', '+-+--+', '+?+-?+', '+?+-?+'],
    ['the budget holder', '------', '-?--?-', '-?--?-'],
    ['an evaluator', '------', '-?--?-', '-?--?-'],
    ['the moderator', '-++++-', '-?++?-', '-?++?-'],
    ['the moderator behind the wall of a bid', '--+---', '-?+-?-', '-?+-?-'],
    ['the moderator behind the wall of the competition', '??????', '??????', '??????'],
    ['a moderator who has not declared', '--+---', '-?+-?-', '-?+-?-'],
    ['a moderator elsewhere', '??????', '??????', '??????'],
    ['a coordinator', '------', '-?--?-', '-?--?-'],
    ['an auditor', '??????', '??????', '??????'],
    ['an administrator', '??????', '??????', '??????'],
    ['a committee reader', '??????', '??????', '??????'],
  ])('%s', (who, ...expected) => {
    expect([assigning, usual, sealed].map((of) => keeps(who, of))).toEqual(expected);
  });

  test.each<[Who, (typeof KINDS)[number], string]>([
    [
      'the moderator',
      'assessors',
      'Only the team’s authors and the senior responsible owner appoint the panel.',
    ],
    [
      'an observer of the team',
      'remove',
      'Only the team’s authors and the senior responsible owner appoint the panel.',
    ],
    [
      'a coordinator',
      'apart',
      'The assessors are invited by the team’s authors and the senior responsible owner.',
    ],
    ['the owner', 'eligibility', 'Bids are read by the panel of the question alone.'],
    ['the author', 'assignments', 'Bids are read by the panel of the question alone.'],
    ['an evaluator', 'remind', 'Only the moderator records what the panel agreed.'],
    [
      'a moderator who has not declared',
      'eligibility',
      'Declare your interests first. Then you can read the bids.',
    ],
    [
      'the moderator behind the wall of a bid',
      'assignments',
      'A confirmed conflict about one of the bids keeps you from settling them all.',
    ],
  ])('%s is told about %s: %s', (who, kind, words) => {
    expect(why(mayKeepList(WHO[who], assigning, kind))).toBe(words);
  });

  test.each<[string, Parameters<typeof declaredBy>[2], string]>([
    [
      'is undecided',
      { hasInterest: true },
      'The interest you declared is being decided. Until then bids stay closed to you.',
    ],
    [
      'is confirmed',
      { hasInterest: true, decidedAt: AT, confirmed: true },
      'A confirmed conflict keeps you from these bids.',
    ],
    ['was dismissed', { hasInterest: true, decidedAt: AT, confirmed: false }, 'allow'],
  ])('a moderator whose interest %s', (_, over, words) => {
    const of = pureCompetition({ assigning: PLAN, declarations: [declaredBy('mo', 'opening', over)] });
    for (const kind of ['eligibility', 'assignments', 'remind'] as const)
      expect(why(mayKeepList(WHO['the moderator'], of, kind))).toBe(words);
  });

  test('an owner who wrote the question is its author, and sends what authors send', () => {
    const own = pureCompetition({ question: pureQuestion({ seniorResponsibleOwnerId: 'author' }) });
    expect(keeps('the author', own)).toBe('+?+-?+');
    expect(keeps('the owner', own)).toBe('??????');
  });

  test('whoever may send any kind sees the page of lists', () => {
    for (const who of Object.keys(WHO) as Who[])
      for (const of of [assigning, usual, sealed, decided])
        if (keeps(who, of).includes('+')) expect([who, sign(maySeeLists(WHO[who], of))]).toEqual([who, '+']);
  });

  test.each<[Who, string]>([
    ['the author', '+'],
    ['the moderator', '+'],
    ['a moderator who has not declared', '+'],
    ['an evaluator', '-'],
    ['the budget holder', '-'],
    ['a coordinator', '-'],
    ['an observer of the team', '-'],
    ['the moderator behind the wall of the competition', '?'],
    ['a stranger', '?'],
    ['a visitor', '?'],
  ])('%s sees the page of lists: %s', (who, expected) => {
    expect(sign(maySeeLists(WHO[who], usual))).toBe(expected);
  });
});

describe('who may take out: bids, assessors, assignments, scores, conflicts, decisions', () => {
  test.each<[Who, string, string, string, string]>([
    // Before the opening; in scoring; with a recommendation; after the decision.
    ['a visitor', '??????', '??????', '??????', '??????'],
    ['a stranger', '??????', '??????', '??????', '??????'],
    ['the author unverified', '??????', '??????', '??????', '??????'],
    ['the author before the second factor', '??????', '??????', '??????', '??????'],
    ['the author', '-+----', '-+----', '-+----', '-+----'],
    ['the author behind the wall of the competition', '??????', '??????', '??????', '??????'],
    ['the author behind a wall elsewhere', '-+----', '-+----', '-+----', '-+----'],
    ['an author of the team', '-+----', '-+----', '-+----', '-+----'],
    ['an author of another team', '??????', '??????', '??????', '??????'],
    ['an observer of the team', '------', '------', '------', '------'],
    ['the owner', '-+--+-', '-+--+-', '-+--++', '-+--++'],
    ['who stands in for the owner', '-+--+-', '-+--+-', '-+--++', '-+--++'],
    ['the owner behind the wall of a bid', '-+--+-', '-+--+-', '-+--+-', '-+--+-'],
    ['the budget holder', '------', '------', '------', '------'],
    ['an evaluator', '------', '-----+', '-----+', '-----+'],
    ['the moderator', '-+---+', '++++-+', '++++-+', '++++-+'],
    ['the moderator behind the wall of a bid', '-+----', '-+----', '-+----', '-+----'],
    ['the moderator behind the wall of the competition', '??????', '??????', '??????', '??????'],
    ['a moderator who has not declared', '-+----', '-+----', '-+----', '-+----'],
    ['a moderator elsewhere', '??????', '??????', '??????', '??????'],
    ['a coordinator', '----+-', '----+-', '----+-', '+-++++'],
    ['a coordinator behind the wall of a bid', '----+-', '----+-', '----+-', '----+-'],
    ['a coordinator on the panel', '----+-', '----++', '----++', '----++'],
    ['an auditor', '??????', '??????', '??????', '----++'],
    ['an administrator', '??????', '??????', '??????', '??????'],
  ])('%s', (who, closed, ...expected) => {
    const before = takes(who, sealed);
    expect([usual, recommended, decided].map((of) => takes(who, of))).toEqual(expected);
    // Where bids are assigned an evaluator is not shown the ranking.
    expect(before).toBe(who === 'an evaluator' ? '------' : closed);
  });

  test.each<[Who, Competition, ExportName, string]>([
    ['the moderator', sealed, 'bids', 'Bids are sealed until they are opened.'],
    ['a coordinator', sealed, 'scores', 'Bids are sealed until they are opened.'],
    ['a coordinator', usual, 'assignments', 'Bids are read by the panel of the question alone.'],
    [
      'a coordinator behind the wall of a bid',
      decided,
      'bids',
      'A confirmed conflict keeps you from these bids.',
    ],
    [
      'the owner behind the wall of a bid',
      recommended,
      'decisions',
      'A confirmed conflict keeps you from these decisions.',
    ],
    ['the owner', usual, 'decisions', 'The ranking is shown to you with the moderator’s recommendation.'],
    [
      'the budget holder',
      decided,
      'decisions',
      'The ranking is for the panel and the senior responsible owner.',
    ],
    [
      'an evaluator',
      assigning,
      'decisions',
      'The ranking tells of every bid, and you assess those that were assigned to you.',
    ],
    [
      'the moderator',
      usual,
      'conflicts',
      'Only the senior responsible owner and coordinators see what others declared.',
    ],
    [
      'an auditor',
      decided,
      'assessors',
      'The assessors are invited by the team’s authors and the senior responsible owner.',
    ],
  ])('%s is told why not', (who, of, name, words) => {
    expect(why(mayExport(WHO[who], of, name))).toBe(words);
  });

  test('an evaluator limited to lots is not told of the ranking of all', () => {
    const limited = pureCompetition({ outsideLots: [{ personId: 'one', bidId: 'b' }] });
    expect(sign(mayExport(WHO['an evaluator'], limited, 'decisions'))).toBe('-');
    const other = pureCompetition({ outsideLots: [{ personId: 'two', bidId: 'b' }] });
    expect(sign(mayExport(WHO['an evaluator'], other, 'decisions'))).toBe('+');
  });

  test('nobody takes out bids, assignments or scores apart: who may one may all three', () => {
    for (const who of Object.keys(WHO) as Who[])
      for (const of of [sealed, usual, recommended, decided]) {
        const [bids, , assignments, scores] = takes(who, of);
        expect([who, assignments, scores]).toEqual([who, bids, bids]);
      }
  });
});
