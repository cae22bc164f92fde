import type { Choice } from './task';

/** The six principles of the Government Social Research guidance on ethical assurance (2021). */
export const PRINCIPLES = [
  { slug: 'benefit', name: 'Clear and defined public benefit' },
  { slug: 'methods', name: 'Sound methods, and protection against bias' },
  { slug: 'protection', name: 'Data protection and secure handling' },
  { slug: 'consent', name: 'Specific, voluntary and informed consent' },
  { slug: 'participation', name: 'Participation of the groups it seeks to represent' },
  { slug: 'harm', name: 'Least possible personal and social harm' },
] as const;

export const RATINGS: readonly Choice[] = [
  { value: 'green', label: 'Green' },
  { value: 'amber', label: 'Amber' },
  { value: 'red', label: 'Red' },
];

export const PERSONAL_DATA: readonly Choice[] = [
  { value: 'none', label: 'No personal data' },
  { value: 'personal', label: 'Personal data' },
  { value: 'special', label: 'Special category data' },
  { value: 'criminalOffence', label: 'Criminal-offence data' },
];

export const LAWFUL_BASES: readonly Choice[] = [
  { value: 'publicTask', label: 'Public task' },
  { value: 'legitimateInterests', label: 'Legitimate interests' },
  { value: 'consent', label: 'Consent' },
  { value: 'legalObligation', label: 'Legal obligation' },
  { value: 'contract', label: 'Contract' },
  { value: 'vitalInterests', label: 'Vital interests' },
  { value: 'lawEnforcement', label: 'Law enforcement processing (Part 3, Data Protection Act 2018)' },
];

export const DPIA: readonly Choice[] = [
  { value: 'notNeeded', label: 'Not needed' },
  { value: 'toDo', label: 'Needed, not started' },
  { value: 'underWay', label: 'Under way' },
  { value: 'done', label: 'Done' },
];

export const VETTING: readonly Choice[] = [
  { value: 'none', label: 'None' },
  { value: 'bpss', label: 'Baseline personnel security standard' },
  { value: 'ctc', label: 'Counter-terrorist check' },
  { value: 'sc', label: 'Security check' },
  { value: 'nppv', label: 'Non-police personnel vetting' },
];

export const APPROVALS: readonly Choice[] = [
  { value: 'ethicsCommittee', label: 'Favourable opinion of a research ethics committee' },
  { value: 'dpia', label: 'Signed data protection impact assessment' },
  { value: 'dataSharing', label: 'Signed data-sharing agreement' },
  { value: 'dataAccess', label: 'Access to police or partner data' },
  { value: 'prisons', label: 'Approval for research in prisons or probation' },
  { value: 'vetting', label: 'Vetting of the people who do the work' },
];
