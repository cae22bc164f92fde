import { SCHEME_NAMES, type TermScheme } from '../../taxonomy/term';
import { showDate } from '../../uk-time';

export interface SharedTerm {
  scheme: TermScheme;
  name: string;
}

/** How much one shared term says: what somebody works on, then how, then where. */
export const TERM_WEIGHTS: Partial<Record<TermScheme, number>> = { threatArea: 3, enabler: 2, method: 2 };

export const weightOf = (terms: readonly SharedTerm[]): number =>
  terms.reduce((sum, { scheme }) => sum + (TERM_WEIGHTS[scheme] ?? 1), 0);

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

const MOST_WORDS = 6;

/** Why somebody and a question were brought together, in sentences a person can check. */
export function reasonsFor(terms: readonly SharedTerm[], words: readonly string[]): string[] {
  const schemes = [...new Set(terms.map(({ scheme }) => scheme))];
  const byTerm = schemes.map((scheme) => {
    const names = terms.filter((term) => term.scheme === scheme).map(({ name }) => name);
    return `${SCHEME_NAMES[scheme][names.length === 1 ? 'one' : 'many']}: ${list(names)}`;
  });
  return words.length === 0 ? byTerm : [...byTerm, `Words in common: ${list(words.slice(0, MOST_WORDS))}`];
}

export interface Hindrances {
  availability: 'available' | 'limited' | 'unavailable' | 'unstated';
  availableFrom: Date | string | null;
  walled: boolean;
  inTeam: boolean;
  onPanel: boolean;
  /** The clearance that the work needs and that they declare less of; for whoever may see what they declare. */
  shortOf?: string | null;
}

/** What stands in the way of inviting somebody; they are shown with it, never left out without a word. */
export function hindrancesOf(expert: Hindrances): string[] {
  const { availability, availableFrom, walled, inTeam, onPanel, shortOf } = expert;
  const until = availableFrom ? ` before ${showDate(availableFrom)}` : '';
  return [
    availability === 'unavailable' && `Not available${until}`,
    walled && 'A conflict of interest is confirmed for this question',
    inTeam && 'Belongs to the team that asks',
    onPanel && 'Is on the panel of this question',
    Boolean(shortOf) && `Declares less clearance than the work needs, ${shortOf}`,
  ].filter((reason): reason is string => reason !== false);
}
