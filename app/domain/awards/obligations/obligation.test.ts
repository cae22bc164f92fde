import { describe, expect, test } from 'vitest';
import { isoDay } from '../../uk-time';
import { OBLIGATION_STATES, obligationState } from './obligation';
import { obligationsFromTerms } from './stated-support';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('an obligation', () => {
  test.each([
    ['due', '2027-03-01', 'due'],
    ['due', '2027-03-02', 'overdue'],
    ['due', '2027-02-01', 'due'],
    ['met', '2030-01-01', 'met'],
    ['disputed', '2030-01-01', 'disputed'],
  ])('that is %s until 1 March 2027 is, on %s, %s', (state, today, shown) => {
    const found = obligationState({ state, dueOn: day('2027-03-01') }, day(today));
    expect(found).toBe(shown);
    expect(OBLIGATION_STATES[found]).toBeTruthy();
  });
});

describe('what the terms promised', () => {
  const promised = (terms: unknown) =>
    obligationsFromTerms(terms, day('2027-01-11'), 'University of Leith').map(
      ({ kind, what, recipient, dueOn }) => [kind, what, recipient, isoDay(dueOn)],
    );

  test('is owed so many weeks after the first day of the contract, to who won', () => {
    expect(
      promised({
        suppliesData: 'Case files',
        suppliesDataWeeks: 3,
        suppliesAccess: ' Twelve ports ',
        suppliesAccessWeeks: '104',
        suppliesLiaison: 'Ada',
      }),
    ).toEqual([
      ['data', 'Case files', 'University of Leith', '2027-02-01'],
      ['access', 'Twelve ports', 'University of Leith', '2029-01-08'],
      ['liaison', 'Ada', 'University of Leith', '2027-01-11'],
    ]);
  });

  test.each([
    [{}],
    [null],
    [undefined],
    ['nothing'],
    [{ suppliesData: ' ', suppliesDataWeeks: 3 }],
    [[1, 2]],
  ])('is nothing where the terms say nothing: %j', (terms) => {
    expect(promised(terms)).toEqual([]);
  });
});
