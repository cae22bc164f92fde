import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, isMember, isPerson, type Actor } from '../../actor';
import { readsPublished, takesPart } from '../../knowledge/finding-policy';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { impactsVisibleSql } from '../impact/impact-visibility.server';
import { inOrder, type DecisionTaken, type UptakeKind } from '../uptake/uptake';

interface Row {
  reference: string;
  follows: string | null;
  kind: UptakeKind;
  text: string;
  happenedOn: string;
  organisation: string;
  owner: string;
  taken: DecisionTaken | null;
  evidence: string;
  impactRecord: string | null;
  isOwn: boolean;
}

/** A decision that the finding informed: a record in force. */
export interface FindingImpact {
  reference: string;
  decision: string;
  decidedOn: Date;
  effect: string;
  organisation: string;
}

interface Found {
  uses: boolean;
  stands: boolean;
  published: boolean;
  steps: Row[];
  impacts: (Omit<FindingImpact, 'decidedOn'> & { decidedOn: string })[];
}

const MOST_IMPACTS = 50;

/** The teams that the actor is in. */
const ownTeams = (actor: Actor): string[] => (isPerson(actor) ? actor.teams.map(({ teamId }) => teamId) : []);

const found = (actor: Actor, me: string | null, reference: string) => Prisma.sql`
  SELECT f.retracted_at IS NULL AND f.superseded_at IS NULL AS stands,
    (COALESCE(q.team_id = ANY(${ownTeams(actor)}::uuid[]), FALSE)
      OR EXISTS (SELECT FROM rating r WHERE r.finding_id = f.id AND ${byOwn(actor, me, 'r.person_id')})
      OR EXISTS (SELECT FROM impact_record i WHERE i.finding_id = f.id AND i.withdrawn_at IS NULL
                 AND ${byOwn(actor, me, 'i.recorded_by_id')})) AS uses,
    COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', s.reference, 'follows', b.reference, 'kind', s.kind,
        'text', s.text, 'happenedOn', s.happened_on, 'organisation', o.name, 'owner', s.owner, 'taken', s.taken,
        'evidence', s.evidence, 'impactRecord', i.reference, 'isOwn', coalesce(s.recorded_by_id = ${me}::uuid, FALSE))
        ORDER BY s.happened_on, s.id)
      FROM uptake_step s JOIN organisation o ON o.id = s.organisation_id LEFT JOIN uptake_step b ON b.id = s.follows_id
        LEFT JOIN impact_record i ON i.id = s.impact_record_id AND i.withdrawn_at IS NULL
      WHERE s.finding_id = f.id AND s.withdrawn_at IS NULL), '[]') AS steps,
    f.published_at IS NOT NULL AS published,
    COALESCE((SELECT jsonb_agg(jsonb_build_object('reference', x.reference, 'decision', x.decision, 'decidedOn',
        x.decided_on, 'effect', x.effect, 'organisation', x.name) ORDER BY x.decided_on DESC, x.id DESC)
      FROM (SELECT i.*, o.name FROM impact_record i JOIN organisation o ON o.id = i.organisation_id
        WHERE i.finding_id = f.id AND i.withdrawn_at IS NULL AND ${impactsVisibleSql(actor)}
        ORDER BY i.decided_on DESC, i.id DESC LIMIT ${MOST_IMPACTS}) x), '[]') AS impacts
  FROM finding f LEFT JOIN question q ON q.id = f.question_id
  WHERE f.reference = ${reference} AND ${findingsVisibleSql(actor)}`;

/** By the actor, or by somebody who is in one of the actor's teams now. */
const byOwn = (actor: Actor, me: string | null, column: string): Prisma.Sql => Prisma.sql`(
  ${Prisma.raw(column)} = ${me}::uuid OR EXISTS (SELECT FROM team_membership m
    WHERE m.person_id = ${Prisma.raw(column)} AND m.ends_at IS NULL AND m.team_id = ANY(${ownTeams(actor)}::uuid[])))`;

function uptakeOf(actor: Actor, row: Found) {
  const isCoordinator = hasRole(actor, 'coordinator');
  const mayRecord = takesPart(actor) && (row.uses || isCoordinator);
  return {
    steps: inOrder(row.steps).map(({ isOwn, ...step }) => ({
      ...step,
      mayWithdraw:
        (isCoordinator || (isOwn && takesPart(actor))) &&
        !row.steps.some(({ follows }) => follows === step.reference),
    })),
    may: { record: mayRecord, start: mayRecord && row.stands },
  };
}
export type FindingUptakeView = ReturnType<typeof uptakeOf>;

/** The decisions that a finding informed and, for those who read inside, what became of it step by step. */
export const findingUptake = query({
  name: 'ratings.finding-uptake',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const me = isMember(actor) ? actor.id : null;
    const [row] = await db.$queryRaw<Found[]>(found(actor, me, input.reference));
    if (!row) return null;
    return {
      impacts: row.impacts.map(({ decidedOn, ...said }): FindingImpact => ({
        ...said,
        decidedOn: new Date(decidedOn),
      })),
      uptake: row.published && readsPublished(actor) ? uptakeOf(actor, row) : null,
    };
  },
});
