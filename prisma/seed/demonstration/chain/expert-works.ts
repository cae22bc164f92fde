import { chooseOwnWorks } from '~/domain/knowledge/commands/choose-own-works.server';
import { offerOwnWorks } from '~/domain/knowledge/commands/offer-own-works.server';
import { database } from '~/platform/db.server';
import { AUTHORS_WITH_WORKS, EXPERT_WORKS, UNDECIDED, type WorkStory } from '../content/expert-works';
import { EXPERTS } from '../content/experts';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';

const VENUES = { article: 'Invented journal of the demonstration', chapter: 'Invented collection of the demonstration' };

/** Experts bring the works of their records, and say which are theirs. */
export const expertWorkHappenings = (play: Play): Happening[] =>
  AUTHORS_WITH_WORKS.map((key) => ({ daysAgo: 272, what: `${key} brings works`, run: () => bring(play, key) }));

async function bring(play: Play, key: string): Promise<void> {
  const works = EXPERT_WORKS.filter(({ authors }) => authors.includes(key));
  await play.does(key, offerOwnWorks, { source: 'orcid', works: works.map((work, index) => offered(work, index + 1)) });
  const undecided = UNDECIDED.filter(([author]) => author === key).map(([, title]) => title);
  const own = await database().expertWork.findMany({
    where: { personId: play.person(key).id, title: { notIn: undecided } },
    orderBy: { sourceId: 'asc' },
  });
  await play.does(key, chooseOwnWorks, { choice: 'take', works: own.map(({ id }) => id) });
}

const offered = ({ authors, ...work }: WorkStory, place: number) => ({
  ...work,
  sourceId: String(place),
  venue: VENUES[work.kind as keyof typeof VENUES] ?? 'Invented papers of the demonstration',
  doi: null,
  webAddress: null,
  role: 'author',
  authors: authors.map(nameOf),
});

/** Somebody of the cast by name; whoever else wrote with them has no account. */
const nameOf = (author: string): string => EXPERTS.find(({ key }) => key === author)?.name ?? author;
