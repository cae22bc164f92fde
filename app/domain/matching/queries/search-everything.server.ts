import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { isMember } from '../../actor';
import { readsPublished } from '../../knowledge/finding-policy';
import { showKind } from '../../people/organisations/organisation';
import { query } from '../../query.server';
import { stateLabel, type QuestionOutcome, type QuestionState } from '../../questions/question';
import type { Noun } from '../language/fields';
import { LONGEST, readQuery } from '../language/query-language';
import { wantedOf, type Wanted } from '../language/query-sql.server';
import { isText, soughtText } from '../language/sql/text.server';
import { asksForSomething, isPlain } from '../language/query-tree';
import type { Problem } from '../language/tokens';
import { meaningOf } from '../ranking/meaning/latest-space.server';
import { WORD_SETTINGS } from '../ranking/best-by-words.server';
import { rankedOrder } from '../ranking/ranked-order.server';
import { HIT_END, HIT_START, snippetParts, type SnippetPart } from '../snippet';
import {
  expertSource,
  findingSource,
  organisationSource,
  questionSource,
  type Source,
} from './search-sources.server';

export interface Hit {
  reference: string;
  title: string;
  /** State, year, organisation or kind: one short fact. */
  fact: string;
  snippet: SnippetPart[];
}

export interface HitGroup {
  hits: Hit[];
  /** There are more than are shown. */
  more: boolean;
}

export interface SearchView {
  /** False when nothing was asked for, as with an empty box or words to leave out alone. */
  asked: boolean;
  /** Loose words alone, which the lists of questions and findings can be asked for too. */
  plain: boolean;
  /** What could not be read as it was meant, and was searched as words. */
  problems: Problem[];
  questions: HitGroup;
  findings: HitGroup;
  /** Null for those outside the network, who are not told of experts. */
  experts: HitGroup | null;
  /** Null for those to whom the directory is closed. */
  organisations: HitGroup | null;
}

const SHOWN = 10;
/** Rows that match, looked at before ranking. */
const CANDIDATES = 1000;
/** More than any rank by cover density. */
const BELOW = 1e9;
/** Letters of the text that stand for a snippet where no word was asked for. */
const EXTRACT = 180;

interface Found {
  reference: string;
  title: string;
  fact: string | null;
  state: QuestionState | null;
  outcome: QuestionOutcome | null;
  snippet: string;
}

/** One box over questions, findings, experts and organisations; each read is narrowed to what the actor may see. */
export const searchEverything = query({
  name: 'matching.searchEverything',
  input: z.strictObject({ q: z.string().max(LONGEST).default('') }),
  visibleTo: (actor) => ({
    question: (now: Date) => questionSource(actor, now),
    finding: () => findingSource(actor),
    expert: isMember(actor) ? expertSource : null,
    organisation: isMember(actor) ? organisationSource : null,
    // Meanings are learnt of what the network reads.
    meaning: readsPublished(actor),
  }),
  read: async ({ db, actor, scope, input, now }): Promise<SearchView> => {
    const { tree, problems } = readQuery(input.q);
    const asked = tree !== null && asksForSomething(tree);
    const text = asked ? soughtText(tree) : '';
    const meaning = text !== '' && scope.meaning ? await meaningOf(db, text) : null;
    const sources = { question: scope.question(now), finding: scope.finding() };
    const wantedFrom = (noun: Noun, { texts }: Source) =>
      asked ? wantedOf(noun, tree, { actor, now }, texts) : null;
    const wanted = {
      question: wantedFrom('question', sources.question),
      finding: wantedFrom('finding', sources.finding),
    };
    const ranked = RANKED_NOUNS.filter((noun) => text !== '' && wanted[noun]);
    const plain = asked && isPlain(tree);
    const orders = await rankedOrder(
      db,
      { text, meaning },
      ranked.map((noun) => sources[noun].readable),
      { ...WORD_SETTINGS, most: plain ? WORD_SETTINGS.most : MOST_RANKED },
    );
    const orderOf = (noun: Noun): Order | undefined => {
      const ids = orders[ranked.findIndex((other) => other === noun)];
      if (!ids || !tree) return undefined;
      if (plain) return { ids: ids.slice(0, ENOUGH), whole: ids.length > 0 };
      return { ids, whole: isText(tree) && ids.length > 0 && ids.length < MOST_RANKED };
    };
    const group = (noun: Noun, source: Source, given = wantedFrom(noun, source)) =>
      best(db, source, given, { noun, order: orderOf(noun) });
    return {
      asked,
      plain,
      problems,
      questions: await group('question', sources.question, wanted.question),
      findings: await group('finding', sources.finding, wanted.finding),
      experts: scope.expert && (await group('expert', scope.expert())),
      organisations: scope.organisation && (await group('organisation', scope.organisation())),
    };
  },
});

/** A noun's rows by the words that are looked for, best first. */
interface Order {
  ids: string[];
  /** No other row can hold what is asked for, or stand among the first. */
  whole: boolean;
}

const RANKED_NOUNS = ['question', 'finding'] as const;
const MOST_RANKED = 500;
/** Of loose words, of which a row holds any: those that are shown, and some that hold only what was learnt. */
const ENOUGH = 60;

const NONE: HitGroup = { hits: [], more: false };

const HEADLINE = `StartSel=${HIT_START}, StopSel=${HIT_END}, MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "`;

/** Ranked by words and meaning where the noun is, else by cover density; then the latest first. */
async function best(
  db: Db,
  source: Source,
  wanted: Wanted | null,
  { noun, order }: { noun: Noun; order: Order | undefined },
): Promise<HitGroup> {
  if (!wanted) return NONE;
  const { sought } = wanted;
  const text = Prisma.sql`translate(left(text, 5000), ${HIT_START + HIT_END}, '')`;
  const snippet = sought
    ? Prisma.sql`ts_headline('soundings.words'::regconfig, ${text}, ${sought}, ${HEADLINE})`
    : Prisma.sql`CASE WHEN length(text) > ${EXTRACT} THEN left(${text}, ${EXTRACT}) || ' …' ELSE ${text} END`;
  const rows = await db.$queryRaw<Found[]>`
    WITH candidate AS (${candidates(source, wanted, order)}),
    top AS (SELECT * FROM candidate ORDER BY rank DESC, place, id LIMIT ${SHOWN + 1})
    SELECT reference, title, fact, state, outcome, ${snippet} AS snippet
    FROM top ORDER BY rank DESC, place, id`;
  const hits = rows.slice(0, SHOWN).map((row): Hit => ({
    reference: row.reference,
    title: row.title,
    fact: factOf(row, noun),
    snippet: snippetParts(row.snippet),
  }));
  return { hits, more: rows.length > SHOWN };
}

function candidates(
  { columns, from, document, id }: Source,
  { condition, sought }: Wanted,
  order: Order | undefined,
): Prisma.Sql {
  if (!sought)
    return Prisma.sql`SELECT ${columns}, 0 AS rank FROM ${from} AND ${condition} ORDER BY place, id LIMIT ${CANDIDATES}`;
  const byCover = (below: number) => Prisma.sql`
    SELECT ${columns}, ts_rank_cd(${document}, ${sought}) - ${below}::float AS rank FROM ${from} AND ${condition}`;
  if (!order || !id) return Prisma.sql`${byCover(0)} LIMIT ${CANDIDATES}`;
  const { ids, whole } = order;
  const inOrder = Prisma.sql`SELECT ${columns}, 1 + ${ids.length} - array_position(${ids}::uuid[], ${id}) AS rank
    FROM ${from} AND ${id} = ANY(${ids}::uuid[]) AND ${condition}`;
  // Fields find what holds none of the words, or leave out those that are best by them.
  return whole
    ? inOrder
    : Prisma.sql`${inOrder} UNION ALL (${byCover(BELOW)} AND NOT ${id} = ANY(${ids}::uuid[]) LIMIT ${CANDIDATES})`;
}

function factOf({ state, outcome, fact }: Found, noun: Noun): string {
  if (noun === 'organisation') return showKind(fact ?? '');
  return [state ? stateLabel(state, outcome) : '', fact ?? ''].filter((part) => part !== '').join(', ');
}
