/** Sentences where the name of a fact, taken apart, does not read well. */
const WORDS: Record<string, string> = {
  PersonSignedIn: 'Signed in',
  PersonJoined: 'Joined Soundings',
  PersonChangedDetails: 'Details were changed',
  AttemptWasDenied: 'An attempt was denied',
  QuestionHasClosed: 'The question closed',
  ExpressionsHaveClosed: 'Expressions of interest closed',
  MilestoneIsDue: 'A milestone became due',
  PersonWasErased: 'The person was erased; what was personal can no longer be read',
  ImpactWasRecorded: 'An impact was recorded',
  TrailWasRead: 'The trail was read',
};

/** What happened, in words: `FindingWasPublished` → “Finding was published”. */
export function factWords(name: string): string {
  const written = WORDS[name];
  if (written) return written;
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
