import { z } from 'zod';
import { isMember, type Actor } from '../../actor';
import { readsPublished } from '../../knowledge/finding-policy';
import { query } from '../../query.server';
import { facetCounts } from '../facets/facet-counts.server';
import { facetsOf } from '../facets/facet';
import { offered, type Offered } from '../facets/narrowed-query';
import { NOUNS, type Noun } from '../language/fields';
import { LONGEST, readQuery } from '../language/query-language';
import { asksForSomething, isPlain } from '../language/query-tree';
import type { Problem } from '../language/tokens';
import { NO_HITS, type HitGroup } from '../results/hit';
import { hitGroups } from '../results/hit-groups.server';
import { amongTheBest, mayBeMore, mostCounted, searchesFor, type Sources } from '../results/searches.server';
import { suggestionsFor, vocabularySql, type Suggestions } from '../suggestions/suggestions.server';
import { expertSource, findingSource, organisationSource, questionSource } from './search-sources.server';

export interface SearchView {
  /** False when nothing was asked for, as with an empty box or words to leave out alone. */
  asked: boolean;
  /** Loose words alone, which the lists of questions and findings can be asked for too. */
  plain: boolean;
  /** What could not be read as it was meant, and was searched as words. */
  problems: Problem[];
  /** What was probably meant by words and terms that nothing holds. */
  suggestions: Suggestions;
  questions: HitGroup;
  findings: HitGroup;
  /** Null for those outside the network, who are not told of experts. */
  experts: HitGroup | null;
  /** Null for those to whom the directory is closed. */
  organisations: HitGroup | null;
  /** What narrows it, and what can. */
  facets: Offered;
  /** Where facets were counted among the first alone: how many of each noun at most. */
  countedFirst: number | null;
}

const NO_SUGGESTIONS: Suggestions = { words: [], terms: [] };
const SHOWN = 10;
/** Where one noun alone is asked for. */
export const SHOWN_OF_ONE = 100;
/** Hits of loose words that are looked at for each that is shown: some hold only what was learnt. */
const LOOKED_AT = 6;

/** One box over questions, findings, experts and organisations; each read is narrowed to what the actor may see. */
export const searchEverything = query({
  name: 'matching.searchEverything',
  input: z.strictObject({ q: z.string().max(LONGEST).default(''), of: z.enum(NOUNS).optional() }),
  visibleTo: (actor) => ({
    sources: (now: Date) => sourcesFor(actor, now),
    // Meanings are learnt of what the network reads.
    meaning: readsPublished(actor),
  }),
  read: async ({ db, actor, scope, input: { q, of }, now }): Promise<SearchView> => {
    const typed = readQuery(q);
    const { tree, problems } = typed;
    const plain = tree !== null && isPlain(tree);
    const sources = scope.sources(now);
    const searches = await searchesFor(tree, { db, actor, now, sources, meaning: scope.meaning });
    const shown = of ? SHOWN_OF_ONE : SHOWN;
    const looked = searches
      .filter(({ noun }) => noun === (of ?? noun))
      .map((search) => amongTheBest(search, shown * LOOKED_AT));
    const readable = [sources.question.readable, sources.finding.readable];
    const besides = tree ? vocabularySql(tree, readable) : [];
    const [groups, counted] = await Promise.all([
      hitGroups(db, looked, shown),
      facetCounts(db, { actor, now }, searches, besides),
    ]);
    const { counts, totals } = counted;
    const groupOf = (noun: Noun): HitGroup => {
      const search = searches.find((one) => one.noun === noun);
      const { hits } = groups.get(noun) ?? NO_HITS;
      const total = Math.max(totals[noun] ?? 0, hits.length);
      const orMore = search !== undefined && mayBeMore(search, total);
      return { hits, total, orMore, more: orMore || total > hits.length };
    };
    return {
      asked: tree !== null && asksForSomething(tree),
      plain,
      problems,
      questions: groupOf('question'),
      findings: groupOf('finding'),
      experts: sources.expert && groupOf('expert'),
      organisations: sources.organisation && groupOf('organisation'),
      suggestions: tree
        ? await suggestionsFor(db, tree, counted.besides, {
            readable,
            groups: [groupOf('expert'), groupOf('organisation')],
          })
        : NO_SUGGESTIONS,
      facets: offered(q, typed, facetsOf(counts), sumOf(totals)),
      countedFirst: searches.some((search) => mayBeMore(search, totals[search.noun] ?? 0))
        ? mostCounted(plain)
        : null,
    };
  },
});

const sourcesFor = (actor: Actor, now: Date): Sources => ({
  question: questionSource(actor, now),
  finding: findingSource(actor),
  expert: isMember(actor) ? expertSource() : null,
  organisation: isMember(actor) ? organisationSource() : null,
});

const sumOf = (totals: Partial<Record<Noun, number>>): number =>
  Object.values(totals).reduce((sum, number) => sum + number, 0);
