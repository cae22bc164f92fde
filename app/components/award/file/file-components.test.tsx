import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { draw, rowsIn, textOf } from '../../../../tests/support/drawn';
import { AwardsOnFile } from './awards-on-file';
import { PeopleOnFile } from './people-on-file';
import { ScoresOnFile } from './scores-on-file';
import { TextsOnFile } from './texts-on-file';
import { TrailOnFile } from './trail-on-file';

const rowsOf = (element: ReactElement) => rowsIn(draw(element));
const at = (day: number) => new Date(`2026-11-0${day}T10:00:00Z`);

describe('awards on file', () => {
  const award = {
    reference: 'A',
    bid: 'B',
    bidder: 'Kelp, Rosa',
    amount: 6_000_000,
    decidedAt: '2026-11-01T10:00:00Z',
    decidedBy: 'Ono',
    noticeAt: null,
    standstillEndsOn: null,
    withdrawnAt: null,
    withdrawnReason: null,
    contractReference: null,
    startsOn: null,
    endsOn: null,
    closedAt: null,
    milestones: [],
    deliverables: [],
  };
  const milestone = {
    position: 1,
    title: 'Report',
    dueOn: '2027-01-31',
    amount: 6_000_000,
    approval: false,
    paidAt: null,
  };
  const deliverable = {
    reference: 'D',
    title: 'The report',
    deliveredAt: '2027-01-30T10:00:00Z',
    deliveredBy: 'Rosa',
    reviewNote: null,
    reviewedBy: null,
    acceptedAt: null,
    returnedReason: null,
  };

  test('none is said to be none', () => {
    expect(textOf(<AwardsOnFile awards={[]} />)).toContain('None were made.');
  });

  test('only what happened stands on file', () => {
    const text = textOf(<AwardsOnFile awards={[award]} />);
    expect(text).toContain('£60,000');
    expect(text).toContain('1 November 2026 at 10am by Ono');
    expect(text).not.toMatch(/Withdrawn|Notice|Standstill|Contract|Delivered|Closed/);
  });

  test.each([
    [
      'a withdrawal with its reason',
      { withdrawnAt: '2026-11-02T10:00:00Z', withdrawnReason: 'New <b>facts' },
      '2 November 2026 at 10am: New <b>facts',
    ],
    ['the notice', { noticeAt: '2026-11-03T10:00:00Z' }, 'Notice3 November 2026 at 10am'],
    ['the standstill', { standstillEndsOn: '2026-11-13' }, 'Standstill ends13 November 2026'],
    [
      'the contract',
      { contractReference: 'C-1', startsOn: '2026-12-01', endsOn: '2027-02-28' },
      'C-1, 1 December 2026 to 28 February 2027',
    ],
    ['its closing', { closedAt: '2027-03-01T10:00:00Z' }, 'Closed1 March 2027 at 10am'],
    ['a milestone that pays', { milestones: [milestone] }, '1. Report, due 31 January 2027, £60,000'],
    [
      'a milestone that was paid',
      { milestones: [{ ...milestone, paidAt: '2027-02-01T10:00:00Z' }] },
      '£60,000, paid 1 February 2027 at 10am',
    ],
    [
      'an approval',
      { milestones: [{ ...milestone, approval: true, amount: 0 }] },
      'due 31 January 2027, an approval',
    ],
    ['what was delivered', { deliverables: [deliverable] }, 'The report, 30 January 2027 at 10am by Rosa.'],
    [
      'its review',
      { deliverables: [{ ...deliverable, reviewedBy: 'Uma', reviewNote: 'Sound.' }] },
      'Reviewed by Uma: Sound.',
    ],
    [
      'its acceptance',
      { deliverables: [{ ...deliverable, acceptedAt: '2027-02-01T10:00:00Z' }] },
      'Accepted 1 February 2027 at 10am.',
    ],
    [
      'its return',
      { deliverables: [{ ...deliverable, returnedReason: 'Which ports?' }] },
      'Returned: Which ports?',
    ],
  ])('%s', (_, over, sentence) => {
    expect(textOf(<AwardsOnFile awards={[{ ...award, ...over }]} />)).toContain(sentence);
  });
});

describe('people on file', () => {
  const member = { name: 'Ewa', role: 'Evaluator', appointedAt: at(1), endedAt: null };
  const declaration = {
    name: 'Ewa',
    capacity: 'Evaluator',
    stage: 'opening' as const,
    hasInterest: true,
    details: 'A <b>cousin</b>',
    declaredAt: at(2),
    confirmed: null as boolean | null,
    decisionReason: null as string | null,
  };

  test('those whose membership ended stay, with the day', () => {
    expect(
      rowsOf(
        <PeopleOnFile panel={[member, { ...member, name: 'Uma', endedAt: at(3) }]} declarations={null} />,
      ),
    ).toEqual([
      ['Ewa', 'Evaluator', '1 November 2026 at 10am', 'No'],
      ['Uma', 'Evaluator', '1 November 2026 at 10am', '3 November 2026 at 10am'],
    ]);
    expect(textOf(<PeopleOnFile panel={[]} declarations={[]} />)).toContain('Nobody was appointed.');
  });

  test.each([
    ['not decided', {}, 'A <b>cousin</b> (not decided)'],
    ['confirmed', { confirmed: true, decisionReason: 'Close' }, '(confirmed: Close)'],
    ['dismissed', { confirmed: false, decisionReason: 'Far' }, '(dismissed: Far)'],
    ['none', { hasInterest: false, details: '' }, 'on 2 November 2026 at 10am: no interest'],
  ])('an interest that is %s is told so', (_, over, sentence) => {
    expect(textOf(<PeopleOnFile panel={[member]} declarations={[{ ...declaration, ...over }]} />)).toContain(
      sentence,
    );
  });

  test('whoever may not read declarations sees no heading for them', () => {
    expect(textOf(<PeopleOnFile panel={[member]} declarations={null} />)).not.toContain(
      'Declarations of interest',
    );
    expect(textOf(<PeopleOnFile panel={[member]} declarations={[]} />)).toContain('None were made.');
  });
});

describe('scores on file', () => {
  const bid = {
    reference: 'B',
    bidder: 'Kelp',
    excludedReason: null as string | null,
    criteria: [
      {
        name: 'Method',
        weight: 30,
        agreed: '3.5' as string | null,
        consensus: null as { value: number; rationale: string } | null,
        scores: [{ name: 'Ewa', value: 3, reason: 'Sound <i>work</i>.' }],
      },
    ],
  };
  const only = { name: 'Method', weight: 30, agreed: null, consensus: null, scores: [] };

  test('every score stands with name and reason, and what it counts as', () => {
    expect(rowsOf(<ScoresOnFile scores={[bid]} />)).toEqual([
      ['Method (30)', 'Ewa: 3. Sound <i>work</i>.', 'None: the mean stands', '3.5'],
    ]);
  });

  test('a consensus stands beside them with its rationale; nothing counts as none', () => {
    const agreed = {
      ...bid,
      criteria: [{ ...only, agreed: '4', consensus: { value: 4, rationale: 'Agreed.' } }],
    };
    expect(rowsOf(<ScoresOnFile scores={[agreed]} />)[0]?.slice(2)).toEqual(['4. Agreed.', '4']);
    expect(rowsOf(<ScoresOnFile scores={[{ ...bid, criteria: [only] }]} />)[0]?.slice(2)).toEqual([
      'None: the mean stands',
      'None',
    ]);
  });

  test('an excluded bid has its reason and no scores', () => {
    const text = textOf(<ScoresOnFile scores={[{ ...bid, excludedReason: 'Late' }]} />);
    expect(text).toContain('Excluded: Late');
    expect(text).not.toContain('Method');
  });
});

describe('texts on file', () => {
  const bid = {
    reference: 'B',
    bidder: 'Kelp',
    summary: 'Ours <b>',
    answers: [{ name: 'Method', text: '' }],
  };
  test.each([
    ['not to be read now', null, 'The text of bids is not on the file that you may read now.'],
    ['none', [], 'None came in.'],
    ['with nothing written', [bid], 'MethodNothing was written.'],
    ['as text', [bid], 'Ours <b>'],
  ])('bids %s', (_, bids, sentence) => {
    expect(textOf(<TextsOnFile bids={bids} meetings={[]} />)).toContain(sentence);
  });

  test('minutes stand with their day and who recorded them', () => {
    const meeting = { heldOn: '2026-11-05', minutes: 'All agreed.', recordedBy: 'Mo' };
    expect(textOf(<TextsOnFile bids={[]} meetings={[meeting]} />)).toContain(
      '5 November 2026, recorded by MoAll agreed.',
    );
    expect(textOf(<TextsOnFile bids={[]} meetings={[]} />)).not.toContain('Minutes');
  });
});

test('the trail reads in words, and what Soundings did by itself says so', () => {
  const facts = [
    { name: 'AwardNoticeWasGiven', at: at(1), actor: 'Ada' },
    { name: 'EvaluationWasStarted', at: at(2), actor: null },
  ];
  expect(rowsOf(<TrailOnFile facts={facts} />)).toEqual([
    ['1 November 2026 at 10am', 'Award notice was given', 'Ada'],
    ['2 November 2026 at 10am', 'Evaluation was started', 'Soundings'],
  ]);
});
