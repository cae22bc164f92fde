import type { ReorganisationKind } from '~/domain/succession/reorganisation';

interface Told {
  kind: ReorganisationKind;
  ending: readonly string[];
  following: readonly string[];
  newName?: string | null;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** “North Force and South Force merge into Union Force”. */
export function reorganisationTitle({ kind, ending, following, newName }: Told): string {
  const [who, whom] = [listed(ending), listed(following)];
  if (kind === 'rename') return `${who}: new name ${newName ?? ''}`;
  if (kind === 'merge') return `${who} ${ending.length > 1 ? 'merge' : 'merges'} into ${whom}`;
  if (kind === 'splitOff') return `${whom} ${following.length > 1 ? 'split' : 'splits'} off from ${who}`;
  return kind === 'split' ? `${who} splits into ${whom}` : `${who} closes, followed by ${whom}`;
}
