import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { draw, textOf, words } from '../../../../tests/support/drawn';
import { AWARD_STATE_NAMES, type AwardState } from '~/domain/awards/award';
import { MILESTONE_STATE_NAMES, type MilestoneState } from '~/domain/awards/delivery/milestone';
import { paths } from '~/paths';
import { AwardTag, MilestoneTag } from './award-tag';
import { DeliverableActions } from './deliverable-actions';
import { DeliverableHistory } from './deliverable-history';
import { MilestoneList } from './milestone-list';

const hrefsOf = (element: ReactElement) => {
  const $ = draw(element);
  return $('a')
    .toArray()
    .map((node) => $(node).attr('href'));
};
const at = (day: number) => new Date(`2026-11-0${day}T10:00:00Z`);

test('every state of awards and milestones has its words', () => {
  for (const state of Object.keys(AWARD_STATE_NAMES) as AwardState[])
    expect(textOf(<AwardTag state={state} />)).toBe(AWARD_STATE_NAMES[state]);
  for (const state of Object.keys(MILESTONE_STATE_NAMES) as MilestoneState[])
    expect(textOf(<MilestoneTag state={state} />)).toBe(MILESTONE_STATE_NAMES[state]);
});

describe('what can be done with a deliverable', () => {
  const none = { review: false, accept: false, return: false, shareFinding: false };
  const view = {
    reference: 'H7K4QXM2',
    own: false,
    reviewedAt: null as Date | null,
    acceptedAt: null as Date | null,
    returnedAt: null as Date | null,
    award: { reference: 'AWRD2222' },
    may: none,
  };

  test.each([
    ['review', paths.reviewDeliverable('H7K4QXM2')],
    ['accept', paths.acceptDeliverable('H7K4QXM2')],
    ['return', paths.returnDeliverable('H7K4QXM2')],
    ['shareFinding', paths.findingFromDeliverable('H7K4QXM2')],
  ])('whoever may “%s” is led there and nowhere else', (what, href) => {
    expect(hrefsOf(<DeliverableActions view={{ ...view, may: { ...none, [what]: true } }} />)).toEqual([
      href,
    ]);
  });

  test.each([
    ['waits for a review', {}, 'It waits for a review by the panel or the team.'],
    ['waits for a sign-off', { reviewedAt: at(1) }, 'It waits for somebody else to sign it off.'],
    [
      'is accepted',
      { reviewedAt: at(1), acceptedAt: at(2) },
      'This is accepted. The people who delivered it can make it a finding.',
    ],
    [
      'is back with its deliverers',
      { returnedAt: at(2), own: true },
      'Returned for changes. Deliver again from the award’s page.',
    ],
    ['is back, told to others', { returnedAt: at(2) }, 'Returned for changes.'],
  ])('whoever can do nothing reads that it %s', (_, over, sentence) => {
    const element = <DeliverableActions view={{ ...view, ...over }} />;
    expect(textOf(element)).toBe(sentence);
    expect(hrefsOf(element)).toEqual([]);
  });
});

describe('what happened to a deliverable', () => {
  const view = {
    deliveredAt: at(1),
    deliveredByName: 'Rosa',
    reviewedAt: null,
    reviewedByName: null,
    reviewNote: null,
    acceptedAt: null,
    acceptedByName: null,
    returnedAt: null,
    returnedReason: null,
  };
  const titles = (over: object) => {
    const $ = draw(<DeliverableHistory view={{ ...view, ...over }} />);
    return words($.text());
  };

  test('is told as far as it went, in order, with names and words', () => {
    expect(titles({})).toMatch(/Delivered.*Rosa/);
    expect(titles({})).not.toMatch(/Reviewed|Accepted|Returned/);
    const whole = titles({
      reviewedAt: at(2),
      reviewedByName: 'Uma',
      reviewNote: 'Sound <b>.',
      acceptedAt: at(3),
      acceptedByName: 'Ada',
    });
    expect(whole).toMatch(/Delivered.*Reviewed.*Uma.*Sound <b>\..*Accepted.*Ada/);
    expect(titles({ returnedAt: at(2), returnedReason: 'Which ports?' })).toMatch(/Returned.*Which ports\?/);
  });
});

describe('the milestones of an award', () => {
  const milestone = {
    position: 2,
    title: 'Report',
    dueOn: new Date('2027-01-31'),
    amount: 6_000_000,
    approval: false,
    kind: { name: 'Report' },
    overdue: false,
    claims: [] as { reference: string; amount: number; state: string }[],
    state: 'due' as MilestoneState,
    paidAt: null as Date | null,
    waits: [] as string[],
    deliverables: [] as {
      reference: string;
      title: string;
      deliveredAt: Date;
      state: 'accepted' | 'returned' | 'waiting';
    }[],
    deliver: false,
    pay: false,
    claim: false,
  };
  const list = (over: Partial<typeof milestone>) => (
    <MilestoneList award="H7K4QXM2" milestones={[{ ...milestone, ...over }]} />
  );

  test.each([
    ['what is paid', {}, 'Payment£60,000'],
    ['when it was paid', { paidAt: at(3), state: 'paid' as const }, '£60,000, paid on 3 November 2026'],
    ['that nothing is paid', { amount: 0 }, 'PaymentNone'],
    ['that it is an approval', { approval: true, amount: 0 }, 'What comes after it waits for this approval'],
    [
      'for what it waits',
      { waits: ['Ethics approval', 'Data access'] },
      'Waits forEthics approval; Data access',
    ],
    ['when it is due', {}, '2. ReportStateDue KindReportDue31 January 2027'],
    ['that it is overdue', { overdue: true }, 'StateDue Overdue'],
    [
      'what was claimed',
      { claims: [{ reference: 'CCCC2222', amount: 100_000, state: 'queried' }] },
      'Claimed£1,000, queried',
    ],
  ])('say %s', (_, over, sentence) => {
    expect(textOf(list(over))).toContain(sentence);
  });

  test('lead to every deliverable with what became of it', () => {
    const deliverables = (['returned', 'accepted', 'waiting'] as const).map((state, i) => ({
      reference: `D${i}DD2222`,
      title: `Try ${i}`,
      deliveredAt: at(i + 1),
      state,
    }));
    const element = list({ deliverables });
    expect(hrefsOf(element)).toEqual(deliverables.map(({ reference }) => paths.deliverable(reference)));
    expect(textOf(element)).toMatch(
      /Try 0, 1 November 2026, returned.*Try 1, 2 November 2026, accepted.*Try 2, 3 November 2026, not decided yet/,
    );
  });

  test.each([
    [{ deliver: false, pay: false }, []],
    [{ deliver: true, pay: false }, [paths.deliver('H7K4QXM2', 2)]],
    [{ deliver: false, pay: true }, [paths.payMilestone('H7K4QXM2', 2)]],
  ])('offer delivering and paying to whom they belong: %o', (may, hrefs) => {
    expect(hrefsOf(list(may))).toEqual(hrefs);
  });
});
