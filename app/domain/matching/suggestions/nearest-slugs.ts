import { editDistance } from '../language/nearest';
import type { TypedTerm } from './replaced';

/** A term by its slug, with a name it goes by. */
export interface KnownTerm {
  field: string;
  slug: string;
  name: string;
}

export interface UnknownTerm extends TypedTerm {
  nearest: string[];
}

const MOST_OFFERED = 3;

const slugOf = (text: string): string => text.toLowerCase().replaceAll(' ', '-');

/** As the language reads it: a slug, the beginning of one up to a hyphen, or a name. */
const isCalled = (typed: string, { slug, name }: KnownTerm): boolean =>
  slug === slugOf(typed) ||
  slug.startsWith(`${slugOf(typed)}-`) ||
  name.toLowerCase() === typed.toLowerCase();

/** To the slug or the name as a whole, or to the nearest word of them. */
function distanceTo(typed: string, { slug, name }: KnownTerm): number {
  const word = slugOf(typed).slice(0, 60);
  const whole = [slug, slugOf(name)];
  const parts = whole.flatMap((text) => text.split('-')).filter((part) => part.length > 2);
  return Math.min(...[...whole, ...parts].map((text) => editDistance(word, text)));
}

/** Values that no term of their field goes by, each with the slugs that are most like it, several where they are equally so. */
export function unknownTerms(typed: readonly TypedTerm[], known: readonly KnownTerm[]): UnknownTerm[] {
  return typed.flatMap(({ field, value }) => {
    const terms = known.filter((term) => term.field === field);
    if (value === 'none' || terms.some((term) => isCalled(value, term))) return [];
    const distances = new Map<string, number>();
    for (const term of terms) {
      const distance = distanceTo(value, term);
      distances.set(term.slug, Math.min(distance, distances.get(term.slug) ?? Infinity));
    }
    const least = Math.min(...distances.values());
    const nearest = [...distances.keys()]
      .filter((slug) => distances.get(slug) === least)
      .sort()
      .slice(0, MOST_OFFERED);
    return [{ field, value, nearest }];
  });
}
