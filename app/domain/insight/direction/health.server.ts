import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import type { ObjectiveSaid } from '../../strategy/objectives/completeness';
import { termNameThenSql } from '../../taxonomy/in-use-then.server';
import { calledThenSql } from '../../strategy/on-day/organisations-then.server';
import { numberThenSql } from '../../knowledge/finding-then.server';
import { stoodThenSql } from '../on-day/items-by-then.server';

export interface ObjectiveOnDay extends ObjectiveSaid {
  reference: string;
  name: string;
  framework: string;
  rationale: string;
  areas: string[];
  areaNames: string[];
  /** Year of the latest finding that says something for or against it. */
  latestYear: number | null;
}

/** What the measures of an objective `i` were called that had been piloted and not retired. */
const measuresThen = (until: Date): Prisma.Sql => Prisma.sql`(
    SELECT string_agg(said.name, '; ' ORDER BY said.name) FROM measure m
    LEFT JOIN LATERAL (SELECT b.* FROM measure_before b WHERE b.measure_id = m.id AND b.held_until >= ${until}
      ORDER BY b.held_until, b.id LIMIT 1) b ON true
    CROSS JOIN LATERAL (SELECT coalesce(b.name, m.name) AS name, coalesce(b.state, m.state) AS state,
      CASE WHEN b.id IS NULL THEN m.item_id ELSE b.item_id END AS item_id) said
    WHERE m.id IN (SELECT id FROM measure WHERE item_id = i.id
        UNION SELECT measure_id FROM measure_before WHERE item_id = i.id)
      AND said.item_id = i.id AND m.piloted_at < ${until} AND said.state <> 'retired')`;

/** Objectives `i`, chosen by themselves or by their framework `w`, as they were known by an instant. One statement. */
export const objectivesOnDay = (
  db: Db,
  actor: Actor,
  { chosen, until }: { chosen: Prisma.Sql; until: Date },
): Promise<ObjectiveOnDay[]> => db.$queryRaw<ObjectiveOnDay[]>`
  SELECT i.reference, i.name, w.slug AS framework, coalesce(${calledThenSql('organisation', 'o', until)}, nullif(v.owner_words, '')) AS owner,
    coalesce(nullif(v.measure, ''), ${measuresThen(until)}, '') AS measure, v.cost_pounds AS "costPounds", v.due_on AS "dueOn",
    coalesce(v.rationale, '') AS rationale,
    ARRAY(SELECT t.slug FROM objective_area a JOIN term t ON t.id = a.term_id WHERE a.objective_version_id = v.id
      ORDER BY t.position, t.slug) AS areas,
    ARRAY(SELECT ${termNameThenSql('t', until)} FROM objective_area a JOIN term t ON t.id = a.term_id
      WHERE a.objective_version_id = v.id ORDER BY t.position, t.slug) AS "areaNames",
    known.findings, known.latest AS "latestYear"
  FROM framework_item i JOIN framework w ON w.id = i.framework_id
  LEFT JOIN LATERAL (SELECT * FROM objective_version x WHERE x.framework_item_id = i.id AND x.recorded_at < ${until}
    ORDER BY x.number DESC LIMIT 1) v ON true
  LEFT JOIN organisation o ON o.id = v.owner_organisation_id
  CROSS JOIN LATERAL (SELECT count(DISTINCT f.id)::int AS findings, max(fv.year)::int AS latest
    FROM finding_direction d JOIN finding f ON f.id = d.finding_id
    JOIN finding_version fv ON fv.finding_id = f.id AND fv.number = ${numberThenSql('f', until)}
    WHERE d.framework_item_id = i.id AND d.recorded_at < ${until}
      AND coalesce(d.replaced_at >= ${until}, true) AND ${stoodThenSql('f', until)} AND ${findingsVisibleSql(actor, 'f')}) known
  WHERE ${chosen}
  ORDER BY w.starts_on DESC, w.slug, i.position`;
