import { SummaryList } from '~/ui/content/summary-list';

interface Shared {
  words: string[];
  concepts: string[];
  areas: string[];
  members: string[];
  reach: string[];
}

const listed = (items: readonly string[]) => (items.length === 0 ? 'None' : items.join(', '));

/** Why two look alike: what both speak of, in whatever words, and what they share to the word. */
export function AlikeWords({ shared }: { shared: Shared }) {
  return (
    <SummaryList
      rows={[
        { key: 'Both speak of', value: listed(shared.concepts) },
        { key: 'Shared remit', value: listed(shared.areas) },
        { key: 'Shared strands and levels', value: listed(shared.reach) },
        { key: 'Shared members', value: listed(shared.members) },
        { key: 'Shared words, the rarest first', value: listed(shared.words) },
      ]}
    />
  );
}

export const showLikeness = (score: number): string => `${Math.round(score * 100)} of 100`;
