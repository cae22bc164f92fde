import type { Choice } from './tasks/task';

/** Whether this installation may hold OFFICIAL-SENSITIVE. Off until its accreditation says otherwise. */
export const HOLDS_OFFICIAL_SENSITIVE = false;

export const MARKINGS: readonly Choice[] = [
  { value: 'OFFICIAL', label: 'OFFICIAL' },
  {
    value: 'OFFICIAL_SENSITIVE',
    label: 'OFFICIAL-SENSITIVE',
    hint: 'Only where this installation is allowed to hold it.',
  },
  { value: 'SECRET', label: 'SECRET or above' },
];

/** Why a marking cannot be used here; undefined where it can. */
export function markingRefusal(marking: string | undefined): string | undefined {
  if (marking === 'SECRET')
    return 'Soundings must not hold anything above OFFICIAL-SENSITIVE. Take this question to a system that is accredited for it, and remove what you typed here.';
  if (marking === 'OFFICIAL_SENSITIVE' && !HOLDS_OFFICIAL_SENSITIVE)
    return 'This installation holds OFFICIAL only. Write the question so that it can be OFFICIAL, or ask your administrator.';
  return undefined;
}

export const showMarking = (marking: string): string => marking.replace('_', '-');
