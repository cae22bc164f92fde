export const INTEREST_KINDS = [
  'employer',
  'collaborator',
  'coAuthor',
  'adviser',
  'personal',
  'financial',
  'family',
  'administrative',
] as const;
export type InterestKind = (typeof INTEREST_KINDS)[number];

export const KIND_NAMES: Record<InterestKind, { name: string; hint: string }> = {
  employer: { name: 'Employer', hint: 'You work or worked there, or for them' },
  collaborator: { name: 'Collaborator', hint: 'You worked together on a project or a bid' },
  coAuthor: { name: 'Co-author', hint: 'You wrote or published something together' },
  adviser: { name: 'Adviser', hint: 'You advised or supervised them, or they you' },
  personal: { name: 'Personal', hint: 'A close friendship, or a dispute' },
  financial: { name: 'Financial', hint: 'Money, shares, fees or property' },
  family: { name: 'Family', hint: 'A relative, or a partner' },
  administrative: { name: 'Administrative', hint: 'You manage, fund, inspect or regulate them' },
};

/** These count for ever; every other kind for some years after it ended. */
const FOR_EVER: readonly InterestKind[] = ['personal', 'family'];

/** Whether an interest counts on a day: it has begun, and it lasts, or ended no more than so many years ago. */
export function counts(
  interest: { kind: InterestKind; fromOn: Date | null; untilOn: Date | null },
  day: Date,
  years: number,
): boolean {
  if (interest.fromOn && interest.fromOn > day) return false;
  if (FOR_EVER.includes(interest.kind) || !interest.untilOn) return true;
  const last = new Date(interest.untilOn);
  last.setUTCFullYear(last.getUTCFullYear() + years);
  return last >= day;
}
