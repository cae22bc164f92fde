import type { ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { draw, rowsIn, textOf, words } from '../../../tests/support/drawn';
import { paths } from '~/paths';
import { Lines } from '~/components/lines';
import { BidBreakdown } from './ranking/bid-breakdown';
import { RankingTable } from './ranking/ranking-table';
import { Recommendations, type ShownRecommendation } from './ranking/recommendations';
import { ModeratedBid } from './scoring/moderated-bid';
import { OwnScores } from './scoring/own-scores';
import { Scale } from './scoring/scale';
import { SummaryOutcome, SummaryView } from '../award/summary-view';
import { Winner } from '../award/winner';

const rowsOf = (element: ReactElement) => rowsIn(draw(element));

test('text is shown with its lines and never as mark-up', () => {
  const $ = draw(<Lines text={'One <script>\nline\n\n\nTwo'} />);
  expect(
    $('p')
      .toArray()
      .map((node) => $(node).text()),
  ).toEqual(['One <script>\nline', 'Two']);
  expect($('script')).toHaveLength(0);
});

test('the scale says what each score from 5 to 0 means', () => {
  const $ = draw(<Scale />);
  expect(
    $('dt')
      .toArray()
      .map((node) => words($(node).text()).charAt(0)),
  ).toEqual(['5', '4', '3', '2', '1', '0']);
  expect(
    $('dd')
      .toArray()
      .every((node) => words($(node).text()) !== ''),
  ).toBe(true);
});

describe('a ranking', () => {
  const row = {
    reference: 'A',
    bidder: 'Kelp, Rosa',
    amount: 6_000_000,
    quality: '80',
    price: '83.33',
    total: '81',
    rank: 1,
    tie: 'none' as const,
  };
  const weights = { quality: 70, price: 30 };

  test('shows price scores only where price is scored', () => {
    const priced = draw(<RankingTable priceScored weights={weights} rows={[row]} />);
    expect(priced('th').text()).toContain('Price score');
    expect(priced.text()).toContain('Total = 70% quality + 30% price');
    const free = draw(
      <RankingTable
        priceScored={false}
        weights={{ quality: 100, price: 0 }}
        rows={[{ ...row, price: null }]}
      />,
    );
    expect(free('th').text()).not.toContain('Price score');
    expect(free.text()).toContain('Price is not scored on this route');
  });

  test('a bid below a minimum has no rank, no total and says why', () => {
    const [cells] = rowsOf(
      <RankingTable
        priceScored
        weights={weights}
        rows={[{ ...row, rank: null, total: null, price: null, amount: null }]}
      />,
    );
    expect(cells).toEqual([
      'None',
      'Kelp, RosaBelow a minimum score, so not ranked',
      '80',
      'Not scored',
      'None',
      'Not given',
    ]);
  });

  test.each([
    ['byQuality' as const, 'Level in total: quality decides'],
    ['byReason' as const, 'Exactly level: the moderator gives a reason'],
  ])('a tie settled %s is said in words', (tie, sentence) => {
    expect(textOf(<RankingTable priceScored weights={weights} rows={[{ ...row, tie }]} />)).toContain(
      sentence,
    );
  });
});

describe('what the quality of a bid is made of', () => {
  const criterion = { name: 'Method', weight: 30, minimum: null, score: '3.5', rationale: null };
  test.each([
    [criterion, '3.5 of 5, weight 30The mean of the independent scores, without a consensus.'],
    [{ ...criterion, minimum: 3 }, 'weight 30, at least 3 needed'],
    [{ ...criterion, rationale: 'We <b>agreed</b>.' }, 'We <b>agreed</b>.'],
    [{ ...criterion, score: null }, 'No score of 5'],
  ])('%o', (one, sentence) => {
    expect(textOf(<BidBreakdown bidder="Kelp" criteria={[one]} />)).toContain(sentence);
  });
});

describe('recommendations', () => {
  const made: ShownRecommendation = {
    id: '1',
    outcome: 'awarded',
    text: 'The better bid.',
    tieReason: '',
    bids: ['A'],
    madeBy: 'Mo',
    madeAt: new Date('2026-11-01T10:00:00Z'),
    approvedAt: null,
    approvedBy: null,
    returnedAt: null,
    returnedReason: null,
  };
  const rows = [
    { reference: 'A', bidder: 'Kelp, Rosa' },
    { reference: 'B', bidder: 'Wrack, Uma' },
  ];
  const at = new Date('2026-11-02T10:00:00Z');

  test.each([
    ['waits', made, 'Waits for the decision of the senior responsible owner.'],
    [
      'is approved',
      { ...made, approvedAt: at, approvedBy: 'Ono' },
      'Approved on 2 November 2026 at 10am by Ono.',
    ],
    ['is approved by somebody erased since', { ...made, approvedAt: at }, 'by the senior responsible owner.'],
    [
      'is returned',
      { ...made, returnedAt: at, returnedReason: 'Risk?' },
      'Returned on 2 November 2026 at 10am: Risk?',
    ],
    ['names every bid', { ...made, bids: ['A', 'B'] }, 'Award: Kelp, Rosa; Wrack, Uma'],
    ['ends without an award', { ...made, outcome: 'noneSuitable' as const, bids: [] }, 'No bid is suitable'],
    ['was made between equals', { ...made, tieReason: 'Sooner.' }, 'Between bids exactly level: Sooner.'],
  ])('one that %s says so', (_, one, sentence) => {
    expect(textOf(<Recommendations recommendations={[one]} rows={rows} />)).toContain(sentence);
  });

  test('one whose bids are closed to the reader names none, not even by reference', () => {
    const text = textOf(<Recommendations recommendations={[{ ...made, bids: [] }]} rows={rows} />);
    expect(text).toContain('Award');
    expect(text).not.toMatch(/Award:|Kelp|Wrack/);
  });

  test('without one there is no heading', () => {
    expect(textOf(<Recommendations recommendations={[]} rows={rows} />)).toBe('');
  });
});

describe('one bid in moderation', () => {
  const result = {
    name: 'Method',
    weight: 30,
    minimum: null,
    values: [2, 5],
    consensus: null,
    agreed: '3.5',
    disagreement: true,
  };
  const bid = { reference: 'H7K4QXM2', bidder: 'Kelp', complete: true, missing: [], results: [result] };

  test.each([
    ['disagreement is marked', bid, true, 'Two or more apart'],
    [
      'no scores are none',
      { ...bid, results: [{ ...result, values: [], agreed: null, disagreement: false }] },
      true,
      'None',
    ],
    ['a minimum is named', { ...bid, results: [{ ...result, minimum: 3 }] }, true, '(at least 3)'],
    [
      'the awaited are named',
      { ...bid, missing: ['Ewa', 'Uma'], complete: false, results: null },
      false,
      'Scores are awaited from Ewa, Uma.',
    ],
    ['an evaluator waits for the own scores', { ...bid, results: null }, false, 'once your own are in'],
    ['the moderator waits for everybody’s', { ...bid, results: null }, true, 'once everybody’s are in'],
  ])('%s', (_, shown, records, sentence) => {
    expect(textOf(<ModeratedBid bid={shown} records={records} />)).toContain(sentence);
  });

  test.each([
    [true, true, 1],
    [true, false, 0],
    [false, true, 0],
    [false, false, 0],
  ])(
    'the consensus is offered to who records it, once complete (records %s, complete %s)',
    (records, complete, links) => {
      const $ = draw(<ModeratedBid bid={{ ...bid, complete }} records={records} />);
      expect($(`a[href="${paths.consensus(bid.reference)}"]`)).toHaveLength(links);
    },
  );
});

describe('scores that are in', () => {
  const criteria = (others: { name: string; value: number | null; reason: string }[] | null) => [
    { position: 1, name: 'Method', mine: { value: 4, reason: 'Mine <b>' }, others },
  ];
  test('one’s own stand first, those of the others beside them by name', () => {
    const text = textOf(<OwnScores criteria={criteria([{ name: 'Uma', value: 0, reason: 'Nothing.' }])} />);
    expect(text).toContain('1. Method');
    expect(text).toMatch(/You4 – Meets with added confidenceMine <b>.*Uma0 – No answerNothing\./);
  });
  test('without others nobody is named', () => {
    expect(textOf(<OwnScores criteria={criteria(null)} />)).not.toContain('Uma');
    expect(
      textOf(
        <OwnScores criteria={[{ position: 1, name: 'M', mine: { value: null, reason: '' }, others: [] }]} />,
      ),
    ).toContain('No score');
  });
});

describe('what a bidder is told', () => {
  const content = {
    outcome: 'notAwarded' as const,
    reason: '',
    criteria: [
      { name: 'Method', weight: 30, minimum: null, score: '3.5', reasons: ['Sound.', 'But <i>late</i>.'] },
    ],
    quality: '70',
    price: '90',
    total: '76',
    amount: 5_000_000,
    rank: 2,
    ranked: 3,
  };

  test.each([
    ['awarded', 'This bid was chosen for an award.'],
    ['notAwarded', 'This bid was not chosen.'],
    ['noneSuitable', 'No bid was found suitable'],
    ['cancelled', 'cancelled without an award'],
    ['excluded', 'excluded and not assessed'],
  ] as const)('%s in words, with the reason where there is one', (outcome, sentence) => {
    expect(textOf(<SummaryOutcome content={{ ...content, outcome, reason: 'Because <b>.' }} />)).toContain(
      sentence,
    );
    expect(textOf(<SummaryOutcome content={{ ...content, outcome, reason: 'Because <b>.' }} />)).toContain(
      'Because <b>.',
    );
  });

  test('scores, price, rank and every reason', () => {
    const text = textOf(<SummaryView content={content} />);
    for (const sentence of [
      'Quality70 of 100',
      'Price score90 of 100',
      'Total76 of 100',
      '£50,000',
      '2 of 3 ranked',
      'Method: 3.5 of 5',
      'Sound.',
      'But <i>late</i>.',
    ])
      expect(text).toContain(sentence);
  });

  test('below a minimum there is no rank; where price is not scored it is not named', () => {
    const text = textOf(<SummaryView content={{ ...content, rank: null, price: null, total: null }} />);
    expect(text).toContain('Below a minimum score, so not ranked');
    expect(text).not.toMatch(/Price score|Total/);
  });

  test('an excluded bid has no scores to show', () => {
    const none = {
      ...content,
      quality: null,
      criteria: [
        { ...content.criteria[0], name: 'Method', weight: 30, minimum: 3, score: null, reasons: [] },
      ],
    };
    expect(textOf(<SummaryView content={none} />)).toBe('');
  });
});

describe('a winning bid beside one’s own', () => {
  const own = {
    outcome: 'notAwarded' as const,
    reason: '',
    criteria: [{ name: 'Method', weight: 30, minimum: null, score: '3', reasons: ['Private reason'] }],
    quality: '60',
    price: null,
    total: '60',
    amount: null,
    rank: 2,
    ranked: 2,
  };
  const winner = {
    reference: 'H7K4QXM2',
    bidder: 'Kelp, Rosa',
    noticeAt: new Date('2026-11-01T10:00:00Z'),
    standstillEndsOn: new Date('2026-11-11'),
    total: '80',
    amount: 6_000_000,
    criteria: [
      { name: 'Method', score: '4' },
      { name: 'Reach', score: null },
    ],
  };

  test('criterion by criterion, what is missing as none', () => {
    expect(rowsOf(<Winner winner={winner} own={own} />)).toEqual([
      ['Method', '3', '4'],
      ['Reach', 'None', 'None'],
      ['Total of 100', '60', '80'],
    ]);
  });

  test('names who won, for how much, and until when the standstill lasts', () => {
    const $ = draw(<Winner winner={winner} own={own} />);
    expect(words($('p').text())).toBe(
      'Kelp, Rosa, £60,000 without VAT. The award notice was given on 1 November 2026. The standstill ends on 11 November 2026.',
    );
    expect($('a').attr('href')).toBe(paths.award('H7K4QXM2'));
    expect(
      textOf(<Winner winner={{ ...winner, amount: null, standstillEndsOn: null }} own={own} />),
    ).not.toMatch(/£|standstill/);
  });
});
