import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { loadSetsOnDay } from '../../strategy/on-day/sets-on-day.server';
import { showPeriod, wasInForce } from '../../strategy/written-date';
import { inUseThenSql, termNameThenSql } from '../../taxonomy/in-use-then.server';
import type { About } from '../items-about.server';
import { toldBy } from '../kept-findings.server';
import type { ServedPriority } from '../served-priority';
import { askedByThenSql, noticedByThenSql, settledByThenSql } from './items-by-then.server';
import { loadItemsOnDay } from './items-on-day.server';
import type { OnDay } from './on-day';
import { termsBesideSql } from './known-on-day.server';
import { tagsOnDay } from '../../taxonomy/tags-on-day.server';

/** The priorities that a threat area served on a past day, and what was asked and known of it. */
export async function areaOnDay(db: Db, actor: Actor, of: { id: string; slug: string }, on: OnDay) {
  return {
    items: await loadItemsOnDay(db, actor, aboutTermOnDay(of.id, on.until), on),
    priorities: await servedOnDay(db, of.slug, on),
  };
}

/** Questions and findings that were tagged with a term or one of its parts. */
export function aboutTermOnDay(termId: string, until: Date): About {
  const terms = Prisma.sql`(SELECT id FROM term WHERE id = ${termId}::uuid OR parent_id = ${termId}::uuid)`;
  const tagged = (noun: 'question' | 'finding') => Prisma.sql`
    SELECT x.${Prisma.raw(`${noun}_id`)} FROM ${tagsOnDay(`${noun}_term`, until)} x WHERE x.term_id IN ${terms}`;
  return { termId, questions: tagged('question'), findings: tagged('finding') };
}

async function servedOnDay(db: Db, slug: string, { day, until }: OnDay): Promise<ServedPriority[]> {
  const sets = (await loadSetsOnDay(db, until)).filter(({ enteredSince }) => !enteredSince);
  return sets.flatMap((set) =>
    set.priorities
      .filter(({ areas }) => areas.some((area) => area.slug === slug))
      .map(({ reference, name }) => ({
        ...{ reference, name, document: set.document, kind: set.kind },
        when: showPeriod(set.startsWritten, set.endsWritten),
        inForce: wasInForce(set, day),
        verified: set.crosswalk?.verified ?? true,
      })),
  );
}

/** Strands on which nothing was asked, bought or known for a threat area. Inside the network. */
export const strandsEmptyOnDay = (db: Db, actor: Actor, termId: string, on: OnDay) => {
  const { until } = on;
  const tags = tagsOnDay('question_term', until);
  const bought = Prisma.sql`SELECT FROM award a WHERE a.question_id = q.id AND ${noticedByThenSql(until)}`;
  return db.$queryRaw<{ slug: string; name: string }[]>`
    WITH waiting AS (SELECT q.id FROM question q
      WHERE q.id = ANY(ARRAY(SELECT b.question_id FROM ${tags} b WHERE b.term_id = ${termId}::uuid))
        AND ${askedByThenSql('q', until)} AND ${questionsVisibleSql(actor, 'q')} AND coalesce(q.answered_at >= ${until}, true)
        AND CASE WHEN EXISTS (${bought}) THEN EXISTS (${bought} AND coalesce(a.closed_at >= ${until}, true))
          ELSE NOT ${settledByThenSql('q', until)} END),
    asked AS (SELECT DISTINCT s.term_id FROM ${tags} s WHERE s.question_id = ANY(ARRAY(SELECT id FROM waiting))),
    known AS (${termsBesideSql(termId, toldBy(on))})
    SELECT t.slug, ${termNameThenSql('t', until)} AS name FROM term t
    WHERE t.scheme = 'strand' AND ${inUseThenSql('t', until)}
      AND t.id NOT IN (SELECT term_id FROM asked UNION ALL SELECT term_id FROM known)
    ORDER BY t.position`;
};
