/** How far one version has come. */
export type VersionState = 'draft' | 'submitted' | 'returned' | 'declined' | 'published';

/** How far a finding has come: that of its first version until it is published, then its own. */
export type FindingState = VersionState | 'superseded' | 'retracted';

export interface VersionStamps {
  submittedAt: Date | null;
  returnedAt: Date | null;
  declinedAt: Date | null;
  publishedAt: Date | null;
}

export interface FindingStamps {
  publishedAt: Date | null;
  supersededAt: Date | null;
  retractedAt: Date | null;
}

export function versionStateOf(version: VersionStamps): VersionState {
  if (version.publishedAt) return 'published';
  if (version.declinedAt) return 'declined';
  if (version.returnedAt) return 'returned';
  return version.submittedAt ? 'submitted' : 'draft';
}

/** `latest` is the version of the highest number; a new version of a published finding does not change its state. */
export function stateOf(finding: FindingStamps, latest: VersionStamps): FindingState {
  if (finding.retractedAt) return 'retracted';
  if (finding.supersededAt) return 'superseded';
  if (finding.publishedAt) return 'published';
  return versionStateOf(latest);
}

/** A version that its author can still change. */
export const isOpenToChange = (state: VersionState): boolean => state === 'draft' || state === 'returned';

/** A finding that is still what Soundings stands by. */
export const stands = (state: FindingState): boolean => state === 'published';

export const STATE_WORDS: Record<FindingState, string> = {
  draft: 'Draft',
  submitted: 'Waiting for review',
  returned: 'Returned for changes',
  declined: 'Declined',
  published: 'Published',
  superseded: 'Superseded',
  retracted: 'Retracted',
};

export const STUDY_TYPES = {
  review: 'Review of evidence',
  impact: 'Impact evaluation',
  process: 'Process evaluation',
  descriptive: 'Descriptive or statistical study',
  qualitative: 'Qualitative study',
  method: 'Method or tool',
  expertJudgement: 'Expert judgement',
  grey: 'Other report',
  notStated: 'Not stated',
} as const;
export type StudyType = keyof typeof STUDY_TYPES;
export const studyTypes = Object.keys(STUDY_TYPES) as [StudyType, ...StudyType[]];

export type Confidence = 'low' | 'moderate' | 'high';

/** What a bibliographic record must state before it is appraised or used. */
export const MUST_BE_STATED = { keyMessages: 'key messages', limits: 'limits', licence: 'licence' } as const;

/** What is still not stated, in the words of the page. */
export const notStated = (version: { keyMessages: string; limits: string; licence: string }): string[] =>
  (Object.keys(MUST_BE_STATED) as (keyof typeof MUST_BE_STATED)[])
    .filter((field) => version[field].trim() === '')
    .map((field) => MUST_BE_STATED[field]);

/** What a draft lacks before a coordinator can look at it. */
export const missingForReview = (draft: {
  title: string;
  authors: number;
  year: number | null;
}): string[] => [
  ...(draft.title.trim() === '' ? ['a title'] : []),
  ...(draft.authors === 0 ? ['at least one author'] : []),
  ...(draft.year === null ? ['the year'] : []),
];

/** Stands for an author who agreed to publish but not to be named. */
export const UNNAMED_AUTHOR = 'A member of the network';

/** A finding that stands and whose day to be looked at again has passed is not current until somebody confirms it. */
export const needsReview = (state: FindingState, reviewBy: Date | null, today: Date): boolean =>
  state === 'published' && reviewBy !== null && reviewBy < today;
