import { counts, KIND_NAMES, type InterestKind } from '../interest-kind';
import type { Bidder } from '../bidders.server';

export interface OwnEntry {
  kind: InterestKind;
  /** Whoever it is about, and every body that is one with it; none where it is words alone. */
  aboutIds: string[];
  name: string;
  note: string;
  fromOn: Date | null;
  untilOn: Date | null;
}

export interface Prefilled {
  about: string[];
  kinds: InterestKind[];
  details: string;
}

/** What one's own register says about the people and organisations of the list; null where it says nothing. */
export function prefilledFrom(
  entries: OwnEntry[],
  listed: Bidder[],
  { day, years }: { day: Date; years: number },
): Prefilled | null {
  const touching = entries.flatMap((entry) => {
    if (!counts(entry, day, years)) return [];
    const names = listed.filter(({ id, name }) =>
      entry.aboutIds.length > 0
        ? entry.aboutIds.includes(id)
        : name.toLowerCase() === entry.name.toLowerCase(),
    );
    return names.map((bidder) => ({ entry, bidder }));
  });
  if (touching.length === 0) return null;
  const lines = touching.map(({ entry, bidder }) =>
    [`${KIND_NAMES[entry.kind].name}: ${bidder.name}`, entry.note].filter(Boolean).join('. '),
  );
  return {
    about: [...new Set(touching.map(({ bidder }) => bidder.reference))],
    kinds: [...new Set(touching.map(({ entry }) => entry.kind))],
    details: [...new Set(lines)].join('\n').slice(0, 2000),
  };
}
