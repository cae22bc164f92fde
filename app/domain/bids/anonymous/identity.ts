import type { BidContent, BidPrice, BidQuality } from '../content/bid-content';

/** What would tell who bids: as it is typed by the bidder somewhere else in Soundings. */
export interface Identity {
  people: string[];
  organisations: string[];
  addresses: string[];
}

const HIDDEN = '[hidden]';
const SHORTEST_SURNAME = 4;
const ADDRESS = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,200}\.\p{L}{2,20}/gu;

const escaped = (text: string): string =>
  text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`);

/** The whole name, and a surname long enough not to be a word of every text. */
const namesOf = (name: string): string[] => {
  const surname = name.trim().split(/\s+/).at(-1) ?? '';
  return surname.length >= SHORTEST_SURNAME && surname !== name.trim() ? [name, surname] : [name];
};

/** Longest first, so that a whole name goes before its surname. */
function wordsOf({ people, organisations, addresses }: Identity): string[] {
  const words = [...people.flatMap(namesOf), ...organisations, ...addresses].map((word) =>
    word.normalize('NFC').trim(),
  );
  return [...new Set(words.filter((word) => word.length > 1))].toSorted((a, b) => b.length - a.length);
}

const patternOf = (words: readonly string[]): RegExp | null =>
  words.length === 0
    ? null
    : new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words.map(escaped).join('|')})(?![\p{L}\p{N}])`, 'giu');

const withPeople = (identity: Identity, { people }: BidQuality): Identity => ({
  ...identity,
  people: [...identity.people, ...people.map(({ name }) => name).filter((name) => name.trim() !== '')],
});

const hiderOf = (identity: Identity): ((text: string) => string) => {
  const pattern = patternOf(wordsOf(identity));
  return (text) => {
    const plain = text.normalize('NFC').replaceAll(ADDRESS, HIDDEN);
    return pattern ? plain.replaceAll(pattern, HIDDEN) : plain;
  };
};

/** A bid as the panel reads it while bidders are hidden: without names, organisations and addresses. */
export function hideInQuality(quality: BidQuality, identity: Identity): BidQuality {
  const hide = hiderOf(withPeople(identity, quality));
  return {
    summary: hide(quality.summary),
    answers: Object.fromEntries(Object.entries(quality.answers).map(([id, text]) => [id, hide(text)])),
    people: quality.people.map(({ role, narrative }, index) => ({
      name: `Person ${index + 1}`,
      role: hide(role),
      narrative: hide(narrative),
    })),
    milestones: quality.milestones.map((one) => ({ ...one, title: hide(one.title) })),
    references: hide(quality.references),
    confidential: quality.confidential.map((one) => ({ ...one, reason: hide(one.reason) })),
    otherBids: { ...quality.otherBids, details: quality.otherBids.details === '' ? '' : HIDDEN },
  };
}

export function hideInPrice(price: BidPrice, identity: Identity): BidPrice {
  const hide = hiderOf(identity);
  return {
    ...price,
    lines: price.lines.map((line) => ({ ...line, role: hide(line.role) })),
    otherCosts: price.otherCosts.map((cost) => ({ ...cost, title: hide(cost.title) })),
  };
}

export const hideInText = (text: string, identity: Identity): string => hiderOf(identity)(text);

export interface Given {
  /** The slug of the section that gives it away. */
  section: string;
  words: string[];
}

type Titled = { slug: string; criterion?: { id: string }; requirement?: { id: string } };

const textOf = ({ quality, price }: BidContent, section: Titled): string => {
  const answered = section.criterion?.id ?? section.requirement?.id;
  if (answered) return quality.answers[answered] ?? '';
  switch (section.slug) {
    case 'summary':
      return quality.summary;
    case 'people':
      return quality.people.map(({ role, narrative }) => `${role}\n${narrative}`).join('\n');
    case 'plan':
      return quality.milestones.map(({ title }) => title).join('\n');
    case 'references':
      return quality.references;
    case 'confidential':
      return quality.confidential.map(({ reason }) => reason).join('\n');
    case 'price':
      return [...price.lines.map(({ role }) => role), ...price.otherCosts.map(({ title }) => title)].join(
        '\n',
      );
    default:
      return '';
  }
};

/** Where a bid says who bids, section by section, in the words found there. */
export function whatGivesAway(content: BidContent, sections: readonly Titled[], identity: Identity): Given[] {
  const pattern = patternOf(wordsOf(withPeople(identity, content.quality)));
  return sections.flatMap((section) => {
    const text = textOf(content, section).normalize('NFC');
    const found = [...text.matchAll(ADDRESS), ...(pattern ? text.matchAll(pattern) : [])].map(
      ([word]) => word,
    );
    const words = [...new Set(found)];
    return words.length > 0 ? [{ section: section.slug, words }] : [];
  });
}
