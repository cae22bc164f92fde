import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { readsPublished } from '../../knowledge/finding-policy';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { optionalDayInput } from '../../form-inputs';
import { query } from '../../query.server';
import { impactsVisibleSql } from '../../ratings/impact/impact-visibility.server';
import { referenceInput } from '../../reference-input';
import { calledThenSql } from '../../strategy/on-day/organisations-then.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import type { PriorityKind } from '../../strategy/priority-set';
import { showPeriod, wasInForce } from '../../strategy/written-date';
import { ukDay } from '../../uk-time';
import { loadItemsAbout } from '../items-about.server';
import { mayReadVotes } from '../../ratings/votes/votes';
import { isAllowed } from '../../policy';
import { mayRaiseQuestions } from '../map/map-policy';
import { priorityOnDay } from '../on-day/priority-on-day.server';
import { findingPrioritySql } from '../priority-links.server';
import { loadRatedFindings } from '../rated-findings.server';

export interface UsedLine {
  reference: string;
  decision: string;
  organisation: string;
  decidedOn: Date;
  finding: string;
}

/** A priority and everything below it: asked, bought, known and used; or as it was known on a past day. */
export const priorityPage = query({
  name: 'insight.priorityPage',
  input: z.strictObject({ reference: referenceInput, on: optionalDayInput() }),
  visibleTo: (actor) => actor,
  read: async ({ db, actor, scope, input, now }) => {
    const priority = await loadPriority(db, input.reference);
    if (!priority) return null;
    const day = input.on ?? ukDay(now);
    const until = input.on === undefined ? null : await knownUntil(db, day);
    const { set, prioritySetId: _, ...own } = priority;
    const shown = until
      ? await priorityOnDay(db, scope, { ...own, setSlug: set.slug }, { day, until })
      : await priorityToday(db, scope, priority, now);
    return {
      ...shown,
      ...{ day, asked: until !== null },
      used: await usedFor(db, actor, own.id, until),
      may: { raiseQuestions: mayRaiseQuestions(actor), readVotes: isAllowed(mayReadVotes(actor)) },
    };
  },
});

async function priorityToday(db: Db, actor: Actor, { set, prioritySetId, ...own }: PriorityRow, now: Date) {
  const findings = findingIds(own.id, readsPublished(actor));
  return {
    priority: own,
    set: {
      ...set,
      when: showPeriod(set.startsWritten, set.endsWritten),
      inForce: wasInForce(bareDates(set), ukDay(now)),
    },
    enteredSince: false,
    areas: await mappedAreas(db, { id: own.id, prioritySetId }),
    items: await loadItemsAbout(db, actor, {
      questions: Prisma.sql`SELECT question_id FROM question_priority WHERE priority_id = ${own.id}::uuid`,
      findings,
    }),
    findings: await loadRatedFindings(db, actor, { priorityId: own.id, findings, now }),
  };
}

interface PriorityRow {
  id: string;
  reference: string;
  name: string;
  prioritySetId: string;
  term: { slug: string; name: string } | null;
  set: {
    slug: string;
    document: string;
    kind: PriorityKind;
    startsOn: string;
    endsOn: string | null;
    startsWritten: string;
    endsWritten: string | null;
  };
}

async function loadPriority(db: Db, reference: string): Promise<PriorityRow | null> {
  const [row] = await db.$queryRaw<PriorityRow[]>`
    SELECT p.id, p.reference, p.name, p.priority_set_id AS "prioritySetId",
      CASE WHEN t.id IS NOT NULL THEN jsonb_build_object('slug', t.slug, 'name', t.name) END AS term,
      jsonb_build_object('slug', s.slug, 'document', s.document, 'kind', s.kind, 'startsOn', s.starts_on,
        'endsOn', s.ends_on, 'startsWritten', s.starts_written, 'endsWritten', s.ends_written) AS set
    FROM priority p JOIN priority_set s ON s.id = p.priority_set_id LEFT JOIN term t ON t.id = p.term_id
    WHERE p.reference = ${reference}`;
  return row ?? null;
}

const bareDates = ({ startsOn, endsOn }: PriorityRow['set']) => ({
  startsOn: new Date(startsOn),
  endsOn: endsOn === null ? null : new Date(endsOn),
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

/** What was recorded by an instant and not withdrawn then; outside the network, what was released by then. */
const usedByThen = (actor: Actor, until: Date): Prisma.Sql => Prisma.sql`i.recorded_at < ${until}
  AND coalesce(i.withdrawn_at >= ${until}, true)
  AND ${readsPublished(actor) ? Prisma.sql`true` : Prisma.sql`i.released_at < ${until} AND f.released_at < ${until}`}`;

/** Decisions that name this priority, the latest first. */
const usedFor = (db: Db, actor: Actor, priorityId: string, until: Date | null): Promise<UsedLine[]> =>
  db.$queryRaw<UsedLine[]>`
    SELECT i.reference, i.decision, ${calledThenSql('organisation', 'o', until)} AS organisation, i.decided_on AS "decidedOn", v.title AS finding
    FROM impact_record i JOIN organisation o ON o.id = i.organisation_id
    JOIN finding f ON f.id = i.finding_id
    JOIN finding_version v ON v.finding_id = f.id AND v.number = i.finding_number
    WHERE i.priority_id = ${priorityId}::uuid AND ${until ? usedByThen(actor, until) : Prisma.sql`i.withdrawn_at IS NULL`}
      AND ${impactsVisibleSql(actor, 'i')} AND ${findingsVisibleSql(actor, 'f')}
    ORDER BY i.decided_on DESC, i.id LIMIT 25`;
