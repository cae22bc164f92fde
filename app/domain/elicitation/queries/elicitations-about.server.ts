import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, isMember, type Actor } from '../../actor';
import { readsPublished } from '../../knowledge/finding-policy';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { referenceInput } from '../../reference-input';
import { stageOf, type Quantity, type Round } from '../elicitation';
import { resultOf } from '../result';
import { openShown } from '../sealed-estimates.server';

interface Row {
  id: string;
  reference: string;
  title: string;
  firstClosesAt: Date;
  secondClosesAt: Date;
  withdrawnAt: Date | null;
  wrappedKey: Uint8Array;
  keyId: string;
  now: Date;
  gaveFirst: number;
  quantities: Quantity[];
  shown: { personId: string; round: Round; sealed: string }[];
}

const MOST = 10;

/** Those who ask and those who are asked know of one that runs; `maySeeElicitation` says the same. */
function inIt(actor: Actor): Prisma.Sql {
  if (!isMember(actor)) return Prisma.sql`FALSE`;
  if (hasRole(actor, 'coordinator')) return Prisma.sql`TRUE`;
  const teams = actor.teams.map(({ teamId }) => teamId);
  return Prisma.sql`(COALESCE(q.team_id = ANY(${teams}::uuid[])
      OR ${actor.id}::uuid IN (q.author_id, q.senior_responsible_owner_id, q.budget_holder_id), FALSE)
    OR EXISTS (SELECT FROM elicitation_expert x WHERE x.elicitation_id = e.id AND x.person_id = ${actor.id}::uuid))`;
}

const rowsSql = (actor: Actor, noun: 'question' | 'finding', reference: string) => Prisma.sql`
  SELECT e.id, e.reference, e.title, e.first_closes_at AS "firstClosesAt", e.second_closes_at AS "secondClosesAt",
    e.withdrawn_at AS "withdrawnAt", e.wrapped_key AS "wrappedKey", e.key_id AS "keyId", soundings.now() AS now,
    soundings.first_estimates(e.id)::int AS "gaveFirst",
    (SELECT jsonb_agg(jsonb_build_object('position', t.position, 'kind', t.kind, 'asks', t.asks, 'unit', t.unit,
        'lower', t.lower, 'upper', t.upper) ORDER BY t.position)
      FROM elicited_quantity t WHERE t.elicitation_id = e.id) AS quantities,
    CASE WHEN soundings.now() >= e.second_closes_at THEN COALESCE((
      SELECT jsonb_agg(jsonb_build_object('personId', s.person_id, 'round', s.round, 'sealed', encode(s.sealed, 'base64')))
      FROM soundings.shown_estimates(e.id) s), '[]') ELSE '[]' END AS shown
  FROM elicitation e LEFT JOIN question q ON q.id = e.question_id LEFT JOIN finding f ON f.id = e.finding_id
  WHERE ${noun === 'question' ? Prisma.sql`q.reference` : Prisma.sql`f.reference`} = ${reference}
    AND (${inIt(actor)} OR (e.withdrawn_at IS NULL AND soundings.now() >= e.second_closes_at
      AND soundings.first_estimates(e.id) >= 3
      AND ${noun === 'question' ? questionsVisibleSql(actor, 'q') : findingsVisibleSql(actor, 'f')}))
  ORDER BY e.opened_at DESC LIMIT ${MOST}`;

function lineOf(row: Row) {
  const { reference, title, firstClosesAt, secondClosesAt, quantities } = row;
  const stage = stageOf(row, row.gaveFirst, row.now);
  const sealed = row.shown.map((one) => ({ ...one, sealed: Buffer.from(one.sealed, 'base64') }));
  const given = openShown(row, sealed);
  const letters = new Map(given.map(({ personId }) => [personId, '']));
  const results = resultOf({ quantities, given, letters, ownId: null, closed: stage === 'closed' });
  return {
    ...{ reference, title, stage, firstClosesAt, secondClosesAt },
    results: results.flatMap(({ quantity, final, answers }) =>
      final ? [{ asks: quantity.asks, unit: quantity.unit, ...final, experts: answers.length }] : [],
    ),
  };
}

/** What experts estimated, or are asked to, about one question or finding, for the page of it. */
export const elicitationsAbout = query({
  name: 'elicitation.elicitations-about',
  input: z.strictObject({ noun: z.enum(['question', 'finding']), reference: referenceInput }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input }) => ({
    elicitations: readsPublished(actor)
      ? (await db.$queryRaw<Row[]>(rowsSql(actor, input.noun, input.reference))).map(lineOf)
      : [],
    isCoordinator: hasRole(actor, 'coordinator'),
  }),
});
export type ElicitationsAbout = NonNullable<Awaited<ReturnType<typeof elicitationsAbout.read>>>;
