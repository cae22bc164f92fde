import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { isMember } from '../../actor';
import { showKind } from '../../people/organisations/organisation';
import { query } from '../../query.server';
import { stateLabel, type QuestionOutcome, type QuestionState } from '../../questions/question';
import type { Noun } from '../language/fields';
import { LONGEST, readQuery } from '../language/query-language';
import { wantedOf, type Wanted } from '../language/query-sql.server';
import { asksForSomething, isPlain } from '../language/query-tree';
import type { Problem } from '../language/tokens';
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
  }),
  read: async ({ db, actor, scope, input, now }): Promise<SearchView> => {
    const { tree, problems } = readQuery(input.q);
    const asked = tree !== null && asksForSomething(tree);
    const group = (noun: Noun, source: Source) =>
      asked ? best(db, source, wantedOf(noun, tree, { actor, now }, source.texts), noun) : NONE;
    return {
      asked,
      plain: asked && isPlain(tree),
      problems,
      questions: await group('question', scope.question(now)),
      findings: await group('finding', scope.finding()),
      experts: scope.expert && (await group('expert', scope.expert())),
      organisations: scope.organisation && (await group('organisation', scope.organisation())),
    };
  },
});

const NONE: HitGroup = { hits: [], more: false };

const HEADLINE = `StartSel=${HIT_START}, StopSel=${HIT_END}, MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "`;

/** Ranked by cover density, the title weighing most, then the latest first; snippets for those that are shown. */
async function best(db: Db, source: Source, wanted: Wanted | null, noun: Noun): Promise<HitGroup> {
  if (!wanted) return NONE;
  const { columns, from, document } = source;
  const { condition, sought } = wanted;
  const rank = sought ? Prisma.sql`ts_rank_cd(${document}, ${sought})` : Prisma.sql`0`;
  // Where words rank, sorting before would mean reading every text that holds one of them.
  const order = sought ? Prisma.empty : Prisma.sql`ORDER BY place, id`;
  const text = Prisma.sql`translate(left(text, 5000), ${HIT_START + HIT_END}, '')`;
  const snippet = sought
    ? Prisma.sql`ts_headline('soundings.words'::regconfig, ${text}, ${sought}, ${HEADLINE})`
    : Prisma.sql`CASE WHEN length(text) > ${EXTRACT} THEN left(${text}, ${EXTRACT}) || ' …' ELSE ${text} END`;
  const rows = await db.$queryRaw<Found[]>`
    WITH candidate AS (
      SELECT ${columns}, ${rank} AS rank FROM ${from} AND ${condition} ${order} LIMIT ${CANDIDATES}
    ), top AS (SELECT * FROM candidate ORDER BY rank DESC, place, id LIMIT ${SHOWN + 1})
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

function factOf({ state, outcome, fact }: Found, noun: Noun): string {
  if (noun === 'organisation') return showKind(fact ?? '');
  return [state ? stateLabel(state, outcome) : '', fact ?? ''].filter((part) => part !== '').join(', ');
}
