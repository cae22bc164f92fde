import { hasRole, type Actor } from '../../actor';
import { allowIf, type Verdict } from '../../policy';

/** Records of one file. Each is compared with all that is held, and all are taken in at once. */
export const MOST_IMPORTED = 500;
export const UNDO_HOURS = 24;
const HOUR_MS = 3_600_000;

/** What the place of a record counts, by format. */
export const placeWord = (format: string): string =>
  format === 'ods' ? 'Row' : format === 'csl-json' ? 'Item' : 'Line';

/** How the finding that a record may be the same as was found; `named` by a person. */
export type Match = 'doi' | 'title' | 'near' | 'named';
export const importChoices = ['take', 'same', 'skip'] as const;
export type ImportChoice = (typeof importChoices)[number];

export const mayImport = (actor: Actor): Verdict =>
  allowIf(hasRole(actor, 'coordinator'), 'Only a coordinator can import a bibliography.');

/**
 * What happens to a record that nobody looks at: new work is taken, work that is held already is not made twice, and
 * what is only nearly the same waits for a person.
 */
export function choiceByDefault(fault: string | null, match: Match | null): ImportChoice | null {
  if (fault !== null) return 'skip';
  if (match === null) return 'take';
  return match === 'near' ? null : 'same';
}

interface Stamps {
  carriedOutAt: Date | null;
  undoneAt: Date | null;
}

export type ImportState = 'dry run' | 'carried out' | 'undone';

export const importStateOf = ({ carriedOutAt, undoneAt }: Stamps): ImportState =>
  undoneAt ? 'undone' : carriedOutAt ? 'carried out' : 'dry run';

/** Why an import can no longer be undone; null while it can. */
export function whyNotUndone({ carriedOutAt, undoneAt }: Stamps, now: Date): string | null {
  if (!carriedOutAt) return 'Nothing was imported yet.';
  if (undoneAt) return 'This was undone already.';
  return now.getTime() >= carriedOutAt.getTime() + UNDO_HOURS * HOUR_MS
    ? `It was imported more than ${UNDO_HOURS} hours ago.`
    : null;
}
