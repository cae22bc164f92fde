import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { draw, rowsIn, words } from '../../../tests/support/drawn';
import { CHANGE_STATES } from '~/domain/awards/changes/change-request';
import { CLAIM_STATES } from '~/domain/awards/claims/payment-claim';
import { LETTER_STATES } from '~/domain/awards/agreement/agreement-letter';
import type { DeliveryStanding } from '~/domain/awards/delivery/delivery-standing.server';
import { REPORT_STATES } from '~/domain/awards/monitoring/monitoring-report';
import { OBLIGATION_STATES } from '~/domain/awards/obligations/obligation';
import { CLOCK_STATES } from '~/domain/awards/publication/publication-clock';
import { paths } from '~/paths';
import { DeliveryParts } from './delivery/delivery-parts';
import { FunderCard } from './funder-card';
import { LetterView } from './steps/letter-view';
import { PublicationClock } from './delivery/publication-clock';
import { ReportAnswers } from './steps/report-answers';
import { ReviewRounds } from './delivery/review-rounds';
import {
  CHANGE_COLOURS,
  CLAIM_COLOURS,
  CLOCK_COLOURS,
  LETTER_COLOURS,
  OBLIGATION_COLOURS,
  REPORT_COLOURS,
} from './steps/state-colours';
import { StepHistory } from './steps/step-history';

const HOSTILE = 'It <script>alert(1)</script> & “more”.';
const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** The keys of a summary list with their values, as they stand. */
const listIn = (element: ReactElement) => {
  const $ = draw(element);
  return $('.govuk-summary-list__row')
    .toArray()
    .map((row) => [words($(row).find('dt').text()), words($(row).find('dd').text())]);
};

test.each([
  ['letters', LETTER_STATES, LETTER_COLOURS],
  ['claims', CLAIM_STATES, CLAIM_COLOURS],
  ['changes', CHANGE_STATES, CHANGE_COLOURS],
  ['reports', REPORT_STATES, REPORT_COLOURS],
  ['obligations', OBLIGATION_STATES, OBLIGATION_COLOURS],
  ['clocks', CLOCK_STATES, CLOCK_COLOURS],
])('%s: every state has its name and its colour, and nothing else has one', (_, states, colours) => {
  expect(Object.keys(colours).sort()).toEqual(Object.keys(states).sort());
  expect(new Set(Object.values(states)).size).toBe(Object.keys(states).length);
});

describe('what is between the two sides', () => {
  const quiet: DeliveryStanding = {
    ...{ letter: null, changesAsked: 0, plans: 0, reports: 0, reportsLate: 0, obligations: 0 },
    ...{ obligationsLate: 0, obligationsDisputed: 0, funders: 0, tranchesLate: 0, claims: [] },
  };
  const tasks = (over: Partial<DeliveryStanding> = {}, seesFunding = true) => {
    const $ = draw(
      <DeliveryParts award="ABCD2345" standing={{ ...quiet, ...over }} seesFunding={seesFunding} />,
    );
    return $('.govuk-task-list__item')
      .toArray()
      .map((item) => [
        words($(item).find('a').text()),
        words($(item).find('.govuk-task-list__status').text()),
        $(item).find('a').attr('href'),
      ]);
  };
  const status = (part: string, over: Partial<DeliveryStanding>) =>
    tasks(over).find(([title]) => title === part)?.[1];

  test('says in words that there is nothing yet, and leads to every part all the same', () => {
    expect(tasks()).toEqual([
      ['Agreement letter', 'None sent', paths.agreementLetter('ABCD2345')],
      ['What the team supplies', 'Nothing', paths.obligations('ABCD2345')],
      ['Monitoring reports', 'None planned', paths.monitoring('ABCD2345')],
      ['Changes of the plan', 'Plan 1', paths.changes('ABCD2345')],
      ['Funding', 'No funder recorded', paths.funding('ABCD2345')],
    ]);
  });

  test('has no word of funding for whoever does not see it, late or not', () => {
    const shown = tasks({ funders: 2, tranchesLate: 1 }, false);
    expect(shown.map(([title]) => title)).not.toContain('Funding');
    expect(shown).toHaveLength(4);
  });

  test.each<[string, Partial<DeliveryStanding>, string]>([
    ['Agreement letter', { letter: 'countersigned' }, 'Signed by the lead and the institution'],
    ['What the team supplies', { obligations: 3 }, '3'],
    ['What the team supplies', { obligations: 3, obligationsDisputed: 2 }, '2 disputed'],
    ['What the team supplies', { obligations: 3, obligationsDisputed: 2, obligationsLate: 1 }, '1 overdue'],
    ['Monitoring reports', { reports: 4 }, '4'],
    ['Monitoring reports', { reports: 4, reportsLate: 2 }, '2 overdue'],
    ['Changes of the plan', { plans: 3 }, 'Plan 3'],
    ['Changes of the plan', { plans: 3, changesAsked: 1 }, '1 to answer'],
    ['Funding', { funders: 2 }, '2'],
    ['Funding', { funders: 2, tranchesLate: 1 }, '1 late'],
  ])('%s with %j reads “%s”: what is worst stands first', (part, over, expected) => {
    expect(status(part, over)).toBe(expected);
  });
});

describe('a funder', () => {
  const tranche = {
    ...{ reference: 'TRAN2345', position: 1, plannedOn: day('2026-04-01'), plannedAmount: 4_000_050 },
    ...{ actualOn: null, actualAmount: null, daysLate: 30 },
  };
  const funder = {
    ...{ organisation: 'Home Office', amount: 6_000_000, certainty: 'Firm', condition: '' },
    ...{ ringFenced: false, secureFrom: null, secureUntil: null, tranches: [tranche] },
  };
  const card = (over: Partial<typeof funder> | object = {}, records = true) =>
    draw(<FunderCard award="ABCD2345" funder={{ ...funder, ...over }} records={records} />);
  const about = (over: object) => words(card(over)('p.govuk-body').first().text());

  test.each([
    [{}, 'Firm.'],
    [{ certainty: 'On a condition', condition: 'The budget' }, 'On a condition: The budget.'],
    [{ ringFenced: true }, 'Firm. Ring-fenced.'],
    [{ secureFrom: 2026, secureUntil: 2028 }, 'Firm. Secure from 2026 to 2028.'],
    [{ secureFrom: 2026 }, 'Firm.'],
    [
      {
        certainty: 'On a condition',
        condition: 'Law',
        ringFenced: true,
        secureFrom: 2026,
        secureUntil: 2026,
      },
      'On a condition: Law. Ring-fenced. Secure from 2026 to 2026.',
    ],
  ])('%j is told as “%s”', (over, expected) => {
    expect(about(over)).toBe(expected);
  });

  test('a tranche that is not here is recorded by those who may, and only told to others', () => {
    expect(rowsIn(card())).toEqual([['1', '£40,000.50 on 1 April 2026', 'Record tranche 1', '30']]);
    expect(card()('tbody a').attr('href')).toBe(paths.recordTranche('ABCD2345', 'TRAN2345'));
    expect(rowsIn(card({}, false))[0]?.[2]).toBe('Not here yet');
    expect(card({}, false)('tbody a')).toHaveLength(0);
  });

  test('one that arrived says how much and when, and is not recorded again', () => {
    const arrived = { ...tranche, actualOn: day('2026-05-01'), actualAmount: 3_999_900 };
    const $ = card({ tranches: [arrived] });
    expect(rowsIn($)[0]?.[2]).toBe('£39,999 on 1 May 2026');
    expect($('tbody a')).toHaveLength(0);
  });

  test('what people typed is never mark-up', () => {
    const $ = card({ organisation: HOSTILE, condition: HOSTILE });
    expect($('script')).toHaveLength(0);
    expect($('h2').text()).toContain(HOSTILE);
  });
});

describe('a letter', () => {
  const letter = {
    ...{ number: 1, state: 'prepared' as const, stateName: 'Prepared, not sent', text: HOSTILE },
    ...{ textHash: null, contractReference: 'HO-1', startsOn: day('2027-01-11'), endsOn: day('2027-06-30') },
  };

  test('shows what it fixes; its hash only once it was sent, a signatory only where one is named', () => {
    expect(listIn(<LetterView letter={letter} signatory={null} />)).toEqual([
      ['State', 'Prepared, not sent'],
      ['Contract', 'HO-1'],
      ['From', '11 January 2027 to 30 June 2027'],
    ]);
    const sent = { ...letter, state: 'sent' as const, stateName: 'Sent, to be signed', textHash: 'ab12' };
    expect(listIn(<LetterView letter={sent} signatory="Ada King" />).slice(3)).toEqual([
      ['Signs for the institution', 'Ada King'],
      ['SHA-256 of the text', 'ab12'],
    ]);
    const $ = draw(<LetterView letter={sent} signatory={null} />);
    expect($('script')).toHaveLength(0);
    expect($('body').text()).toContain(HOSTILE);
  });
});

describe('the publication clock', () => {
  const hold = {
    ...{ reason: 'Quality', words: HOSTILE, placedOn: day('2026-11-02'), placedBy: 'Ada King' },
    ...{ endsOn: day('2027-03-01'), liftedAt: null },
  };
  const view = {
    ...{ rights: 'Free', signedOffOn: day('2026-11-01'), sightEndsOn: null, dueOn: day('2027-01-24') },
    ...{ heldUntil: null, releasedAt: null, protocolIsOut: true, holds: [] },
  };
  const list = (over: object = {}) => listIn(<PublicationClock view={{ ...view, ...over }} />);
  const keys = (over: object = {}) => list(over).map(([key]) => key);

  test('has a line for what applies, and none for what does not', () => {
    expect(list()).toEqual([
      ['Rights', 'Free'],
      ['Signed off', '1 November 2026'],
      ['Published by', '24 January 2027, twelve weeks after sign-off'],
      ['Released', 'Not yet. It is released by itself when it is due.'],
    ]);
    expect(keys({ sightEndsOn: day('2026-12-01') })).toContain('The team has sight until');
    expect(keys({ heldUntil: day('2026-12-01') })).toContain('Held until');
    expect(keys({ protocolIsOut: false })).toContain('Waits for');
    expect(list({ releasedAt: new Date('2027-01-24T00:30:00Z') }).at(-1)).toEqual([
      'Released',
      '24 January 2027',
    ]);
  });

  test('every hold there was stays, with who placed it, why, and how it ended', () => {
    const lifted = { ...hold, liftedAt: new Date('2026-12-24T23:30:00Z') };
    const $ = draw(<PublicationClock view={{ ...view, holds: [lifted, hold] }} />);
    const shown = list({ holds: [lifted, hold] }).slice(-6);
    expect(shown.map(([, value]) => value)).toEqual([
      ...[HOSTILE, '2 November 2026, by Ada King', 'Lifted on 24 December 2026'],
      ...[HOSTILE, '2 November 2026, by Ada King', '1 March 2027'],
    ]);
    expect($('script')).toHaveLength(0);
  });
});

describe('a report as others read it', () => {
  const options = [1, 2, 3, 4, 5].map((score) => ({ score, label: `Level ${score}` }));
  const item = { code: 'progress', text: 'Progress', options, score: 4, comment: HOSTILE };
  const other = { ...item, code: 'risk', text: 'Risks', score: null, comment: '' };
  const text = (element: ReactElement) => words(draw(element)('body').text());

  test('is not there while it is being written, even when scores are handed over', () => {
    const drafted = text(<ReportAnswers items={[item]} score="4.0" shows={false} />);
    expect(drafted).toContain('Nothing was submitted yet');
    expect(drafted).not.toMatch(/Mean score|alert|Level/);
    expect(text(<ReportAnswers items={[other]} score={null} shows />)).toContain('Nothing was submitted yet');
    expect(text(<ReportAnswers items={[]} score={null} shows />)).toContain('Nothing was submitted yet');
  });

  test('has each score with its meaning, and the mean where there is one', () => {
    expect(listIn(<ReportAnswers items={[item, other]} score={null} shows />)).toEqual([
      ['Score', '4. Level 4'],
      ['Why', HOSTILE],
      ['Score', 'None'],
      ['Why', ''],
    ]);
    expect(text(<ReportAnswers items={[item]} score="4.0" shows />)).toContain('Mean score: 4.0 of 5');
    expect(text(<ReportAnswers items={[item, other]} score={null} shows />)).not.toContain('Mean score');
    const odd = listIn(<ReportAnswers items={[{ ...item, score: 9 }]} score={null} shows />);
    expect(odd[0]?.[1]).toBe('9.');
  });
});

describe('rounds of review', () => {
  const given = {
    ...{ reviewerName: 'Ada King', decision: 'acceptWithChanges' as const, comment: HOSTILE },
    givenAt: new Date('2026-11-02T09:00:00Z'),
  };
  const missing = { reviewerName: 'Ben Low', decision: null, comment: '', givenAt: null };
  const round = { number: 1, dueOn: day('2026-11-09'), late: false, reviews: [given, missing] };

  test('name everybody who was asked: what they advise, or that it is not in, or late', () => {
    expect(draw(<ReviewRounds rounds={[]} />)('body').html()).toBe('');
    expect(listIn(<ReviewRounds rounds={[round]} />)).toEqual([
      ['Ada King', `Accept with changes, 2 November 2026${HOSTILE}`],
      ['Ben Low', 'Not in yet'],
    ]);
    const late = listIn(
      <ReviewRounds
        rounds={[
          { ...round, late: true },
          { ...round, number: 2 },
        ]}
      />,
    );
    expect(late.map(([, value]) => value).filter((value) => value !== late[0]?.[1])).toEqual([
      'Late',
      'Not in yet',
    ]);
    const $ = draw(<ReviewRounds rounds={[round, { ...round, number: 2 }]} />);
    expect(
      $('h2')
        .toArray()
        .map((node) => words($(node).text())),
    ).toEqual(['Review round 1, due 9 November 2026', 'Review round 2, due 9 November 2026']);
  });
});

describe('what happened', () => {
  const step = {
    step: 'pay',
    words: '',
    amount: 500_000,
    at: new Date('2026-11-02T17:00:00Z'),
    byName: 'Ada',
  };
  const titles = (element: ReactElement) => words(draw(element)('body').text());

  test('is nothing at all while nothing did', () => {
    expect(draw(<StepHistory subject="paymentClaim" steps={[]} />)('body').html()).toBe('');
  });

  test('names the step as it is called for its thing, with the amount, the hour, the person and the words', () => {
    const shown = titles(<StepHistory subject="paymentClaim" steps={[step]} />);
    expect(shown).toMatch(/^What happened/);
    expect(shown).toContain('Paid: £5,000');
    expect(shown).toContain('2 November 2026 at 5pm');
    expect(shown).toContain('Ada');
    const asked = { ...step, step: 'query', words: HOSTILE, amount: null };
    const $ = draw(<StepHistory subject="monitoringReport" steps={[asked]} />);
    expect(words($('body').text())).toContain('Queried');
    expect($('body').text()).toContain(HOSTILE);
    expect($('script')).toHaveLength(0);
    expect($('time').attr('datetime')).toBe('2026-11-02T17:00:00.000Z');
  });

  test('comes in the order given, and a step without a name keeps its own', () => {
    const steps = ['make', 'submit', 'audit'].map((name) => ({ ...step, step: name, amount: null }));
    expect(titles(<StepHistory subject="paymentClaim" steps={steps} />)).toMatch(/Claimed.*Submitted.*audit/);
  });
});
