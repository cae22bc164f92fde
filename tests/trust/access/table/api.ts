import { ASKING_TEAM } from '../roles';
import { always, hiddenBut, toAll, toNobody, type Door, type Row } from '../rule';
import { DISCUSSION } from './discussion';
import { FINDINGS } from './findings';
import { PEOPLE } from './people';
import { QUESTIONS } from './questions';

const PAGES = [...FINDINGS, ...QUESTIONS, ...DISCUSSION, ...PEOPLE];
const DOORS: Record<string, Door> = { open: 'open', members: 'token of a member' };

/** Programs read what people read: the rule is that of the page, by a token instead of a session. */
function asPage(route: string, page = route): Row {
  const row = PAGES.find((one) => one.route === page);
  const door = DOORS[row?.door ?? ''];
  if (!row || !door) throw new Error(`No page ${page} is read by programs.`);
  return { ...row, route: `api/v1/${route}`, door };
}

export const API: Row[] = [
  asPage('findings'),
  asPage('findings/:reference'),
  asPage('findings/:reference/ratings', 'findings/:reference'),
  asPage('findings/:reference/comments', 'findings/:reference/discussion'),
  {
    ...asPage('findings/:reference/citation', 'findings/:reference'),
    // There is nothing to cite before publication.
    states: {
      ...asPage('findings/:reference').states,
      draft: toNobody,
      'in review': toNobody,
    },
  },
  asPage('questions'),
  asPage('questions/:reference'),
  asPage('questions/:reference/comments', 'questions/:reference/discussion'),
  {
    route: 'api/v1/questions/:reference/draft',
    door: 'token',
    of: 'question',
    states: { draft: hiddenBut(...ASKING_TEAM), 'awaiting approval': toNobody, open: toNobody },
  },
  asPage('experts'),
  asPage('experts/:reference'),
  asPage('organisations'),
  asPage('organisations/:reference'),
  { route: 'api/v1/search/findings', door: 'open', states: always(toAll), query: '?q=ports' },
  { route: 'api/v1/search/questions', door: 'open', states: always(toAll), query: '?q=ports' },
  { route: 'api/v1/search/experts', door: 'token of a member', states: always(toAll), query: '?q=ports' },
  {
    route: 'api/v1/search/organisations',
    door: 'token of a member',
    states: always(toAll),
    query: '?q=ports',
  },
  { route: 'api/v1/terms', door: 'open', states: always(toAll) },
  { route: 'api/v1/priorities', door: 'open', states: always(toAll) },
  { route: 'api/v1/*', door: 'open', states: always(toNobody) },
];
