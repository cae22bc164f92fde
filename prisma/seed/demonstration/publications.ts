import { loadPublications } from '../publications';
import type { Play } from './replay/play';
import type { Happening } from './replay/timeline';

/** The real literature, taken in by a coordinator on the first day. */
export const publicationHappenings = (play: Play): Happening[] => [
  { daysAgo: 275, what: 'publications', run: async () => loadPublications(await play.as('eleanor')) },
];
