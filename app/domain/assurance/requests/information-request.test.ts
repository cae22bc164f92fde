import { describe, expect, test } from 'vitest';
import { inTeam, nobody, someone } from '../../../../tests/support/factories/actors';
import type { Actor } from '../../actor';
import { dueOn, requestState } from './information-request';
import { mayHandleRequest, mayLog, mayReadLog, maySeeRequest, type RequestForPolicy } from './request-policy';

const HOLIDAYS = new Set(['2026-04-03', '2026-04-06', '2026-05-04', '2026-12-25', '2026-12-28']);
const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('the twentieth working day', () => {
  test.each([
    // The day after receipt is day 1.
    ['2026-09-01', '2026-09-29'],
    // Received on a Saturday: Monday is day 1.
    ['2026-09-05', '2026-10-02'],
    // Over Easter: Good Friday and Easter Monday do not count.
    ['2026-03-20', '2026-04-21'],
    // Over Christmas, with a substitute day.
    ['2026-12-01', '2026-12-31'],
  ])('of a request received on %s is %s', (received, due) => {
    expect(dueOn(day(received), HOLIDAYS)).toEqual(day(due));
  });

  test('the state follows from the day in the United Kingdom, a pause and the outcome', () => {
    const request = { dueOn: day('2026-06-10'), extendedTo: null, waits: false, outcome: null };
    const at = (text: string, over: object = {}) => requestState({ ...request, ...over }, new Date(text));
    expect(at('2026-06-09T12:00:00Z')).toBe('open');
    // Past midnight in London while it is still the day before in UTC.
    expect(at('2026-06-09T23:30:00Z')).toBe('dueToday');
    expect(at('2026-06-10T22:30:00Z')).toBe('dueToday');
    expect(at('2026-06-10T23:30:00Z')).toBe('overdue');
    expect(at('2026-06-20T12:00:00Z', { extendedTo: day('2026-06-20') })).toBe('dueToday');
    expect(at('2026-06-20T12:00:00Z', { waits: true })).toBe('waiting');
    expect(at('2026-06-20T12:00:00Z', { outcome: 'full', waits: true })).toBe('closed');
  });
});

describe('who handles a request', () => {
  const question = {
    id: 'q',
    teamId: 'team',
    authorId: 'author',
    seniorResponsibleOwnerId: 'owner',
    involved: false,
  };
  const about = (over: Partial<typeof question> = {}): RequestForPolicy => ({
    questions: [{ ...question, ...over }],
  });
  const owner = someone({ id: 'owner', ...inTeam('team', 'seniorResponsibleOwner') });
  const coordinator = someone({ roles: ['coordinator'] });
  const auditor = someone({ roles: ['auditor'] });
  const other = someone(inTeam('another', 'seniorResponsibleOwner'));
  const expert = someone({ expert: true });
  const kinds = (may: (actor: Actor) => { kind: string }, actors: Actor[]) =>
    actors.map((actor) => may(actor).kind);

  test('owners and coordinators; auditors read; to everybody else there is none', () => {
    const all = [owner, coordinator, auditor, other, expert, nobody];
    expect(kinds((actor) => maySeeRequest(actor, about()), all)).toEqual([
      ...['allow', 'allow', 'allow', 'hide', 'hide', 'hide'],
    ]);
    expect(kinds((actor) => mayHandleRequest(actor, about()), all)).toEqual([
      ...['allow', 'allow', 'deny', 'hide', 'hide', 'hide'],
    ]);
    expect(kinds(mayReadLog, all)).toEqual(['allow', 'allow', 'allow', 'allow', 'hide', 'hide']);
    expect(kinds(mayLog, all)).toEqual(['allow', 'allow', 'deny', 'allow', 'hide', 'hide']);
  });

  test('not whoever had a part in it without answering for it, nor anybody behind a wall', () => {
    const involved = about({ involved: true });
    expect(kinds((actor) => maySeeRequest(actor, involved), [owner, coordinator, auditor])).toEqual([
      ...['allow', 'hide', 'hide'],
    ]);
    const walled = someone({ roles: ['coordinator'], walls: [{ questionId: 'q', bidId: 'b' }] });
    const walledOwner = { ...owner, walls: [{ questionId: 'q', bidId: 'b' }] };
    expect(kinds((actor) => maySeeRequest(actor, about()), [walled, walledOwner])).toEqual(['hide', 'hide']);
  });
});
