import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { loadHarm } from '../../measures/harm/harm-figures.server';
import { readsAllHarm } from '../../measures/harm/harm-policy';
import { optionalDayInput } from '../../form-inputs';
import { query } from '../../query.server';
import { isAskedSql, isCommissionedSql } from '../../questions/question-state.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { showPeriod, wasInForce } from '../../strategy/written-date';
import { ukDay } from '../../uk-time';
import { aboutTerm } from '../about-term.server';
import { loadItemsAbout } from '../items-about.server';
import { mayRaiseQuestions, maySeeGaps } from '../map/map-policy';
import { loadAreaThen } from '../on-day/area-then.server';
import { areaOnDay, strandsEmptyOnDay } from '../on-day/area-on-day.server';
import { termsBesideSql } from '../on-day/known-on-day.server';
import type { ServedPriority } from '../served-priority';

/** A threat area: what it is, the priorities it serves, and what is asked, bought and known of it; or was on a day. */
export const threatAreaPage = query({
  name: 'insight.threatAreaPage',
  input: z.strictObject({ slug: z.string().max(100), on: optionalDayInput() }),
  visibleTo: (actor) => actor,
  read: async ({ db, actor, scope, input, now }) => {
    const known = await loadAreaThen(db, actor, input.slug, input.on);
    if (!known) return null;
    const { area, experts, on } = known;
    const day = input.on ?? ukDay(now);
    const below = on
      ? await areaOnDay(db, scope, area, on)
      : {
          items: await loadItemsAbout(db, scope, aboutTerm(area.id)),
          priorities: await prioritiesServed(db, area.id, day),
        };
    const seesGaps = maySeeGaps(actor);
    return {
      ...{ area, ...below, experts, day, asked: on !== null },
      harm: {
        figures: await loadHarm(db, actor, area.id, on && on.until),
        inside: readsAllHarm(actor),
      },
      gaps: !seesGaps
        ? null
        : on
          ? await strandsEmptyOnDay(db, actor, area.id, on)
          : await emptyStrands(db, actor, area.id, day),
      may: { raiseQuestions: mayRaiseQuestions(actor) },
    };
  },
});

/** Through the latest crosswalk of each set, or because the priority is the threat area itself. */
async function prioritiesServed(db: Db, termId: string, today: Date): Promise<ServedPriority[]> {
  const rows = await db.$queryRaw<
    (Omit<ServedPriority, 'when' | 'inForce'> & {
      startsOn: Date;
      endsOn: Date | null;
      startsWritten: string;
      endsWritten: string | null;
    })[]
  >`
    SELECT p.reference, p.name, s.document, s.kind::text AS kind, s.starts_on AS "startsOn", s.ends_on AS "endsOn",
      s.starts_written AS "startsWritten", s.ends_written AS "endsWritten", bool_or(mapped.verified) AS verified
    FROM (SELECT id AS priority_id, true AS verified FROM priority WHERE term_id = ${termId}::uuid
          UNION ALL
          SELECT e.priority_id, c.verified FROM crosswalk_entry e JOIN crosswalk c ON c.id = e.crosswalk_id
          WHERE e.term_id = ${termId}::uuid
            AND c.number = (SELECT max(x.number) FROM crosswalk x WHERE x.priority_set_id = c.priority_set_id)) mapped
    JOIN priority p ON p.id = mapped.priority_id AND p.retired_at IS NULL
    JOIN priority_set s ON s.id = p.priority_set_id
    GROUP BY p.id, s.id ORDER BY s.starts_on DESC, p.position`;
  return rows.map(({ startsOn, endsOn, startsWritten, endsWritten, ...priority }) => ({
    ...priority,
    when: showPeriod(startsWritten, endsWritten),
    inForce: wasInForce({ startsOn, endsOn }, today),
  }));
}

/** Strands on which nothing is asked, bought or known for this threat area. */
const emptyStrands = (db: Db, actor: Actor, termId: string, day: Date) =>
  db.$queryRaw<{ slug: string; name: string }[]>`
    SELECT strand.slug, strand.name FROM term strand
    WHERE strand.scheme = 'strand' AND strand.retired_at IS NULL AND NOT EXISTS (
        SELECT FROM question_term qs
        JOIN question_term qt ON qt.question_id = qs.question_id AND qt.term_id = ${termId}::uuid
        JOIN question q ON q.id = qs.question_id
        WHERE qs.term_id = strand.id AND ${questionsVisibleSql(actor, 'q')}
          AND (${isAskedSql('q')} OR ${isCommissionedSql('q')}))
      AND strand.id NOT IN (${termsBesideSql(termId, { day, past: false })})
    ORDER BY strand.position`;
