import { describe, expect, test } from 'vitest';
import { isoDay } from '../../uk-time';
import { standstillIsOver, stateOf as awardState } from '../award';
import { approvalsOf, firstMilestones } from './delivery-plan';
import {
  blockedBy,
  endedBy,
  isAccepted,
  stateOf,
  stillOwed,
  type DeliverableOfMilestone,
  type Milestone,
} from './milestone';
import { filledRows } from './milestone-rows';

const at = new Date('2026-12-10T09:00:00Z');
const day = (text: string) => new Date(`${text}T00:00:00Z`);

const delivered = (over: Partial<DeliverableOfMilestone> = {}): DeliverableOfMilestone => ({
  id: 'd',
  reference: 'AAAAAAAA',
  title: 'Report',
  deliveredAt: at,
  reviewedAt: null,
  reviewedById: null,
  acceptedAt: null,
  returnedAt: null,
  ...over,
});

const milestone = (position: number, over: Partial<Milestone> = {}): Milestone => ({
  id: `m${position}`,
  position,
  title: `Milestone ${position}`,
  dueOn: day('2027-03-01'),
  amount: 100,
  approval: false,
  kind: { code: 'deliverable', name: 'Deliverable', delivers: true, publishes: true, protocol: false },
  paidAt: null,
  cancelledAt: null,
  deliverables: [],
  ...over,
});

const accepted = delivered({ reviewedAt: at, acceptedAt: at });

describe('a milestone', () => {
  test.each<[string, Partial<Milestone>]>([
    ['due', {}],
    ['delivered', { deliverables: [delivered()] }],
    ['reviewed', { deliverables: [delivered({ reviewedAt: at })] }],
    ['returned', { deliverables: [delivered({ returnedAt: at })] }],
    ['delivered', { deliverables: [delivered({ returnedAt: at }), delivered()] }],
    ['accepted', { deliverables: [accepted] }],
    ['paid', { deliverables: [accepted], paidAt: at }],
  ])('is %s', (state, over) => {
    expect(stateOf(milestone(1, over))).toBe(state);
    expect(isAccepted(milestone(1, over))).toBe(state === 'accepted' || state === 'paid');
  });

  test('ends early where work is owed, or where it is a payment by a date after the last day', () => {
    const lastDay = day('2027-02-01');
    const byDate = { ...milestone(1).kind, delivers: false };
    const all = [
      milestone(1, { dueOn: day('2027-01-10') }),
      milestone(2, { kind: byDate, dueOn: lastDay }),
      milestone(3, { kind: byDate, dueOn: day('2027-02-02') }),
      milestone(4, { kind: byDate, dueOn: day('2027-02-02'), paidAt: at }),
      milestone(5, { deliverables: [accepted] }),
    ];
    expect(endedBy(all, lastDay).map(({ position }) => position)).toEqual([1, 3]);
  });

  test('waits for approvals before it, and an approval for nothing', () => {
    const ethics = milestone(1, { approval: true });
    const data = milestone(3, { approval: true });
    const all = [ethics, milestone(2), data, milestone(4)];
    const waits = (position: number) =>
      blockedBy(all, all[position - 1] ?? ethics).map((one) => one.position);
    expect([1, 2, 3, 4].map(waits)).toEqual([[], [1], [], [1, 3]]);
    const given = [{ ...ethics, deliverables: [accepted] }, milestone(2)];
    expect(blockedBy(given, milestone(2))).toEqual([]);
  });

  test('is owed until it is accepted and, where money goes with it, paid', () => {
    const all = [
      milestone(1),
      milestone(2, { deliverables: [accepted] }),
      milestone(3, { deliverables: [accepted], paidAt: at }),
      milestone(4, { deliverables: [accepted], amount: 0 }),
    ];
    expect(stillOwed(all).map(({ position }) => position)).toEqual([1, 2]);
  });
});

describe('the first plan', () => {
  test('puts approvals before the bid’s milestones, which add up to the award', () => {
    const rows = firstMilestones({
      approvals: ['ethicsCommittee', 'dpia'],
      milestones: [
        { title: 'Protocol', weeks: 4, share: 33 },
        { title: 'Interim', weeks: 10, share: 33 },
        { title: 'Report', weeks: 20, share: 34 },
      ],
      amount: 100_001,
      startsOn: day('2027-01-04'),
    });
    expect(rows.map(({ position, approval, dueOn }) => [position, approval, isoDay(dueOn)])).toEqual([
      [1, true, '2027-02-01'],
      [2, true, '2027-02-01'],
      [3, false, '2027-02-01'],
      [4, false, '2027-03-15'],
      [5, false, '2027-05-24'],
    ]);
    expect(rows[0]?.title).toContain('ethics committee');
    expect(rows.reduce((all, { amount }) => all + amount, 0)).toBe(100_001);
  });

  test('of a bid without a plan is one final report', () => {
    const rows = firstMilestones({ approvals: [], milestones: [], amount: 500, startsOn: day('2027-01-04') });
    expect(rows).toMatchObject([{ title: 'Final report', amount: 500, approval: false }]);
  });

  test.each([
    [null, []],
    ['text', []],
    [{}, []],
    [{ approvals: 'dpia' }, []],
    [{ approvals: ['dpia', 7] }, ['dpia']],
  ])('reads the approvals of %j', (stored, expected) => {
    expect(approvalsOf(stored)).toEqual(expected);
  });
});

test('rows of the form that were left empty are left out, and the rest move up', () => {
  const form = new FormData();
  form.set('_key', 'k');
  form.set('milestones[0].title', '');
  form.set('milestones[0].approval', 'on');
  form.set('milestones[2].title', 'Report');
  form.set('milestones[2].dueOn.day', '1');
  expect([...filledRows(form).entries()]).toEqual([
    ['_key', 'k'],
    ['milestones[0].title', 'Report'],
    ['milestones[0].dueOn.day', '1'],
  ]);
});

describe('an award', () => {
  const none = {
    noticeAt: null,
    standstillEndsOn: null,
    withdrawnAt: null,
    contractedAt: null,
    closedAt: null,
  };
  test.each([
    ['decided', {}],
    ['withdrawn', { withdrawnAt: at }],
    ['standstill', { noticeAt: at, standstillEndsOn: day('2026-12-10') }],
    ['readyToContract', { noticeAt: at, standstillEndsOn: day('2026-12-09') }],
    ['readyToContract', { noticeAt: at }],
    ['inDelivery', { noticeAt: at, contractedAt: at }],
    ['closed', { noticeAt: at, contractedAt: at, closedAt: at }],
  ])('is %s', (state, over) => {
    expect(awardState({ ...none, ...over }, at)).toBe(state);
  });

  test('stands still until the end of the UK day, summer time or not', () => {
    const standstillEndsOn = day('2026-07-10');
    expect(standstillIsOver({ standstillEndsOn }, new Date('2026-07-10T22:59:59Z'))).toBe(false);
    expect(standstillIsOver({ standstillEndsOn }, new Date('2026-07-10T23:00:00Z'))).toBe(true);
  });
});
