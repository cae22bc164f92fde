import { describe, expect, test } from 'vitest';
import { AS_OF, someone } from '../../../../tests/support/factories/actors';
import type { Accepted } from '../../command.server';
import { isRefusal, type Refusal } from '../../refusal';
import { addDays, isoDay } from '../../uk-time';
import type { RequestRecord } from '../requests/load-request.server';
import { askRequester, recordClarified, refusedDay } from './clarify-request.server';
import { closeRequest } from './close-request.server';
import { consultBidder } from './consult-bidder.server';
import { extendRequest } from './extend-request.server';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const TODAY = day('2026-11-21');
const reference = '22222222';
const coordinator = someone({ id: 'coordinator', roles: ['coordinator'] });
const made = { newId: () => 'new-id', newReference: () => 'NEW' };

const record = (over: Partial<RequestRecord> = {}): RequestRecord => ({
  id: 'request',
  reference,
  words: 'All of it',
  receivedOn: day('2026-11-02'),
  loggedAt: AS_OF,
  loggedBy: 'Somebody',
  dueOn: day('2026-11-30'),
  extendedTo: null,
  extensionReason: null,
  outcome: null,
  outcomeOn: null,
  outcomeWords: '',
  closedAt: null,
  waits: false,
  questions: [],
  ...over,
});

const ending = (decision: Accepted<unknown> | Refusal): string =>
  isRefusal(decision) ? `${decision.name}${decision.stale ? ', stale' : ''}` : 'accepted';
function accepted<Change>(decision: Accepted<Change> | Refusal): Accepted<Change> {
  if (isRefusal(decision)) throw new Error(decision.name);
  return decision;
}
const situation = { actor: coordinator, now: AS_OF, ...made };
const CLOSED = { closedAt: AS_OF, outcome: 'full' as const, outcomeOn: TODAY };

describe('a day that can have happened', () => {
  test.each([
    ['2026-11-01', 'DayIsTooEarly'],
    ['2026-11-02', undefined],
    ['2026-11-20', undefined],
    ['2026-11-21', undefined],
    ['2026-11-22', 'DayIsToCome'],
    ['2200-12-31', 'DayIsToCome'],
    ['1900-01-01', 'DayIsTooEarly'],
  ])('%s: %s', (on, name) => {
    const refused = refusedDay(record(), 'askedOn', day(on), AS_OF);
    expect(refused?.name).toBe(name);
    expect(Object.keys(refused?.fields ?? {})).toEqual(name ? ['askedOn'] : []);
  });

  test('is today in the United Kingdom, after midnight in London while it is yesterday in UTC', () => {
    const received = record({ receivedOn: day('2026-06-01') });
    const on = day('2026-06-11');
    expect(refusedDay(received, 'on', on, new Date('2026-06-10T22:59:59Z'))?.name).toBe('DayIsToCome');
    expect(refusedDay(received, 'on', on, new Date('2026-06-10T23:00:00Z'))).toBeNull();
  });
});

describe('asking the requester', () => {
  const decide = (over: Partial<RequestRecord> = {}, askedOn = TODAY) =>
    askRequester.decide({
      ...situation,
      input: { reference, asked: 'Which years?', askedOn },
      loaded: record(over),
    });

  test.each<[string, Partial<RequestRecord>, string]>([
    ['open', {}, 'accepted'],
    ['overdue', { dueOn: day('2026-11-10') }, 'accepted'],
    ['extended', { extendedTo: day('2026-12-20') }, 'accepted'],
    ['waiting', { waits: true }, 'RequesterWasAsked, stale'],
    ['closed', CLOSED, 'RequestIsClosed, stale'],
    ['closed while it waited', { ...CLOSED, waits: true }, 'RequestIsClosed, stale'],
  ])('of a request that is %s', (_state, over, expected) => {
    expect(ending(decide(over))).toBe(expected);
  });

  test('on a day it had not come yet or that is to come is refused beside the day', () => {
    expect(ending(decide({}, day('2026-11-01')))).toBe('DayIsTooEarly');
    expect(ending(decide({}, day('2026-11-22')))).toBe('DayIsToCome');
    expect(ending(decide({}, day('2026-11-02')))).toBe('accepted');
  });

  test('keeps who asked what, and tells the day alone', () => {
    const { change, facts } = accepted(decide());
    expect(change).toEqual({
      row: {
        id: 'new-id',
        requestId: 'request',
        asked: 'Which years?',
        askedOn: TODAY,
        askedById: 'coordinator',
      },
      reference,
    });
    expect(facts).toEqual([
      {
        name: 'RequesterWasAsked',
        noun: 'informationRequest',
        nounId: 'request',
        data: { askedOn: '2026-11-21' },
      },
    ]);
  });
});

describe('recording what the requester answered', () => {
  const open = {
    ...{ id: 'clarification', requestId: 'request', asked: 'Which?', askedOn: day('2026-11-10') },
    ...{ askedById: 'coordinator', answer: null, answeredOn: null, answeredById: null },
  };
  const decide = (
    over: Partial<RequestRecord> & { open?: typeof open | null; holidays?: string[] } = {},
    answeredOn = TODAY,
  ) => {
    const { open: asked = open, holidays = [], ...rest } = over;
    return recordClarified.decide({
      ...situation,
      input: { reference, answer: 'All years', answeredOn },
      loaded: { ...record({ waits: true, ...rest }), open: asked, holidays: new Set(holidays) },
    });
  };

  test.each([
    ['2026-11-01', 'AnsweredBefore'],
    ['2026-11-09', 'AnsweredBefore'],
    ['2026-11-10', 'accepted'],
    ['2026-11-21', 'accepted'],
    ['2026-11-22', 'DayIsToCome'],
  ])('on %s: %s', (on, expected) => {
    expect(ending(decide({}, day(on)))).toBe(expected);
  });

  test('is refused where nothing was asked, and where it is closed', () => {
    expect(ending(decide({ open: null, waits: false }))).toBe('NobodyWasAsked, stale');
    expect(ending(decide(CLOSED))).toBe('RequestIsClosed, stale');
    expect(ending(decide({ ...CLOSED, open: null }))).toBe('RequestIsClosed, stale');
  });

  test('starts the twenty working days anew from the answer, with the holidays of the Act', () => {
    const plain = accepted(decide({}, day('2026-11-20')));
    expect(isoDay(plain.change.due)).toBe('2026-12-18');
    expect(plain.facts[0]?.data).toEqual({ dueOn: '2026-12-18' });
    const pushed = accepted(decide({ holidays: ['2026-12-18'] }, day('2026-11-20')));
    expect(isoDay(pushed.change.due)).toBe('2026-12-21');
  });

  test('keeps who recorded it, of the clarification that was open', () => {
    const { change } = accepted(decide());
    expect(change.clarificationId).toBe('clarification');
    expect(change.said).toEqual({
      answer: 'All years',
      answeredOn: TODAY,
      answeredById: 'coordinator',
    });
  });
});

describe('taking longer', () => {
  const decide = (over: Partial<RequestRecord> = {}, until = day('2026-12-01')) =>
    extendRequest.decide({
      ...situation,
      input: { reference, until, reason: 'Section 43(2)' },
      loaded: record(over),
    });

  test.each<[string, Partial<RequestRecord>, string, string]>([
    ['a day before it is due', {}, '2026-11-29', 'NotLater'],
    ['the day it is due', {}, '2026-11-30', 'NotLater'],
    ['the day after', {}, '2026-12-01', 'accepted'],
    ['the day of an extension', { extendedTo: day('2026-12-10') }, '2026-12-10', 'NotLater'],
    ['between due and extension', { extendedTo: day('2026-12-10') }, '2026-12-05', 'NotLater'],
    ['after an extension', { extendedTo: day('2026-12-10') }, '2026-12-11', 'accepted'],
    ['a later day, on the last day', { dueOn: TODAY }, '2026-11-22', 'accepted'],
    ['a later day, one day overdue', { dueOn: addDays(TODAY, -1) }, '2026-12-01', 'RequestIsOverdue'],
    [
      'a later day, due passed but extended',
      { dueOn: day('2026-11-10'), extendedTo: day('2026-11-25') },
      '2026-12-01',
      'accepted',
    ],
    ['a later day while it waits', { waits: true }, '2026-12-01', 'NoTimeRuns'],
    ['a later day when it is closed', CLOSED, '2026-12-01', 'RequestIsClosed, stale'],
  ])('until %s', (_until, over, until, expected) => {
    expect(ending(decide(over, day(until)))).toBe(expected);
  });

  test('tells from which day to which, the earlier extension where there was one', () => {
    expect(accepted(decide()).facts[0]?.data).toEqual({ from: '2026-11-30', until: '2026-12-01' });
    const again = accepted(decide({ extendedTo: day('2026-12-10') }, day('2026-12-20')));
    expect(again.facts[0]?.data).toEqual({ from: '2026-12-10', until: '2026-12-20' });
    expect(again.change.extended).toEqual({
      extendedTo: day('2026-12-20'),
      extensionReason: 'Section 43(2)',
      extendedById: 'coordinator',
    });
  });
});

describe('closing', () => {
  type Given = Partial<Parameters<typeof closeRequest.decide>[0]['input']>;
  const decide = (given: Given = {}, over: Partial<RequestRecord> & { unchecked?: number } = {}) => {
    const { unchecked = 0, ...rest } = over;
    return closeRequest.decide({
      ...situation,
      input: { reference, outcome: 'full', outcomeOn: TODAY, words: '', ...given },
      loaded: { ...record(rest), unchecked },
    });
  };

  test.each([
    ['full', 'accepted', 'accepted'],
    ['partly', 'OutcomeNeedsWords', 'accepted'],
    ['refused', 'OutcomeNeedsWords', 'accepted'],
    ['notHeld', 'accepted', 'accepted'],
    ['withdrawn', 'accepted', 'accepted'],
  ] as const)('as %s without words: %s; with them: %s', (outcome, without, withWords) => {
    expect(ending(decide({ outcome }))).toBe(without);
    expect(ending(decide({ outcome, words: 'As written' }))).toBe(withWords);
  });

  test.each([
    ['full', 'RequesterIsAsked'],
    ['partly', 'RequesterIsAsked'],
    ['refused', 'RequesterIsAsked'],
    ['notHeld', 'RequesterIsAsked'],
    ['withdrawn', 'accepted'],
  ] as const)('as %s while the requester is asked: %s', (outcome, expected) => {
    expect(ending(decide({ outcome, words: 'As written' }, { waits: true }))).toBe(expected);
  });

  test('is refused while a release is unchecked, whatever the outcome, and when it is closed', () => {
    for (const outcome of ['full', 'withdrawn', 'notHeld'] as const)
      expect(ending(decide({ outcome }, { unchecked: 1 }))).toBe('ReleaseIsUnchecked');
    expect(ending(decide({}, CLOSED))).toBe('RequestIsClosed, stale');
  });

  test.each([
    ['2026-11-01', 'DayIsTooEarly'],
    ['2026-11-02', 'accepted'],
    ['2026-11-21', 'accepted'],
    ['2026-11-22', 'DayIsToCome'],
  ])('on %s: %s', (on, expected) => {
    expect(ending(decide({ outcomeOn: day(on) }))).toBe(expected);
  });

  test('is possible after the last day, and tells outcome and day, not the words', () => {
    const { change, facts } = accepted(
      decide({ outcome: 'partly', words: 'Prices withheld' }, { dueOn: day('2026-11-10') }),
    );
    expect(change.row).toEqual({
      ...{ outcome: 'partly', outcomeOn: TODAY, outcomeWords: 'Prices withheld' },
      closedById: 'coordinator',
    });
    expect(facts.map(({ name, data }) => [name, data])).toEqual([
      ['InformationRequestWasClosed', { outcome: 'partly', outcomeOn: '2026-11-21' }],
    ]);
  });
});

describe('consulting a bidder', () => {
  const bid = { id: 'bid', reference, bidder: 'A', question: 'Q', asked: false };
  const decide = (bids = [bid], over: Partial<RequestRecord> = {}, answerBy = day('2026-11-22')) =>
    consultBidder.decide({
      ...situation,
      input: { reference, bid: reference, words: 'Your scores', answerBy },
      loaded: { ...record(over), bids },
    });

  test.each([
    ['2026-11-20', 'TooSoon'],
    ['2026-11-21', 'TooSoon'],
    ['2026-11-22', 'accepted'],
    ['2027-11-22', 'accepted'],
  ])('by %s: %s', (by, expected) => {
    expect(ending(decide([bid], {}, day(by)))).toBe(expected);
  });

  test('asks of a bid of its questions alone, once, and not of a closed request', () => {
    expect(ending(decide([]))).toBe('BidIsUnknown');
    expect(ending(decide([{ ...bid, reference: 'OTHER' }]))).toBe('BidIsUnknown');
    expect(ending(decide([{ ...bid, asked: true }]))).toBe('BidderWasAsked, stale');
    expect(ending(decide([bid], CLOSED))).toBe('RequestIsClosed, stale');
    expect(ending(decide([bid], { waits: true }))).toBe('accepted');
  });

  test('picks the bid by its reference among others', () => {
    const others = [{ ...bid, id: 'x', reference: 'OTHER' }, bid, { ...bid, id: 'y', reference: 'THIRD' }];
    const { change, facts } = accepted(decide(others));
    expect(change.row.bidId).toBe('bid');
    expect(facts[0]?.data).toEqual({ consultationId: 'new-id', bidId: 'bid', answerBy: '2026-11-22' });
  });
});
