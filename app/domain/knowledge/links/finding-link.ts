export const LINK_KINDS = ['supports', 'contradicts', 'protocolOf', 'includes'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

interface Words {
  /** What the finding does to the other one, read from its own page. */
  from: string;
  /** What the other one does to it, read from the page of the one that is linked to. */
  to: string;
  hint: string;
}

export const LINK_WORDS: Record<LinkKind, Words> = {
  supports: {
    from: 'Supports',
    to: 'Supported by',
    hint: 'It comes to the same conclusion by other data or another method.',
  },
  contradicts: {
    from: 'Contradicts',
    to: 'Contradicted by',
    hint: 'Both cannot hold as they stand, or it shows that the other one’s method cannot bear its conclusion.',
  },
  protocolOf: {
    from: 'Is the protocol of',
    to: 'Was planned in',
    hint: 'It says beforehand how the other one would be done. It is no result of its own.',
  },
  includes: {
    from: 'Includes',
    to: 'Included in',
    hint: 'It is a review, and the other one is among the studies it rests on.',
  },
};

/** Said of a pair, it holds both ways: the pages of both show the disagreement. */
export const isMutual = (kind: LinkKind): boolean => kind === 'contradicts';

/** Somebody whose word a coordinator confirmed says that another finding contradicts it. */
export const isContested = (links: readonly { kind: LinkKind; confirmed: boolean }[]): boolean =>
  links.some(({ kind, confirmed }) => kind === 'contradicts' && confirmed);

export type Direction = 'from' | 'to';

export const linkWords = (kind: LinkKind, direction: Direction): string =>
  LINK_WORDS[kind][isMutual(kind) ? 'from' : direction];
