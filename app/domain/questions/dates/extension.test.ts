import { describe, expect, test } from 'vitest';
import { whyNotLater } from './extension';

const closesAt = new Date('2027-02-11T17:00:00Z');

describe('how far a deadline moves', () => {
  test.each([
    ['2027-02-11T17:00:00Z', 'only moves forward'],
    ['2027-02-10T17:00:00Z', 'only moves forward'],
    ['2027-02-11T17:01:00Z', null],
    ['2027-05-12T17:00:00Z', null],
    ['2027-05-12T17:01:00Z', 'at most 90 days'],
  ])('to %s: %s', (to, why) => {
    const said = whyNotLater(new Date(to), { closesAt });
    if (why === null) expect(said).toBeNull();
    else expect(said).toContain(why);
  });

  test('an hour that the clocks skip or repeat is no deadline', () => {
    expect(whyNotLater(null, { closesAt })).toContain('The clocks change');
  });
});
