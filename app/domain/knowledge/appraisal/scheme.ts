import type { StudyType } from '../finding';
import { EMMIE } from './emmie';
import { MARYLAND } from './maryland';
import { QUALITATIVE } from './qualitative';
import type { Item, Scheme } from './scheme-parts';

export type SchemeName = 'maryland' | 'emmie' | 'qualitative';

export const SCHEMES: Record<SchemeName, Scheme> = {
  maryland: MARYLAND,
  emmie: EMMIE,
  qualitative: QUALITATIVE,
};

/** The scheme that fits a kind of study; null as long as nobody has said what kind it is. */
export function schemeFor(studyType: StudyType): SchemeName | null {
  if (studyType === 'notStated') return null;
  if (studyType === 'impact') return 'maryland';
  return studyType === 'review' ? 'emmie' : 'qualitative';
}

export const itemsOf = (scheme: SchemeName): readonly Item[] =>
  SCHEMES[scheme].parts.flatMap(({ items }) => items);

/** The chosen value of each item, by the item's key. */
export type Answers = Record<string, string>;

/** Keys of the items that have no answer, or one that the scheme does not know. */
export const unanswered = (scheme: SchemeName, answers: Answers): string[] =>
  itemsOf(scheme)
    .filter(({ key, choices }) => !choices.some(({ value }) => value === answers[key]))
    .map(({ key }) => key);

/** Answers of the scheme's own items alone. */
export const onlyOf = (scheme: SchemeName, answers: Answers): Answers =>
  Object.fromEntries(itemsOf(scheme).map(({ key }) => [key, answers[key] ?? '']));

export const answerLabel = ({ choices }: Item, value: string | undefined): string =>
  choices.find((choice) => choice.value === value)?.label ?? 'No answer';

/** Keys of the items that two people answered differently. */
export const differences = (scheme: SchemeName, one: Answers, other: Answers): string[] =>
  itemsOf(scheme)
    .map(({ key }) => key)
    .filter((key) => one[key] !== other[key]);
