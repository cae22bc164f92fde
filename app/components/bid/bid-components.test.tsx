import { describe, expect, test } from 'vitest';
import { draw, textOf, words } from '../../../tests/support/drawn';
import { BID_STATES, BID_STATE_LABELS } from '~/domain/bids/bid';
import { emptyContent, type BidContent, type BidPrice } from '~/domain/bids/content/bid-content';
import { paths } from '~/paths';
import { BidTag } from './bid-tag';
import { Deadline } from './deadline';
import { PriceView } from './price-view';
import { ReceiptVerdict } from './receipt-verdict';
import { RefusalSummary } from './refusal-summary';
import { replyFor } from './reply-for';
import { SectionView } from './section-view';
import { Standing } from './standing';

describe('a deadline', () => {
  const closesAt = '2026-11-21T17:00:00Z';
  test.each([
    [{ closesAt: null, millisecondsLeft: 0, open: false }, 'Bids have no closing date'],
    [{ closesAt, millisecondsLeft: 0, open: false }, 'Bids closed on 21 November 2026 at 5pm, UK time'],
    [
      { closesAt, millisecondsLeft: 3 * 86_400_000, open: true },
      'Bids close on 21 November 2026 at 5pm, UK time: 3 days left',
    ],
    [
      { closesAt: '2026-07-01T11:30:00Z', millisecondsLeft: 0, open: false },
      'Bids closed on 1 July 2026 at 12:30pm, UK time',
    ],
  ])('%o reads as a sentence begins', (props, sentence) => {
    expect(textOf(<Deadline {...props} />)).toBe(sentence);
  });
});

test.each(BID_STATES)('the state “%s” has words and a colour that is its own or its meaning’s', (state) => {
  const $ = draw(<BidTag state={state} />);
  expect(words($.text())).toBe(BID_STATE_LABELS[state]);
  expect($('.govuk-tag').attr('class')).toMatch(/govuk-tag--/);
});

describe('a price', () => {
  const price = (over: Partial<BidPrice> = {}): BidPrice => ({
    lines: [],
    otherCosts: [],
    overheads: 0,
    fullEconomicCost: null,
    ...over,
  });

  test('adds lines, other costs and overheads, without VAT', () => {
    const $ = draw(
      <PriceView
        price={price({
          lines: [{ role: 'Fellow', dayRate: 45_050, days: 2.5 }],
          otherCosts: [{ title: 'Travel', amount: 100_000 }],
          overheads: 20_000,
          fullEconomicCost: 80,
        })}
      />,
    );
    const rows = $('tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .find('td, th')
          .toArray()
          .map((cell) => words($(cell).text())),
      );
    expect(rows).toEqual([
      ['Fellow', '£450.50', '2.5', '£1,126.25'],
      ['Travel', '', '', '£1,000'],
      ['Overheads', '', '', '£200'],
      ['Total, without VAT', '', '', '£2,326.25'],
    ]);
    expect($.text()).toContain('covers 80% of the full economic cost');
  });

  test('says what is not said yet instead of showing nothing or zero', () => {
    const text = textOf(
      <PriceView
        price={price({
          lines: [{ role: '', dayRate: null, days: null }],
          otherCosts: [{ title: '', amount: null }],
        })}
      />,
    );
    expect(text).toContain('Not named');
    expect(text).toContain('Not said');
    expect(text).toContain('Share of the full economic cost: not said');
    expect(textOf(<PriceView price={price()} />)).toBe('No price yet');
    expect(textOf(<PriceView price={price({ overheads: 100 })} />)).toContain('£1');
  });
});

describe('a section as it is read', () => {
  const content = (over: Partial<BidContent['quality']>): BidContent => ({
    ...emptyContent(),
    quality: { ...emptyContent().quality, ...over },
  });
  const criterion = { id: 'c-1', position: 1, name: 'Method', guidance: '', weight: 30 };

  test.each(['summary', 'people', 'plan', 'references', 'declaration'])(
    'an empty “%s” is said to be empty',
    (slug) => {
      expect(textOf(<SectionView content={emptyContent()} section={{ slug }} />)).toBe('Nothing written yet');
    },
  );

  test('no confidential part is no gap', () => {
    expect(textOf(<SectionView content={emptyContent()} section={{ slug: 'confidential' }} />)).toBe(
      'No part is marked confidential',
    );
  });

  test('text keeps its paragraphs and is never taken for mark-up', () => {
    const $ = draw(
      <SectionView
        content={content({ summary: 'One <b>two</b>\nthree\n\nFour' })}
        section={{ slug: 'summary', words: 250 }}
      />,
    );
    expect(
      $('p.whitespace-pre-line')
        .toArray()
        .map((node) => $(node).text()),
    ).toEqual(['One <b>two</b>\nthree', 'Four']);
    expect($('b')).toHaveLength(0);
    expect(words($('p').last().text())).toBe('4 words of 250');
  });

  test('an answer is found by its criterion, and an answer to another is not shown', () => {
    const both = content({ answers: { 'c-1': 'Ours', 'c-2': 'Another' } });
    expect(textOf(<SectionView content={both} section={{ slug: '', criterion }} />)).toContain('Ours');
    expect(textOf(<SectionView content={both} section={{ slug: '', criterion }} />)).not.toContain('Another');
  });

  test('the price never shows in a section of quality', () => {
    const priced: BidContent = {
      ...content({ summary: 'Ours' }),
      price: {
        lines: [{ role: 'Secret fellow', dayRate: 1, days: 1 }],
        otherCosts: [],
        overheads: 0,
        fullEconomicCost: 80,
      },
    };
    for (const slug of ['summary', 'people', 'plan', 'references', 'confidential', 'declaration'])
      expect(textOf(<SectionView content={priced} section={{ slug }} />)).not.toContain('Secret fellow');
    expect(textOf(<SectionView content={priced} section={{ slug: 'price' }} />)).toContain('Secret fellow');
  });

  test('people and milestones half filled say what is missing', () => {
    const half = content({
      people: [{ name: '', role: 'Lead', narrative: '' }],
      milestones: [{ title: 'Report', weeks: null, share: null }],
    });
    expect(textOf(<SectionView content={half} section={{ slug: 'people' }} />)).toContain('No name yet');
    expect(textOf(<SectionView content={half} section={{ slug: 'plan' }} />)).toContain('Not said');
  });

  test.each([
    [
      'its title',
      { section: 'criterion-1', reason: 'Unpublished', until: '2028-01-31' },
      'Method, until 31 January 2028: Unpublished',
    ],
    [
      'no date and reason yet',
      { section: 'criterion-1', reason: '', until: null },
      'Method, until a date not yet given: no reason yet',
    ],
    [
      'no part yet',
      { section: '', reason: 'Rates', until: null },
      'A part not chosen yet, until a date not yet given: Rates',
    ],
  ])('a confidential part with %s', (_, part, words_) => {
    const shown = textOf(
      <SectionView
        content={content({ confidential: [part] })}
        section={{ slug: 'confidential' }}
        sections={[{ slug: 'criterion-1', title: 'Method' }]}
      />,
    );
    expect(shown).toBe(words_);
  });

  test('other bids by the same people: none, and who', () => {
    const view = (some: boolean | null, details = '') =>
      textOf(
        <SectionView content={content({ otherBids: { some, details } })} section={{ slug: 'declaration' }} />,
      );
    expect(view(false)).toContain('Nobody named in this bid stands in another bid');
    expect(view(true, 'Rosa, in Kelp')).toBe('Rosa, in Kelp');
  });

  test('a section that does not exist shows nothing', () => {
    expect(textOf(<SectionView content={emptyContent()} section={{ slug: 'nowhere' }} />)).toBe('');
  });
});

describe('where a bid stands', () => {
  const bid = {
    reference: 'H7K4QXM2',
    state: 'draft' as const,
    open: true,
    submission: null,
    submittedAt: null,
    excludedReason: null,
    questionWithdrawn: false,
    stale: false,
  };
  const submitted = {
    ...bid,
    state: 'submitted' as const,
    submission: 2,
    submittedAt: new Date('2026-11-01T10:00:00Z'),
  };

  test.each([
    ['an open draft says nothing', bid, ''],
    [
      'a draft after closing',
      { ...bid, open: false },
      'was not submitted. It stays here for you; nobody else can read it',
    ],
    ['a submission that can be replaced', submitted, 'You can replace it until closing'],
    [
      'a submission after closing',
      { ...submitted, open: false },
      'Yours is sealed until the openers open it',
    ],
    ['withdrawn, and open', { ...bid, state: 'withdrawn' as const }, 'You can submit it again until closing'],
    ['withdrawn, and closed', { ...bid, state: 'withdrawn' as const, open: false }, 'It will not be opened'],
    [
      'excluded',
      { ...bid, state: 'excluded' as const, excludedReason: 'No <i>insurance</i>' },
      'The panel excluded this bid: No <i>insurance</i>',
    ],
    [
      'the question withdrawn',
      { ...submitted, questionWithdrawn: true, open: false },
      'The team has withdrawn this question, so no bid will be opened',
    ],
  ])('%s', (_, state, sentence) => {
    const text = textOf(<Standing bid={state} />);
    if (sentence === '') expect(text).toBe('');
    else expect(text).toContain(sentence);
  });

  test('typing kept aside leads to the choice between the versions, whatever else stands', () => {
    for (const state of [bid, submitted]) {
      const $ = draw(<Standing bid={{ ...state, stale: true }} />);
      expect(
        $('a')
          .toArray()
          .map((node) => $(node).attr('href')),
      ).toContain(paths.bidVersions(bid.reference));
    }
  });

  test('a receipt is offered only for what was submitted', () => {
    const links = (state: typeof bid | typeof submitted) =>
      draw(<Standing bid={state} />)(`a[href="${paths.bidReceipt(bid.reference)}"]`).length;
    expect([links(bid), links(submitted)]).toEqual([0, 1]);
  });
});

describe('a receipt’s verdict', () => {
  const receipt = {
    kind: 'soundings-bid-receipt' as const,
    question: 'QQQQ2222',
    bid: 'H7K4QXM2',
    submission: 3,
    submittedAt: '2026-11-21T16:59:59.999Z',
    nonce: '',
    hash: '',
    signature: '',
    keyId: '',
    publicKey: '',
  };
  test.each([
    ['unreadable', { unreadable: true as const }, 'This is not a receipt'],
    ['not signed here', { signed: false, bodyFits: true, receipt }, 'was not signed by this installation'],
    ['changed around its text', { signed: true, bodyFits: false, receipt }, 'The signature is genuine, but'],
    ['without its text', { signed: true, bodyFits: null, receipt }, 'not what was submitted or when'],
    [
      'genuine',
      { signed: true, bodyFits: true, receipt },
      'submission 3 of bid H7K4-QXM2 for question QQQQ-2222 was recorded on 21 November 2026 at 4:59pm',
    ],
  ])('%s', (_, check, sentence) => {
    expect(textOf(<ReceiptVerdict check={check} />)).toContain(sentence);
  });

  test('an unsigned one is never called genuine, whatever its text', () => {
    for (const bodyFits of [true, false, null])
      expect(textOf(<ReceiptVerdict check={{ signed: false, bodyFits, receipt }} />)).not.toContain(
        'genuine',
      );
  });
});

describe('a refusal without its form', () => {
  test('tells every message once, whatever field it was about', () => {
    const reply = {
      result: {
        status: 'error' as const,
        initialValue: {},
        error: { '': ['Closed.'], part: ['Too long'], none: null },
      },
    };
    const $ = draw(<RefusalSummary reply={reply} />);
    expect(
      $('.govuk-error-summary__list li')
        .toArray()
        .map((node) => words($(node).text())),
    ).toEqual(['Closed.', 'Too long']);
  });

  test('shows nothing where nothing was refused', () => {
    expect(textOf(<RefusalSummary reply={undefined} />)).toBe('');
    expect(textOf(<RefusalSummary reply={{ result: { status: 'success', initialValue: {} } }} />)).toBe('');
  });

  test('a reply belongs to the form whose hidden fields were sent', () => {
    const reply = {
      result: { status: 'error' as const, initialValue: { person: 'A', role: 'editor' }, error: {} },
    };
    expect(replyFor(reply, { person: 'A' })).toBe(reply);
    expect(replyFor(reply, { person: 'B' })).toBeUndefined();
    expect(replyFor(reply, { person: 'A', organisation: 'B' })).toBeUndefined();
    expect(replyFor(undefined, { person: 'A' })).toBeUndefined();
  });
});
