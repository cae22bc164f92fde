import { SCHEME_NAMES } from '../../taxonomy/term';
import { inWords } from '../../insight/map/marks';
import type { SharedTerm } from './match-reasons';

/** What a list of suggested experts lacks, counted over those whom nothing holds back. */
export interface Missing {
  /** How many experts are looked at. */
  among: number;
  /** Terms of the question that none of them works on. */
  terms: SharedTerm[];
  /** Disciplines that none of them is of; empty where none states any. */
  disciplines: string[];
  /** Whose first work is known, and of how many it is at most `EARLY_YEARS` old. */
  dated: number;
  early: number;
  /** The organisation that most of them belong to. */
  organisation: { name: string; experts: number } | null;
}

/** A career that began with a first work this many years ago or later is taken to be early. */
export const EARLY_YEARS = 8;
/** With fewer than this, one organisation or one career stage says nothing. */
const LEAST = 4;
const MOST_NAMED = 5;

/** Who is missing, in sentences; none where nothing is. */
export function missingSentences({
  among,
  terms,
  disciplines,
  dated,
  early,
  organisation,
}: Missing): string[] {
  if (among === 0) return [];
  return [
    terms.length > 0 && `Nobody on this list works on ${list(terms.map(named))}.`,
    disciplines.length > 0 && `No discipline on this list is ${list(disciplines, 'or')}.`,
    dated >= LEAST &&
      early === 0 &&
      `None of them is early in a career: of the ${dated} whose first work is dated, all began more than ${inWords(EARLY_YEARS)} years ago.`,
    dated >= LEAST &&
      early === dated &&
      `All of them are early in a career: the first work of each is at most ${inWords(EARLY_YEARS)} years old.`,
    organisation &&
      among >= LEAST &&
      organisation.experts * 2 > among &&
      `${organisation.experts} of ${among} belong to one organisation, ${organisation.name}.`,
  ].filter((sentence): sentence is string => Boolean(sentence));
}

const named = ({ scheme, name }: SharedTerm) => `${SCHEME_NAMES[scheme].one.toLowerCase()} ${name}`;

function list(names: readonly string[], last = 'or'): string {
  const more = names.length - MOST_NAMED;
  const shown = more > 0 ? [...names.slice(0, MOST_NAMED), `${inWords(more)} more`] : names;
  return shown.length < 2
    ? shown.join('')
    : `${shown.slice(0, -1).join(', ')} ${more > 0 ? 'and' : last} ${shown.at(-1) ?? ''}`;
}
