import { describe, expect, test } from 'vitest';
import type { Actor, Person } from '../../actor';
import {
  followsOf,
  mayAskForData,
  mayCloseData,
  mayConfirmReturn,
  mayDecideData,
  mayGiveOpinion,
  mayNoteOnData,
  mayReadRefusals,
  maySeeDataRequest,
  mayWithdrawData,
  seesPanel,
  type DataRequestStanding,
} from './data-policy';

const person = (id: string, over: Partial<Person> = {}): Actor =>
  ({
    ...{ kind: 'person', id, reference: id, name: id, verified: true, secondFactorPassed: true },
    ...{ roles: [], teams: [], organisationIds: [], panels: [], walls: [], expert: true },
    ...over,
  }) as unknown as Person;
const request = (over: Partial<DataRequestStanding> = {}): DataRequestStanding => ({
  ...{ state: 'asked', askedById: 'asker', ownerId: 'owner', holderId: 'holder' },
  ...{ seats: ['seat', 'other', 'asker', 'clash'], conflicted: ['clash'] },
  ...{ closing: null, confirmed: false, followed: false },
  ...over,
});

const asker = person('asker');
const owner = person('owner');
const seat = person('seat');
const clash = person('clash');
const holder = person('holding', { teams: [{ teamId: 't', organisationId: 'holder', roles: ['observer'] }] });
const coordinator = person('coordinator', { roles: ['coordinator'] });
const auditor = person('auditor', { roles: ['auditor'], expert: false });
const stranger = person('stranger');
const unverified = person('asker', { verified: false });
const visitor: Actor = { kind: 'visitor', asOf: new Date() };
const all = { asker, owner, seat, clash, holder, coordinator, auditor, stranger, unverified, visitor };
type Name = keyof typeof all;
const names = Object.keys(all) as Name[];
const allowedBy = (verdict: (actor: Actor) => { kind: string }) =>
  names.filter((name) => verdict(all[name]).kind === 'allow');

describe('who may do what with a request for data', () => {
  test('it is between who asks, the holder, the panel and those who look after the whole', () => {
    const verdict = (actor: Actor) => maySeeDataRequest(actor, request());
    expect(allowedBy(verdict)).toEqual([
      ...['asker', 'owner', 'seat', 'clash', 'holder', 'coordinator', 'auditor'],
    ]);
    for (const actor of [stranger, unverified, visitor]) expect(verdict(actor).kind).toBe('hide');
  });

  test('what the panel says is never for who asks, nor for a conflict, even with a seat', () => {
    expect(names.filter((name) => seesPanel(all[name], request()))).toEqual([
      ...['seat', 'coordinator', 'auditor'],
    ]);
  });

  test.each<
    [
      string,
      (actor: Actor, of: DataRequestStanding) => { kind: string },
      Partial<DataRequestStanding>,
      Name[],
    ]
  >([
    ['gives an opinion', mayGiveOpinion, {}, ['seat', 'clash']],
    ['gives an opinion once decided', mayGiveOpinion, { state: 'refused' }, []],
    ['decides', mayDecideData, {}, ['seat']],
    ['decides again', mayDecideData, { state: 'approved' }, []],
    ['withdraws', mayWithdrawData, {}, ['asker']],
    ['withdraws what is decided', mayWithdrawData, { state: 'approved' }, []],
    ['comments', mayNoteOnData, {}, ['asker', 'owner', 'seat', 'clash', 'holder', 'coordinator']],
    ['comments on what is refused', mayNoteOnData, { state: 'refused' }, []],
    ['says what became of the data', mayCloseData, { state: 'approved' }, ['asker']],
    ['says so before it was given any', mayCloseData, {}, []],
    ['says so twice', mayCloseData, { state: 'approved', closing: 'destroyed' }, []],
    ['confirms', mayConfirmReturn, { state: 'approved', closing: 'destroyed' }, ['owner', 'seat', 'clash']],
    ['confirms too early', mayConfirmReturn, { state: 'approved' }, []],
    ['confirms twice', mayConfirmReturn, { state: 'approved', closing: 'returned', confirmed: true }, []],
  ])('who %s', (_name, rule, over, expected) =>
    expect(allowedBy((actor) => rule(actor, request(over)))).toEqual(expected),
  );

  test('nobody without a seat learns from a refusal that there is a request', () => {
    expect(mayDecideData(stranger, request()).kind).toBe('hide');
    expect(mayDecideData(coordinator, request()).kind).toBe('deny');
  });

  test.each<[Partial<DataRequestStanding>, string[]]>([
    [{}, []],
    [{ state: 'refused' }, ['again', 'appeal']],
    [{ state: 'refused', followed: true }, []],
    [{ state: 'approved' }, ['renewal']],
    [{ state: 'approved', closing: 'returned' }, []],
    [{ state: 'withdrawn' }, []],
  ])('%j may be followed by %j', (over, kinds) => {
    expect(followsOf(asker, request(over))).toEqual(kinds);
    expect(followsOf(seat, request(over))).toEqual([]);
  });

  test('verified members ask for what is confirmed, and read why others were refused', () => {
    const dataset = { ownerId: 'owner', createdById: 'owner', confirmed: true };
    expect(mayAskForData(stranger, dataset).kind).toBe('allow');
    expect(mayAskForData(auditor, dataset).kind).toBe('deny');
    expect(mayAskForData(visitor, dataset).kind).toBe('hide');
    expect(mayAskForData(owner, { ...dataset, confirmed: false }).kind).toBe('deny');
    expect(mayAskForData(stranger, { ...dataset, confirmed: false }).kind).toBe('hide');
    expect(allowedBy(mayReadRefusals)).toEqual(
      names.filter((name) => !['unverified', 'visitor'].includes(name)),
    );
  });
});
