import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../tests/support/factories/actors';
import { allow, deny, hide } from '../policy';
import { isRefusal } from '../refusal';
import {
  approvedFirstBy,
  isLastApproval,
  levelsAt,
  mayGiveApproval,
  shownApprovals,
  standingFor,
  turnOf,
  type Approvals,
} from './approval';
import { addressesIn, maySetLevels, plannedLevels, type WantedLevel } from './approval-levels';

const level = (number: number, fromAmount: number, ...ids: string[]) => ({
  number,
  fromAmount,
  approvers: ids.map((id) => ({ id, name: id })),
});
const given = (level: number, id: string, digest = 'd') => ({
  level,
  person: { id, name: id },
  givenAt: new Date('2026-11-22T12:00:00Z'),
  digest,
});
const two = [level(1, 0, 'director', 'deputy'), level(2, 10_000_000, 'finance', 'director')];
const at = (...approved: ReturnType<typeof given>[]): Approvals => ({ levels: two, given: approved });
const owner = given(0, 'owner');
const director = given(1, 'director');

describe('the order of approvals', () => {
  test.each([
    [9_999_999, [1]],
    [10_000_000, [1, 2]],
    [null, [1, 2]],
    [0, [1]],
  ])('a value of %s asks for levels %j', (value, numbers) => {
    expect(levelsAt(two, value).map(({ number }) => number)).toEqual(numbers);
  });

  test.each<[string, Approvals, number | null, boolean]>([
    ['nothing yet', at(), 0, false],
    ['the owner', at(owner), 1, false],
    ['the owner and level 1', at(owner, director), 2, true],
    ['level 1 without the owner', at(director), 0, false],
    ['all of them', at(owner, director, given(2, 'finance')), null, true],
    ['no levels set', { levels: [], given: [] }, 0, true],
  ])('after %s it is the turn of %s', (_what, approvals, turn, last) => {
    expect([turnOf(approvals), isLastApproval(approvals)]).toEqual([turn, last]);
  });

  test('what was given to something else counts for nothing', () => {
    expect(turnOf(standingFor(at(owner, director), 'other'))).toBe(0);
    expect(turnOf(standingFor(at(owner, { ...director, digest: 'old' }), 'd'))).toBe(1);
    expect([approvedFirstBy(at(owner, director)), approvedFirstBy(at())]).toEqual(['owner', null]);
  });

  test('is shown level by level, and not at all where there is but one', () => {
    expect(shownApprovals({ levels: [], given: [] })).toEqual([]);
    const shown = shownApprovals(at(owner));
    expect(shown.map(({ number, givenBy, turn }) => [number, givenBy, turn])).toEqual([
      [0, 'owner', false],
      [1, null, true],
      [2, null, false],
    ]);
    expect(shown[2]?.names).toEqual(['finance', 'director']);
  });
});

describe('who may approve', () => {
  const turn = (id: string, approvals: Approvals, over: { madeBy?: string[]; knows?: boolean } = {}) =>
    mayGiveApproval(someone({ id }), {
      approvals,
      madeBy: over.madeBy ?? [],
      atOwner: () => deny('owner alone'),
      knows: over.knows ?? false,
    });

  test.each([
    ['somebody of the level', turn('deputy', at(owner)), 'allow'],
    ['somebody of the level after', turn('finance', at(owner)), 'hide'],
    ['somebody of the level after who knows of it', turn('finance', at(owner), { knows: true }), 'deny'],
    ['somebody before it is their turn', turn('deputy', at()), 'deny'],
    ['who gave the level before', turn('director', at(owner, director)), 'hide'],
    ['who is of two levels and gave neither', turn('director', at(owner, given(1, 'deputy'))), 'allow'],
    ['who wrote it', turn('deputy', at(owner), { madeBy: ['deputy'], knows: true }), 'deny'],
    ['a stranger', turn('stranger', at(owner)), 'hide'],
  ])('%s', (_who, verdict, kind) => {
    expect(verdict.kind).toBe(kind);
  });

  test('is never a visitor, nor a person before the second factor', () => {
    const rule = { approvals: at(owner), madeBy: [], atOwner: () => allow, knows: false };
    expect(mayGiveApproval(nobody, rule)).toEqual(hide);
    expect(mayGiveApproval(someone({ id: 'deputy', secondFactorPassed: false }), rule)).toEqual(hide);
  });

  test('levels are set for a team by its owner, for an organisation by its keepers alone', () => {
    const of = (kind: 'team' | 'organisation') => ({ kind, id: 'team', reference: '', name: '' });
    const lead = someone(inTeam('team', 'seniorResponsibleOwner'));
    const author = someone(inTeam('team', 'author', 'budgetHolder'));
    const coordinator = someone({ roles: ['coordinator'] });
    const may = (kind: 'team' | 'organisation') =>
      [lead, author, coordinator, nobody].map((actor) => maySetLevels(actor, of(kind)).kind === 'allow');
    expect(may('team')).toEqual([true, false, true, false]);
    expect(may('organisation')).toEqual([false, false, true, false]);
  });
});

describe('the levels of a form', () => {
  const known = new Map([
    ['a@example.org', 'a'],
    ['b@example.org', 'b'],
  ]);
  const wanted = (over: Partial<WantedLevel> = {}): WantedLevel => ({ role: '', people: '', ...over });
  const fault = (...levels: WantedLevel[]) => {
    const planned = plannedLevels(levels, known);
    return isRefusal(planned) ? [planned.name, Object.keys(planned.fields ?? {})[0]] : planned.length;
  };
  const first = wanted({ fromAmount: 100, role: 'budgetHolder' });

  test.each([
    ['nothing', [wanted(), wanted()], 0],
    ['a role', [first], 1],
    [
      'people without an amount',
      [wanted({ people: 'a@example.org' })],
      ['AmountIsMissing', 'levels[0].fromAmount'],
    ],
    ['a gap', [wanted(), first], ['LevelIsSkipped', 'levels[1].fromAmount']],
    [
      'a lower amount',
      [first, wanted({ fromAmount: 99, role: 'coordinator' })],
      ['LevelsAreOutOfOrder', 'levels[1].fromAmount'],
    ],
    ['the same amount', [first, wanted({ fromAmount: 100, role: 'coordinator' })], 2],
    ['nobody', [wanted({ fromAmount: 1 })], ['LevelHasNobody', 'levels[0].people']],
    [
      'a stranger',
      [wanted({ fromAmount: 1, people: 'x@example.org' })],
      ['ApproverIsUnknown', 'levels[0].people'],
    ],
    [
      'no address',
      [wanted({ fromAmount: 1, people: '<script>' })],
      ['ApproverIsUnknown', 'levels[0].people'],
    ],
  ])('with %s', (_what, levels, expected) => {
    expect(fault(...levels)).toEqual(expected);
  });

  test('name people once, however the addresses are written', () => {
    const people = 'A@Example.org, b@example.org\n\na@example.org';
    expect(addressesIn(people)).toHaveLength(3);
    expect(plannedLevels([wanted({ fromAmount: 5, people })], known)).toEqual([
      { number: 1, fromAmount: 5, role: null, personIds: ['a', 'b'] },
    ]);
  });
});
