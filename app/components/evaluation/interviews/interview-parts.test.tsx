import { describe, expect, test } from 'vitest';
import { draw, rowsIn, textOf, words } from '../../../../tests/support/drawn';
import { drawOnPage, refused } from '../../../../tests/support/drawn-form';
import { paths } from '~/paths';
import { Firmness } from '../ranking/firmness';
import { RankingTable } from '../ranking/ranking-table';
import { RecommendForm } from '../ranking/recommend-form';
import { InviteForm } from './invite-form';
import { RecordForm } from './record-form';
import { ShortlistedBid } from './shortlisted-bid';

const BID = '22222222';
type Interview = NonNullable<Parameters<typeof ShortlistedBid>[0]['bid']['interview']>;

const interview: Interview = {
  slot: null,
  withdrawnAt: null,
  withdrawnReason: null,
  recordedAt: null,
  points: null,
  reason: null,
};

describe('a bid on the shortlist', () => {
  const shown = (over: Partial<Interview> | null, records = true) => (
    <ShortlistedBid
      bid={{ reference: BID, bidder: 'Kelp', interview: over && { ...interview, ...over } }}
      records={records}
    />
  );
  const links = (over: Partial<Interview> | null, records = true) => {
    const $ = draw(shown(over, records));
    return $('a')
      .toArray()
      .map((node) => [words($(node).text()), $(node).attr('href')]);
  };

  test('before the invitation is its name alone', () => {
    expect(textOf(shown(null, false))).toBe('Kelp');
  });

  test('shows the time once one is chosen, in UK time', () => {
    expect(textOf(shown({}))).toContain('Not chosen yet');
    const slot = { startsAt: '2026-07-01T09:30:00Z', place: 'Room 2' };
    expect(textOf(shown({ slot }))).toContain('1 July 2026 at 10:30am, Room 2');
  });

  test('is recorded, and recorded again; not by whoever only reads', () => {
    const recorded = { recordedAt: '2026-12-01T09:30:00Z', points: 0, reason: 'All were there.' };
    expect(links({})).toEqual([['Record the interview of Kelp', paths.interviewRecord(BID)]]);
    expect(links(recorded)).toEqual([['Change the record of Kelp', paths.interviewRecord(BID)]]);
    expect(links(recorded, false)).toEqual([]);
    expect(textOf(shown(recorded))).toContain('All were there.');
    expect(rowsOf(shown(recorded))).toEqual(['Time', 'Points', 'What the panel found']);
    expect(rowsOf(shown({}))).toEqual(['Time']);
  });

  test('that was withdrawn says why, and has nothing to record', () => {
    const gone = { withdrawnAt: '2026-12-01T09:30:00Z', withdrawnReason: 'Ill.' };
    expect(textOf(shown(gone))).toBe('KelpWithdrawn from the interviews: Ill.');
    expect(links(gone)).toEqual([]);
  });
});

const rowsOf = (element: Parameters<typeof draw>[0]) => {
  const $ = draw(element);
  return $('dt')
    .toArray()
    .map((node) => words($(node).text()));
};

describe('the record of an interview', () => {
  const criterion = {
    ...{ position: 2, name: 'Answers', weight: 30, minimum: null, bands: [], reasonWords: null },
    ...{ guidance: 'Did they answer?', value: 3, rationale: 'Clear.' },
  };
  const shown = (mode: 'criteria' | 'adjustment' | null, points: number | null = null) =>
    drawOnPage(
      <RecordForm
        view={{ mode, most: 10, points, reason: 'Ada and Ben.', criteria: [criterion] }}
        reply={undefined}
      />,
    );

  test('asks for scores or for points as was published, never for both', () => {
    const [scores, points] = [shown('criteria'), shown('adjustment')];
    expect(scores('[name="points"]')).toHaveLength(0);
    expect(scores('[name="scores[0].value"]')).toHaveLength(6);
    expect(scores('[name="scores[0].value"][checked]').attr('value')).toBe('3');
    expect(words(scores('body').text())).toContain('Did they answer?');
    expect(points('[name="points"]')).toHaveLength(1);
    expect(points('[name^="scores"]')).toHaveLength(0);
    expect(words(points('body').text())).toContain('From −10 to 10; 0 leaves the quality as it was agreed');
  });

  test('no points yet and no points given are two things', () => {
    expect(shown('adjustment')('[name="points"]').attr('value') ?? '').toBe('');
    expect(shown('adjustment', 0)('[name="points"]').attr('value')).toBe('0');
    expect(shown('adjustment', -7)('[name="points"]').attr('value')).toBe('-7');
  });
});

test('an invitation that was refused says beside each field what is wrong', () => {
  const $ = drawOnPage(
    <InviteForm reply={refused({ slots: ['Line 2 is no time'], chooseBy: ['A day to come'] })} />,
  );
  const messages = $('.govuk-form-group--error .govuk-error-message')
    .toArray()
    .map((node) => words($(node).text()).replace('Error: ', ''));
  expect(messages).toEqual(['Line 2 is no time', 'A day to come']);
});

describe('how firm a ranking is', () => {
  test('shows each weight with what would change it, and nothing where nothing can', () => {
    const row = {
      weight: 'Price, against quality',
      ...{ now: '30', from: '12.5', to: '100', words: 'The first place stays the same.' },
      changes: ['Below 12.5, Kelp would replace Moss.'],
    };
    expect(rowsIn(draw(<Firmness rows={[row]} />))).toEqual([
      [
        'Price, against quality',
        '30',
        '12.5',
        '100',
        'The first place stays the same.Below 12.5, Kelp would replace Moss.',
      ],
    ]);
    expect(draw(<Firmness rows={[]} />)('body').html()).toBe('');
  });
});

describe('a ranking by another formula', () => {
  const row = {
    ...{
      reference: BID,
      bidder: 'Kelp',
      amount: 6_000_000,
      quality: '80',
      price: null,
      total: '80',
      rank: 1,
    },
    tie: 'byPrice' as const,
  };
  const weights = { quality: 70, price: 30 };

  test('by price for each point shows that price, in pounds', () => {
    const $ = draw(
      <RankingTable
        priceScored
        formula="pricePerPoint"
        weights={weights}
        rows={[{ ...row, perPoint: 75_000 }]}
      />,
    );
    expect($('th').text()).toContain('Price for a point');
    expect(rowsIn($)[0]?.[3]).toBe('£750');
    expect(words($.root().text())).toContain('Price ÷ quality points.');
    expect(words($.root().text())).not.toContain('70% quality');
  });

  test.each([
    ['byQuality', 'quality decides'],
    ['byPrice', 'the lower price decides'],
    ['byHeaviest', 'the criterion with the greatest weight decides'],
    ['byReason', 'the moderator gives a reason'],
  ] as const)('says what decided between level bids: %s', (tie, said) => {
    expect(textOf(<RankingTable priceScored weights={weights} rows={[{ ...row, tie }]} />)).toContain(said);
  });

  test.each([
    ['minimum', 'Below a minimum score'],
    ['threshold', 'Below the quality needed'],
    ['budget', 'Above the budget'],
    ['notShortlisted', 'Not on the shortlist for interviews'],
    ['withdrew', 'Withdrawn from the interviews'],
  ] as const)('says why a bid has no rank: %s', (why, said) => {
    const rows = [{ ...row, rank: null, why }];
    expect(textOf(<RankingTable priceScored weights={weights} rows={rows} />)).toContain(
      `${said}, so not ranked`,
    );
  });
});

describe('recommending', () => {
  const row = { reference: BID, bidder: 'Kelp', rank: 1, amount: 6_000_000, tie: 'none' };
  const shown = (rows: (typeof row | (Omit<typeof row, 'rank'> & { rank: null }))[], over = {}) =>
    drawOnPage(
      <RecommendForm
        view={{ awardsAvailable: 1, budgetMaximum: 12_000_000, parts: [{ lot: null }], rows, ...over }}
        reply={undefined}
      />,
    );

  test('offers ranked bids alone, and says how many awards and how much money there are', () => {
    const $ = shown([row, { ...row, reference: '33333333', bidder: 'Moss', rank: null }]);
    expect($('[name="bids"]')).toHaveLength(1);
    expect(words($('body').text())).toContain('There is 1 award and £120,000 to spend.');
    const several = shown([row], { awardsAvailable: 2, budgetMaximum: null });
    expect(words(several('body').text())).toContain('There are 2 awards.');
    expect(shown([])('[name="bids"]')).toHaveLength(0);
  });

  test('asks for the reason between level bids only where the order leaves them level', () => {
    expect(shown([row])('[name="tieReason"]')).toHaveLength(0);
    expect(shown([{ ...row, tie: 'byPrice' }])('[name="tieReason"]')).toHaveLength(0);
    expect(shown([{ ...row, tie: 'byReason' }])('[name="tieReason"]')).toHaveLength(1);
  });
});
