import type { Db } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { newestResults, type Result } from '../../matching/saved/newest-results.server';
import { actorOf } from '../../people/queries/actor-of.server';
import type { SealedFact } from '../../reactions.server';
import { pages } from '../addresses';
import { rulesAbout, textOf } from './rule.server';

/** Results that a letter names; the page has the others. */
const MOST_NAMED = 20;

const about = rulesAbout(async (db: Db, fact: SealedFact) => {
  const saved = await db.savedSearch.findUnique({
    where: { id: textOf(fact, 'savedSearchId') ?? fact.id },
    include: { known: { where: { foundAt: new Date(textOf(fact, 'foundAt') ?? 0) } } },
  });
  if (!saved || saved.alert === 'never') return null;
  const actor = await actorOf(saved.personId, { storedId: null, secondFactorAt: saved.savedAt });
  if (!actor?.secondFactorPassed) return null;
  const among = saved.known.map(({ nounId }) => nounId);
  const { query } = saved;
  const results = await newestResults(db, { query, actor, now: actor.asOf, most: MOST_NAMED, among });
  return { saved, results };
});

const line = ({ noun, title, reference }: Result): string => {
  const page = noun === 'question' ? pages.question : pages.finding;
  return `${title.replaceAll(/\s+/g, ' ')}\n${env.SOUNDINGS_BASE_URL}${page(reference)}`;
};

/** What may be read is judged again when the owner is told: only what they find and see by then is named. */
export const savedSearchNotices = [
  about('SavedSearchHasFoundMore', ({ thing: { saved, results } }) =>
    Promise.resolve(
      results.length === 0
        ? null
        : {
            personIds: [saved.personId],
            subject: `New results: ${saved.name}`,
            body: [
              `New for your saved search “${saved.name}”:`,
              ...results.map(line),
              'There you also change how often you hear of it:',
            ].join('\n\n'),
            path: pages.savedSearches(),
          },
    ),
  ),
];
