import { cosine, raritiesIn, stemsOf } from './rarity';

export interface StatedFunction {
  id: string;
  purpose: string;
  level: string;
  areas: readonly string[];
}

export interface LikeFunction {
  otherId: string;
  likeness: number;
  words: string[];
}

/** Half of what two functions say is the same; or a quarter, about the same threat. Round figures, fitted to nothing. */
export const SAME_WORDS = 0.5;
export const SAME_WORDS_AND_AREA = 0.25;
const MOST_WORDS = 8;

/** In a register of few these would weigh as much as what is meant. */
const FUNCTION_WORDS = new Set(
  stemsOf(
    'the and for with from that this their its it in on at by of to or as is are was be has have not through over under into out up off than then them they who which where when what how within between across per would does do no nor but if so such other another each any all more most',
  ).keys(),
);

function meantIn(purpose: string): Map<string, string> {
  return new Map([...stemsOf(purpose)].filter(([stem]) => !FUNCTION_WORDS.has(stem)));
}

/** Others at the level of one whose function says nearly the same, likest first. */
export function likeFunctions(all: readonly StatedFunction[], id: string): LikeFunction[] {
  const texts = new Map(all.map((one) => [one.id, meantIn(one.purpose)]));
  const tells = raritiesIn([...texts.values()].map((stems) => stems.keys()));
  const own = all.find((one) => one.id === id);
  const ownStems = texts.get(id);
  if (!own || !ownStems) return [];
  return all
    .filter((other) => other.id !== id && other.level === own.level)
    .flatMap((other) => {
      const stems = texts.get(other.id) ?? new Map<string, string>();
      const likeness = cosine(new Set(ownStems.keys()), new Set(stems.keys()), tells);
      const near = other.areas.some((area) => own.areas.includes(area));
      if (likeness < (near ? SAME_WORDS_AND_AREA : SAME_WORDS)) return [];
      const words = [...ownStems]
        .filter(([stem]) => stems.has(stem))
        .toSorted(([a], [b]) => tells(b) - tells(a) || a.localeCompare(b))
        .slice(0, MOST_WORDS)
        .map(([, word]) => word);
      return [{ otherId: other.id, likeness, words }];
    })
    .toSorted((a, b) => b.likeness - a.likeness || a.otherId.localeCompare(b.otherId));
}
