import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { readsPublished } from '../../knowledge/finding-policy';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { impactsVisibleSql } from '../../ratings/impact/impact-visibility.server';
import { referenceInput } from '../../reference-input';
import { showPeriod, wasInForce } from '../../strategy/written-date';
import { ukDay } from '../../uk-time';
import { loadItemsAbout } from '../items-about.server';
import { mayRaiseQuestions } from '../map-policy';
import { findingPrioritySql } from '../priority-links.server';
import { loadRatedFindings } from '../rated-findings.server';

export interface UsedLine {
  reference: string;
  decision: string;
  organisation: string;
  decidedOn: Date;
  finding: string;
}

/** A priority and everything below it: asked, bought, known and used. */
export const priorityPage = query({
  name: 'insight.priorityPage',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => actor,
  read: async ({ db, actor, scope, input, now }) => {
    const priority = await db.priority.findUnique({
      where: { reference: input.reference },
      select: {
        id: true,
        reference: true,
        name: true,
        retiredAt: true,
        prioritySetId: true,
        term: { select: { slug: true, name: true } },
        prioritySet: {
          select: {
            slug: true,
            document: true,
            kind: true,
            standing: true,
            startsOn: true,
            endsOn: true,
            startsWritten: true,
            endsWritten: true,
          },
        },
      },
    });
    if (!priority) return null;
    const { prioritySet: set, prioritySetId, ...own } = priority;
    const inside = readsPublished(actor);
    const items = await loadItemsAbout(db, scope, {
      questions: Prisma.sql`SELECT question_id FROM question_priority WHERE priority_id = ${own.id}::uuid`,
      findings: findingIds(own.id, inside),
    });
    return {
      priority: own,
      set: {
        ...set,
        when: showPeriod(set.startsWritten, set.endsWritten),
        inForce: wasInForce(set, ukDay(now)),
      },
      areas: await mappedAreas(db, { id: own.id, prioritySetId }),
      items,
      findings: await loadRatedFindings(db, actor, {
        priorityId: own.id,
        findings: findingIds(own.id, inside),
        now,
      }),
      used: await usedFor(db, actor, own.id),
      may: { raiseQuestions: mayRaiseQuestions(actor) },
    };
  },
});

const findingIds = (priorityId: string, inside: boolean): Prisma.Sql =>
  Prisma.sql`SELECT linked.id FROM (${findingPrioritySql(inside)}) linked WHERE linked.priority_id = ${priorityId}::uuid`;

const mappedAreas = (db: Db, { id, prioritySetId }: { id: string; prioritySetId: string }) =>
  db.$queryRaw<{ slug: string; name: string; verified: boolean }[]>`
    SELECT t.slug, t.name, c.verified FROM crosswalk c JOIN crosswalk_entry e ON e.crosswalk_id = c.id
    JOIN term t ON t.id = e.term_id
    WHERE c.priority_set_id = ${prioritySetId}::uuid AND e.priority_id = ${id}::uuid
      AND c.number = (SELECT max(number) FROM crosswalk WHERE priority_set_id = ${prioritySetId}::uuid)
    ORDER BY t.position`;

/** Decisions that name this priority, the latest first. */
const usedFor = (db: Db, actor: Actor, priorityId: string): Promise<UsedLine[]> =>
  db.$queryRaw<UsedLine[]>`
    SELECT i.reference, i.decision, o.name AS organisation, i.decided_on AS "decidedOn", v.title AS finding
    FROM impact_record i JOIN organisation o ON o.id = i.organisation_id
    JOIN finding f ON f.id = i.finding_id
    JOIN finding_version v ON v.finding_id = f.id AND v.number = i.finding_number
    WHERE i.priority_id = ${priorityId}::uuid AND i.withdrawn_at IS NULL
      AND ${impactsVisibleSql(actor, 'i')} AND ${findingsVisibleSql(actor, 'f')}
    ORDER BY i.decided_on DESC, i.id LIMIT 25`;
