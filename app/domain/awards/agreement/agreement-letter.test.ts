import { describe, expect, test } from 'vitest';
import { stateOf, type AwardStages } from '../award';
import { contractRefusal } from './contract-refusal';
import { draftedLetter, isLive, LETTER_STATES } from './agreement-letter';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('the drafted text of a letter', () => {
  const facts = {
    bidder: 'University of Leith, Rosa Lindqvist',
    title: 'How do groups recruit?',
    amount: 6_000_050,
    milestones: [
      { position: 1, title: 'Favourable opinion', dueOn: day('2027-02-28'), amount: 0 },
      { position: 2, title: 'Final report', dueOn: day('2027-09-01'), amount: 6_000_050 },
    ],
    terms: [
      { label: 'May the experts publish?', value: 'Yes' },
      { label: 'Where data is deposited', value: '' },
    ],
  };

  test('says to whom, for what, how much, by when, and on which published terms', () => {
    expect(draftedLetter(facts).split('\n\n')).toEqual([
      'To University of Leith, Rosa Lindqvist',
      'Your bid for “How do groups recruit?” has been awarded £60,000.50, without VAT. This letter, once both sides have signed it, is the agreement between us.',
      'Milestones\n1. Favourable opinion, due 28 February 2027\n2. Final report, due 1 September 2027: £60,000.50',
      'Terms, as published with the question\nMay the experts publish?: Yes',
      'What is agreed here changes only by a change request that the other side accepts.',
    ]);
  });

  test('has no heading over terms where none was said', () => {
    const bare = draftedLetter({ ...facts, terms: facts.terms.slice(1) });
    expect(bare).not.toContain('Terms, as published');
    expect(bare.split('\n\n')).toHaveLength(4);
  });

  test('only a rejected letter or one taken back makes room for another', () => {
    const dead = Object.keys(LETTER_STATES).filter((state) => !isLive(state));
    expect(dead).toEqual(['rejected', 'reset']);
  });
});

describe('a contract', () => {
  const award = (over: Partial<AwardStages> = {}): AwardStages => ({
    noticeAt: day('2026-12-01'),
    standstillEndsOn: day('2026-12-10'),
    withdrawnAt: null,
    contractedAt: null,
    closedAt: null,
    ...over,
  });
  const days = { startsOn: day('2027-01-11'), endsOn: day('2027-09-30') };
  const refusal = (now: string, over: Partial<AwardStages> = {}, own = days) =>
    contractRefusal(award(over), own, new Date(now))?.name ?? null;

  test('is made from the day after the standstill, in UK days', () => {
    expect(refusal('2026-12-10T23:59:59Z')).toBe('StandstillIsOn');
    expect(refusal('2026-12-11T00:00:00Z')).toBeNull();
    const summer = { standstillEndsOn: day('2027-06-10') };
    expect(refusal('2027-06-10T22:59:59Z', summer)).toBe('StandstillIsOn');
    expect(refusal('2027-06-10T23:00:00Z', summer)).toBeNull();
  });

  test('names the last day of the standstill', () => {
    expect(contractRefusal(award(), days, new Date('2026-12-05T09:00:00Z'))?.message).toBe(
      'The standstill ends on 10 December 2026. A contract can be made from the day after.',
    );
  });

  test('without a standstill is made as soon as the notice is out', () => {
    const none = { standstillEndsOn: null };
    expect(refusal('2026-12-01T09:00:00Z', none)).toBeNull();
    expect(refusal('2026-12-01T09:00:00Z', { ...none, noticeAt: null })).toBe('NoticeIsNotOut');
  });

  test('is never made of a withdrawn decision nor a second time, whatever else is wrong', () => {
    const at = day('2026-12-20');
    expect(refusal('2026-12-20T09:00:00Z', { withdrawnAt: at, noticeAt: null })).toBe('AwardIsWithdrawn');
    expect(refusal('2026-12-20T09:00:00Z', { contractedAt: at })).toBe('ContractIsSigned');
  });

  test('can last one day, not less', () => {
    const { startsOn } = days;
    expect(refusal('2026-12-20T09:00:00Z', {}, { startsOn, endsOn: startsOn })).toBeNull();
    const late = { startsOn, endsOn: day('2027-01-10') };
    expect(refusal('2026-12-20T09:00:00Z', {}, late)).toBe('ContractEndsBeforeItStarts');
    expect(contractRefusal(award(), late, new Date('2026-12-20T09:00:00Z'))?.fields).toEqual({
      endsOn: 'The last day cannot come before the first',
    });
  });

  test('is refused exactly while its award is in another state than ready for one', () => {
    const stages: Partial<AwardStages>[] = [
      {},
      { noticeAt: null },
      { withdrawnAt: day('2026-12-02') },
      { contractedAt: day('2026-12-12') },
      { contractedAt: day('2026-12-12'), closedAt: day('2026-12-13') },
      { standstillEndsOn: null },
    ];
    for (const over of stages)
      for (const now of ['2026-12-10T12:00:00Z', '2026-12-11T12:00:00Z'])
        expect(refusal(now, over) === null).toBe(stateOf(award(over), new Date(now)) === 'readyToContract');
  });
});
