import { KIND_NAMES, type InterestKind } from '../interest-kind';

export type EvidenceSource =
  'self' | 'affiliation' | 'colleague' | 'address' | 'work' | 'award' | 'bid' | 'register' | 'body';

/** One thing found between a person and a bid. `sourceId` is the same whenever the same thing is found again. */
export interface Found {
  personId: string;
  bidId: string;
  kind: InterestKind;
  source: EvidenceSource;
  sourceId: string;
  /** The other side: somebody or a body that stands in the bid. */
  other: string;
  title: string;
  since: number | null;
  until: number | null;
}

export const keyOf = ({ source, sourceId }: Found): string => `${source}:${sourceId}`;

function years({ since, until }: Found): string {
  if (since && until) return since === until ? ` (${since})` : ` (${since} to ${until})`;
  if (until) return ` (until ${until})`;
  return since ? ` (since ${since})` : '';
}

/** What was found, to stand after the person's name. Another competition is never named by a bid that only stood in it. */
export function wordsOf(found: Found): string {
  const { other, title, since } = found;
  switch (found.source) {
    case 'self':
      return 'stands in this bid';
    case 'affiliation':
      return `${found.until ? 'belonged' : 'belongs'} to ${other}${years(found)}`;
    case 'colleague':
      return `was at ${title} at the same time as ${other}`;
    case 'address':
      return `has an e-mail address of ${other} (${title})`;
    case 'work':
      return `wrote “${title}” (${since}) with ${other}`;
    case 'award':
      return `won “${title}” (${since}) with ${other}`;
    case 'bid':
      return `stood in another bid (${since}) with ${other}`;
    case 'body':
      return `has an interest in the bid of ${title}, which is one body with ${other} now`;
    case 'register':
      return `declared in their register: ${KIND_NAMES[found.kind].name.toLowerCase()}, ${other}${years(found)}${title ? `. ${title}` : ''}`;
  }
}
