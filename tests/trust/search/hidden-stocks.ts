import type { Stock } from './grammar-queries';

/** A word that only what is hidden holds. */
export const WORD = 'zirconium';
/** The same with a slip: whoever may not know of the word may not be offered it either. */
const SLIP = 'zircnoium';

/** What is asked about a row that is hidden: its own words and values, and those of its neighbours. */
export const DRAFT: Stock = {
  words: [WORD, SLIP, 'dredgers', 'dredgres', 'ports', 'quay', 'harbuor'],
  values: {
    threat: ['fraud', 'none'],
    team: ['quay'],
    author: ['me', 'ritter'],
    budget: ['77777', '>1', '<90k'],
    findings: ['0'],
    gap: ['yes', 'no'],
    year: ['2026', '>2000', 'none'],
    state: ['open', 'asked'],
  },
};

export const FINDING: Stock = {
  words: [WORD, SLIP, 'dredgers', 'dredgres', 'interviews', 'intervews', 'night', 'lamp'],
  values: {
    threat: ['fraud', 'none'],
    confidence: ['high', 'high,moderate', 'none'],
    gap: ['yes', 'no'],
    findings: ['0', '>0', '1', '2', '>=2'],
    year: ['1999', '<2000', '1998..2020'],
    author: [WORD, 'me'],
    type: ['process', 'review'],
    released: ['no', 'yes'],
    ratings: ['0', '>0'],
    stale: ['yes', 'no'],
    priority: ['none'],
    origin: ['questions', 'shared'],
  },
};

export const BID: Stock = {
  words: ['quay', WORD, 'ports'],
  values: {
    bids: ['0', '>0', '1', '2', '>=1', '<9'],
    'bid-by': ['me'],
    organisation: ['bidding', 'me'],
    author: [WORD],
    state: ['open'],
    threat: ['fraud'],
  },
};

export const RATING: Stock = {
  words: ['lamp', 'interviews', 'intervews', WORD],
  values: {
    rated: ['5', '>4', '>3', '<=2'],
    ratings: ['4', '5', '>4', '0', '<5'],
    'rated-by': [WORD, 'me'],
    stale: ['yes', 'no'],
    priority: ['"follow the money"', 'none', 'second'],
    year: ['2020'],
    released: ['yes'],
  },
};

export const PROFILE: Stock = {
  words: [WORD, SLIP, 'keller', 'dredging', 'dredgign', 'intervews'],
  values: {
    language: ['xhosa'],
    region: [WORD, 'none', 'wales'],
    availability: ['available', 'none'],
    threat: ['none', 'fraud'],
    method: ['none'],
    discipline: ['none'],
    stale: ['yes', 'no'],
    organisation: ['me'],
  },
};

export const AWARD: Stock = {
  words: ['weir', 'ports'],
  values: {
    state: ['decided', 'in-evaluation', 'asked', 'commissioned', 'in-evaluation,open'],
    route: ['funding-call'],
    threat: ['cyber'],
    released: ['yes'],
    budget: ['>1'],
  },
};
