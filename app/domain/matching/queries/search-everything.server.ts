import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { isMember } from '../../actor';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { stateLabel, type QuestionOutcome, type QuestionState } from '../../questions/question';
import { questionStateSql } from '../../questions/question-state.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { expertDocumentSql, findingDocumentSql, questionDocumentSql } from '../documents.server';
import {
  asksForSomething,
  HIT_END,
  HIT_START,
  readSearchWords,
  snippetParts,
  type SnippetPart,
} from '../search-words';
import { wordsQuerySql } from '../words-query.server';

export interface Hit {
  reference: string;
  title: string;
  /** State, year or organisation: one short fact. */
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
  questions: HitGroup;
  findings: HitGroup;
  /** Null for those outside the network, who are not told of experts. */
  experts: HitGroup | null;
}

const SHOWN = 10;
/** Rows that match any word, looked at before ranking. */
const CANDIDATES = 1000;

interface Found {
  reference: string;
  title: string;
  fact: string | null;
  state: QuestionState | null;
  outcome: QuestionOutcome | null;
  snippet: string;
}

/** One box over questions, findings and experts; each read is narrowed to what the actor may see. */
export const searchEverything = query({
  name: 'matching.searchEverything',
  input: z.strictObject({ q: z.string().max(400).default('') }),
  visibleTo: (actor) => ({
    questions: questionsVisibleSql(actor, 'q'),
    findings: findingsVisibleSql(actor, 'f'),
    experts: isMember(actor),
  }),
  read: async ({ db, scope, input, now }): Promise<SearchView> => {
    const words = readSearchWords(input.q);
    if (!asksForSomething(words))
      return { asked: false, questions: NONE, findings: NONE, experts: scope.experts ? NONE : null };
    const wanted = wordsQuerySql(words);
    const questions = await best(db, wanted, {
      document: questionDocumentSql('q'),
      columns: Prisma.sql`q.id, q.reference, q.title, r.name AS fact, ${questionStateSql(now, 'q')} AS state,
        q.outcome::text AS outcome, q.summary || ' ' || q.questions_asked || ' ' || q.background AS text`,
      from: Prisma.sql`question q JOIN route r ON r.id = q.route_id
        WHERE ${scope.questions} AND q.published_at IS NOT NULL AND q.merged_into_id IS NULL`,
    });
    const findings = await best(db, wanted, {
      document: findingDocumentSql('v'),
      columns: Prisma.sql`f.id, f.reference, v.title, v.year::text AS fact, NULL AS state, NULL AS outcome,
        v.key_messages || ' ' || v.summary || ' ' || v.methods AS text`,
      from: Prisma.sql`finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
        AND v.published_at IS NOT NULL WHERE ${scope.findings} AND f.merged_into_id IS NULL AND f.retracted_at IS NULL`,
    });
    const experts = scope.experts ? await bestExperts(db, wanted) : null;
    return { asked: true, questions, findings, experts };
  },
});

const NONE: HitGroup = { hits: [], more: false };

interface Source {
  document: Prisma.Sql;
  columns: Prisma.Sql;
  from: Prisma.Sql;
}

const HEADLINE = `StartSel=${HIT_START}, StopSel=${HIT_END}, MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "`;

/** Candidates by index, ranked by cover density, the title weighing most; snippets for those that are shown. */
async function best(db: Db, wanted: Prisma.Sql, { document, columns, from }: Source): Promise<HitGroup> {
  const rows = await db.$queryRaw<Found[]>`
    WITH candidate AS (
      SELECT ${columns}, ts_rank_cd(${document}, ${wanted}) AS rank
      FROM ${from} AND ${document} @@ ${wanted} LIMIT ${CANDIDATES}
    ), top AS (SELECT * FROM candidate ORDER BY rank DESC, id LIMIT ${SHOWN + 1})
    SELECT reference, title, fact, state, outcome,
      ts_headline('soundings.words'::regconfig, translate(left(text, 5000), ${HIT_START + HIT_END}, ''), ${wanted}, ${HEADLINE})
        AS snippet
    FROM top ORDER BY rank DESC, id`;
  return groupOf(rows);
}

/** By name, by what they say of their work and by the terms they name. */
const bestExperts = (db: Db, wanted: Prisma.Sql): Promise<HitGroup> => {
  const terms = Prisma.sql`coalesce((SELECT string_agg(t.name || ' ' || array_to_string(t.aliases, ' '), ' ')
    FROM expert_term x JOIN term t ON t.id = x.term_id WHERE x.person_id = p.id), '')`;
  return best(db, wanted, {
    document: Prisma.sql`(${expertDocumentSql('e')} || soundings.document(p.name, ${terms}, ''))`,
    columns: Prisma.sql`p.id, p.reference, p.name AS title, NULL AS state, NULL AS outcome,
      (SELECT o.name FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
        WHERE a.person_id = p.id AND a.ends_on IS NULL ORDER BY a.starts_on DESC LIMIT 1) AS fact,
      e.summary || ' ' || e.interests || ' ' || ${terms} AS text`,
    from: Prisma.sql`expert_profile e JOIN person p ON p.id = e.person_id
      WHERE e.listed AND p.verified_at IS NOT NULL AND p.suspended_at IS NULL AND p.erased_at IS NULL
        AND p.merged_into_id IS NULL`,
  });
};

function groupOf(rows: Found[]): HitGroup {
  const hits = rows.slice(0, SHOWN).map(({ reference, title, fact, state, outcome, snippet }): Hit => ({
    reference,
    title,
    fact: [state ? stateLabel(state, outcome) : '', fact ?? ''].filter((part) => part !== '').join(', '),
    snippet: snippetParts(snippet),
  }));
  return { hits, more: rows.length > SHOWN };
}
