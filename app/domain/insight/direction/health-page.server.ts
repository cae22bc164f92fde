import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { checklistOf, isRecent, missingOf } from '../../strategy/objectives/completeness';
import { loadFrameworksOnDay } from '../../strategy/on-day/frameworks-on-day.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import { loadSetsOnDay } from '../../strategy/on-day/sets-on-day.server';
import { mayKeepStrategy } from '../../strategy/strategy-policy';
import { wasInForce } from '../../strategy/written-date';
import { inUseThenSql } from '../../taxonomy/in-use-then.server';
import { ukDay } from '../../uk-time';
import { mayReadScores } from './direction-policy';
import { objectivesOnDay } from './health.server';

/** Whether the strategy fits: what each objective lacks, what has no recent evidence, which threat area has no objective. */
export const healthPage = query({
  name: 'insight.healthPage',
  input: z.strictObject({ on: optionalDayInput() }),
  visibleTo: (actor) => mayReadScores(actor),
  read: async ({ db, actor, scope, input, now }) => {
    if (!isAllowed(scope)) return null;
    const day = input.on ?? ukDay(now);
    const until = await knownUntil(db, day);
    const all = await loadFrameworksOnDay(db, until);
    const frameworks = all.filter((one) => !one.enteredSince && wasInForce(one, day));
    const slugs = frameworks.map(({ slug }) => slug);
    const chosen = Prisma.sql`w.slug = ANY(${slugs}::text[])`;
    const objectives = await objectivesOnDay(db, actor, { chosen, until });
    const sets = (await loadSetsOnDay(db, until)).filter((set) => !set.enteredSince && wasInForce(set, day));
    const areas = await areasOnDay(db, until);
    const covered = new Set(objectives.flatMap((objective) => objective.areas));
    const coveredBySet = new Map(
      sets.flatMap((set) =>
        set.priorities.flatMap((priority) => priority.areas.map(({ slug }) => [slug, set.document] as const)),
      ),
    );
    return {
      day,
      asked: input.on !== undefined,
      frameworks: frameworks.map(({ slug, document }) => ({
        slug,
        document,
        objectives: objectives
          .filter((objective) => objective.framework === slug)
          .map((objective) => ({
            reference: objective.reference,
            name: objective.name,
            checklist: checklistOf(objective),
            missing: missingOf(objective),
            recent: isRecent(objective.latestYear, day),
            latestYear: objective.latestYear,
          })),
      })),
      orphans: areas
        .filter(({ slug }) => !covered.has(slug))
        .map((area) => ({ ...area, set: coveredBySet.get(area.slug) ?? null })),
      may: { describe: isAllowed(mayKeepStrategy(actor)) },
    };
  },
});

const areasOnDay = (db: Db, until: Date): Promise<{ slug: string; name: string }[]> => db.$queryRaw`
  SELECT t.slug, coalesce(said.name, t.name) AS name FROM term t
  LEFT JOIN LATERAL (SELECT v.name FROM term_version v WHERE v.term_id = t.id AND v.recorded_at < ${until}
    ORDER BY v.number DESC LIMIT 1) said ON true
  WHERE t.scheme = 'threatArea' AND t.parent_id IS NULL AND ${inUseThenSql('t', until)}
  ORDER BY t.position, t.slug`;
