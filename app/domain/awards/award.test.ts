import { expect, test } from 'vitest';
import { AWARD_STATE_NAMES, nextOfAward, type AwardState } from './award';

const ENDS = new Date('2027-01-14T00:00:00Z');

test.each<[AwardState, Date | null, string | null]>([
  ['decided', null, 'gives the award notice'],
  ['standstill', ENDS, 'Nothing is signed before the end of 14 January 2027'],
  ['standstill', null, null],
  ['extended', ENDS, 'What extends the standstill is settled first'],
  ['readyToContract', ENDS, 'prepares an agreement letter, or records a contract'],
  ['inDelivery', ENDS, 'delivers each milestone'],
  ['closed', ENDS, null],
  ['withdrawn', null, null],
])('an award that is %s with a standstill until %s goes on: %s', (state, endsOn, words) => {
  const next = nextOfAward(state, endsOn);
  if (words === null) expect(next).toBeNull();
  else expect(next).toContain(words);
});

test('every state that is not an end says what comes', () => {
  const ends: AwardState[] = ['closed', 'withdrawn'];
  for (const state of Object.keys(AWARD_STATE_NAMES) as AwardState[])
    expect(nextOfAward(state, ENDS) === null, state).toBe(ends.includes(state));
});
