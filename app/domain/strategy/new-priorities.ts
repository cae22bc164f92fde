import { refuseField, type Refusal } from '../refusal';
import { slugFromName } from '../taxonomy/wording';

/** Names of priorities as typed: each has one of its own. Null where nothing is wrong with them. */
export function wrongWithNames(names: readonly string[]): Refusal | null {
  const slugs = names.map(slugFromName);
  if (new Set(slugs).size < slugs.length || slugs.includes(''))
    return refuseField('PrioritiesRepeat', 'priorities', 'Each priority needs a name of its own, one a line');
  return null;
}

interface Making {
  names: readonly string[];
  areas: readonly { id: string; name: string }[];
  newId: () => string;
  newReference: () => string;
}

/** Rows of the priorities of a new set; one that bears the name of a threat area is that. */
export const newPriorities = ({ names, areas, newId, newReference }: Making) =>
  names.map((name, index) => ({
    id: newId(),
    reference: newReference(),
    slug: slugFromName(name),
    name,
    position: index + 1,
    termId: areas.find((area) => area.name.toLowerCase() === name.toLowerCase())?.id ?? null,
  }));
