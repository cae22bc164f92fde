/** Why an expert will not look at a question; the asking team reads it, coordinators count it. */
export const DECLINE_CODES = ['noTime', 'conflict', 'notMyField', 'clearance', 'other'] as const;
export type DeclineCode = (typeof DECLINE_CODES)[number];

export const DECLINE_LABELS: Record<DeclineCode, string> = {
  noTime: 'No time',
  conflict: 'A conflict of interest',
  notMyField: 'Not my field',
  clearance: 'Clearance that I do not hold',
  other: 'Another reason',
};

/** How one invitation was answered, in words for the asking team. */
export function invitationAnswer(invitation: {
  interestedAt: Date | null;
  declineCode: DeclineCode | null;
  declineWords: string;
}): string {
  if (invitation.interestedAt) return 'Interested';
  if (!invitation.declineCode) return 'Open';
  const label = DECLINE_LABELS[invitation.declineCode];
  return `Declined: ${invitation.declineWords || label.charAt(0).toLowerCase() + label.slice(1)}`;
}
