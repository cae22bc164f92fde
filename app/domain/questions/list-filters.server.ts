import { Prisma } from '~/platform/generated/prisma/client';
import { isAskedSql, isCommissionedSql } from './question-state.server';

export interface Filters {
  q?: string;
  threat: string[];
  strand: string[];
  enabler: string[];
  level: string[];
  priority: string[];
  route: string[];
  state: string[];
  team?: string;
}

const anyTag = (scheme: string) => Prisma.sql`SELECT FROM question_term l JOIN term ON term.id = l.term_id
  WHERE l.question_id = q.id AND term.scheme::text = ${scheme}`;

/** `none` asks for what carries no term of the kind, as the map counts it. */
const tagged = (scheme: string, slugs: string[]) => Prisma.sql`(EXISTS (${anyTag(scheme)}
    AND term.slug = ANY(${slugs})) OR (${slugs.includes('none')} AND NOT EXISTS (${anyTag(scheme)})))`;

/** The filters of the list as a condition on `q`, `r` (route) and `t` (team). Values of one filter widen, filters narrow. */
export function listFilters(filters: Filters, state: Prisma.Sql): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (filters.q) conditions.push(sharesAnyWord(filters.q));
  if (filters.threat.length > 0) conditions.push(tagged('threatArea', filters.threat));
  if (filters.strand.length > 0) conditions.push(tagged('strand', filters.strand));
  if (filters.enabler.length > 0) conditions.push(tagged('enabler', filters.enabler));
  if (filters.level.length > 0) conditions.push(tagged('level', filters.level));
  if (filters.priority.length > 0)
    conditions.push(Prisma.sql`EXISTS (SELECT FROM question_priority l JOIN priority p ON p.id = l.priority_id
      WHERE l.question_id = q.id AND p.reference = ANY(${filters.priority}))`);
  if (filters.route.length > 0) conditions.push(Prisma.sql`r.slug = ANY(${filters.route})`);
  if (filters.team) conditions.push(Prisma.sql`t.reference = ${filters.team}`);
  if (filters.state.length > 0) conditions.push(inState(filters.state, state));
  return Prisma.join(conditions, ' AND ');
}

function inState(states: string[], state: Prisma.Sql): Prisma.Sql {
  const any = [Prisma.sql`${state} = ANY(${states})`];
  if (states.includes('open')) any.push(Prisma.sql`${state} = 'clarificationsClosed'`);
  if (states.includes('asked')) any.push(isAskedSql('q'));
  if (states.includes('commissioned')) any.push(isCommissionedSql('q'));
  return Prisma.sql`(${Prisma.join(any, ' OR ')})`;
}

/** Any word, by its stem. Only what is published is in the index; of drafts a reader has few. */
const sharesAnyWord = (words: string) => Prisma.sql`(
  EXISTS (SELECT FROM ranked_document d WHERE d.subject = q.id AND d.words @@ soundings.any_word(${words}))
  OR (q.published_at IS NULL
    AND soundings.analyse(q.title, q.summary || ' ' || q.questions_asked) @@ soundings.any_word(${words})))`;
