import { describe, expect, test } from 'vitest';
import type { PriorityRatings, ShownRating } from '~/domain/ratings/queries/finding-ratings.server';
import { summarise, type CountableRating } from '~/domain/ratings/rating-summary';
import { paths } from '~/paths';
import { rowsIn, words } from '../../../../tests/support/drawn';
import { drawOnPage } from '../../../../tests/support/drawn-form';
import { AdjustedWords } from './adjusted-words';
import { FindingRatings } from './finding-ratings';
import { RatingRow } from './rating-row';
import { StandingApart } from './standing-apart';

const rating = (over: Partial<ShownRating> = {}): ShownRating => ({
  ...{ rater: 'Mel Member', isOwn: false, value: 4, certainty: 2, reason: 'It names ports.', role: 'policy' },
  ...{ interest: false, stale: null, ratedNumber: 1, changedAt: new Date('2026-11-01T12:00:00Z') },
  apart: null,
  ...over,
});
const of = { reference: '22222222', priority: '2222223E' };
const figure = {
  ...{ estimate: 3.44, lower: 2.1, upper: 4.96, ratings: 7 },
  fittedAt: new Date('2026-11-21T02:00:00Z'),
};

describe('one rating', () => {
  const row = (over: Partial<ShownRating> = {}, about?: string) => {
    const $ = drawOnPage(<RatingRow rating={rating(over)} {...of} {...(about ? { about } : {})} />);
    return { $, text: words($('li').text()) };
  };

  test.each([
    [{}, '4 Shapes an option, Mel Member, 1 November 2026'],
    [{ value: null }, 'Cannot judge, Mel Member'],
    [{ isOwn: true }, '4 Shapes an option, you, 1 November 2026'],
    [{ interest: true }, 'Policy, Fairly certain, has an interest, not counted'],
    [{ stale: 'newVersion' as const }, 'Fairly certain, Made about an earlier version'],
    [{ role: 'academic' as const, certainty: 3 }, 'Academic, Very certain'],
  ])('%j reads “%s”', (over, says) => expect(row(over).text).toContain(says));

  test.each([
    ['somebody else’s', { stale: 'newVersion' as const }, 0, 0],
    ['one’s own', { isOwn: true }, 1, 0],
    ['one’s own that is stale', { isOwn: true, stale: 'setReplaced' as const }, 1, 1],
  ])('%s is changed and confirmed by whose it is', (_name, over, links, buttons) => {
    const { $ } = row(over);
    expect($(`a[href="${paths.rateFinding('22222222', '2222223E')}"]`).length).toBe(links);
    expect($('button').length).toBe(buttons);
    if (buttons) expect($('form').attr('action')).toBe(paths.reaffirmRating('22222222', '2222223E'));
  });

  test('standing alone it names its priority, and its form is another than the one in the list', () => {
    const own = { isOwn: true, stale: 'newVersion' as const };
    expect(row(own, 'Close the ports').text).toContain('4 Shapes an option for Close the ports, you');
    expect(row(own, 'Close the ports').$('form').attr('id')).not.toBe(row(own).$('form').attr('id'));
  });
});

describe('whoever stands apart', () => {
  const apart = (over: Partial<ShownRating>) => {
    const $ = drawOnPage(<StandingApart {...of} ratings={[rating(), rating(over)]} />);
    return { text: words($('body').text()), links: $('a').length };
  };
  const silent = { value: 1, note: null };

  test('is not held up to others before they say why', () => {
    expect(apart({ apart: silent })).toEqual({ text: '', links: 0 });
  });

  test('is asked, themselves', () => {
    const { text, links } = apart({ isOwn: true, value: 1, apart: silent });
    expect(text).toContain('Your rating stands apart from the others: 1 Not relevant.');
    expect(text).toContain('Say why you see it differently');
    expect(links).toBe(1);
  });

  test('is heard, and the value is the one that stood apart', () => {
    const said = { rater: 'Eve', value: 3, apart: { value: 1, note: 'Old data' } };
    expect(apart(said)).toEqual({
      text: 'Eve stands apart from the others: 1 Not relevant, since changed.“Old data”',
      links: 0,
    });
    expect(apart({ ...said, isOwn: true }).text).toContain('Change what you said');
  });
});

describe('what ratings say once it is allowed for who gave them', () => {
  const text = (mayRate: boolean) =>
    words(drawOnPage(<AdjustedWords figure={figure} mayRate={mayRate} />)('p').text());

  test('never without how sure that is, from how many, and when', () => {
    expect(text(false)).toBe(
      'Allowing for how each person rates: 3.4 of 5, with nine chances in ten that it lies between 2.1 and 5.0. Worked out on 21 November 2026 from 7 ratings.',
    );
  });

  test('those who rate are led to their own figures', () => {
    expect(text(true)).toContain('How you rate beside the others');
  });
});

describe('all ratings of a finding', () => {
  const countable = (value: number | null, over: Partial<CountableRating> = {}): CountableRating => ({
    ...{ value, role: 'policy', interest: false, stale: false },
    ...over,
  });
  const group = (given: CountableRating[], over: Partial<PriorityRatings> = {}): PriorityRatings => ({
    priority: { reference: '2222223E', name: 'Close the ports', document: 'Strategy' },
    ...{ summary: summarise(given, 3), adjusted: figure, ratings: [] },
    ...over,
  });
  const shown = (given: CountableRating[], over: Partial<PriorityRatings> = {}) => {
    const $ = drawOnPage(<FindingRatings reference="22222222" groups={[group(given, over)]} mayRate />);
    return { $, text: words($('body').text()) };
  };
  const three = [countable(1), countable(5, { role: 'academic' }), countable(5, { role: 'academic' })];

  test('fewer than three give no number, however it is worked out', () => {
    const { $, text } = shown([countable(5), countable(5)]);
    expect(text).toContain('Too few ratings to give a number: 2 of the 3 needed.');
    expect(text).not.toContain('Allowing for');
    expect($('table').length).toBe(0);
  });

  test('from three on the number stands with its spread, in figures and in words', () => {
    const { $, text } = shown(three);
    expect(text).toMatch(/\d\.\d of 5 from 3 ratings, drawn towards the general mean\./);
    expect(text).toContain('Policy raters give 1 and academic raters give 5. The sides do not meet.');
    expect(rowsIn($, '[aria-label="Spread of ratings for Close the ports"]')).toEqual([
      ['Policy', '1', '0', '0', '0', '0', '1', '1'],
      ['Academic', '0', '0', '0', '0', '2', '5', '5'],
    ]);
  });

  test('what is not counted is told beside it', () => {
    const more = [countable(null), countable(2, { interest: true }), countable(2, { stale: true })];
    expect(shown([...three, ...more]).text).toContain(
      'Not counted: 1 cannot judge, 1 with a declared interest, 1 from before the finding or the priorities changed.',
    );
    expect(shown(three).text).not.toContain('Not counted');
  });
});
