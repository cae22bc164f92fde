import { labelOf, readStored } from '../tasks/task';
import { dataFields } from '../tasks/ethics';
import { VETTING } from '../tasks/ethics-choices';

/** National security vetting from the lowest up. Vetting for police work is apart from it: nobody declares that here. */
const LADDER = ['BPSS', 'CTC', 'SC', 'DV'] as const;
export type ClearanceLevel = (typeof LADDER)[number];

/** What the people who do the work of a question need, as its team said before publication; null for none. */
export function clearanceNeeded(dataProtection: unknown): { level: ClearanceLevel; name: string } | null {
  const { vetting } = readStored(dataFields, dataProtection);
  const level = LADDER.find((one) => one === vetting?.toUpperCase());
  return level ? { level, name: `${labelOf(VETTING, vetting)} (${level})` } : null;
}

export interface DeclaredClearance {
  level: string | null;
  expires: Date | string | null;
}

export type ClearanceStanding = 'enough' | 'below' | 'expired' | 'unstated';

/**
 * Declared clearance filters and never scores. Nothing declared is unknown, not too little; on the day on which it
 * expires it still counts.
 */
export function clearanceStanding(
  needed: ClearanceLevel,
  { level, expires }: DeclaredClearance,
  day: Date,
): ClearanceStanding {
  const held = LADDER.findIndex((one) => one === level);
  if (held === -1) return 'unstated';
  if (held < LADDER.indexOf(needed)) return 'below';
  return expires !== null && new Date(expires) < day ? 'expired' : 'enough';
}
