import { z } from 'zod';
import type { Actor } from '../../actor';
import { listLimit } from '../../cursor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { HELD_KIND_NAMES } from '../holding';
import { handoverState, type HandoverAnswer } from '../reorganisation';
import {
  answersFor,
  mayAnswer,
  mayArrange,
  mayReadReorganisation,
  standsInFor,
} from '../reorganisation-policy';
import { idsOn, reorganisationAt, sideOf, type StoredReorganisation } from '../reorganisation-rows.server';

interface ItemRow {
  item: string;
  id: string | null;
  label: string;
  path: string | null;
  live: boolean;
  from: string;
  to: string | null;
  toId: string | null;
  answer: HandoverAnswer | null;
  words: string;
  answerBy: Date | null;
  escalateOn: Date | null;
  answeredAt: Date | null;
}

const input = z.strictObject({
  reference: referenceInput,
  kind: z.enum(HELD_KIND_NAMES),
  /** Only what this person is to answer. */
  own: z.boolean().default(false),
  after: z
    .string()
    .regex(/^[0-9A-Za-z:-]{1,300}$/)
    .optional(),
  limit: listLimit,
});

/** The things of one kind in a reorganisation, each with the last that was said of it; by key, a page at a time. */
export const reorganisationItems = query({
  name: 'succession.reorganisation-items',
  input,
  visibleTo: (actor: Actor) => (row: StoredReorganisation) => isAllowed(mayReadReorganisation(actor, row)),
  read: async ({ db, actor, scope, input: { reference, kind, own, after, limit } }) => {
    const row = await reorganisationAt(db, reference);
    if (!row || !scope(row)) return null;
    const rows = await db.$queryRaw<ItemRow[]>`
      WITH held AS (
        SELECT h.item, h.label, h.path, h.holder_id FROM soundings.held_item h
        WHERE h.kind = ${kind} AND h.holder_id = ANY(${idsOn(row, 'predecessor')}::uuid[]) AND h.label IS NOT NULL
      ), last AS (
        SELECT DISTINCT ON (o.item, o.from_id) o.* FROM handover o
        WHERE o.reorganisation_id = ${row.id}::uuid AND o.kind = ${kind}
        ORDER BY o.item, o.from_id, o.answer IS NULL DESC, o.answered_at DESC, o.id)
      SELECT item, l.id, l.answer::text AS answer, coalesce(l.words, '') AS words, l.answer_by AS "answerBy",
        l.escalate_on AS "escalateOn", l.answered_at AS "answeredAt", l.to_id AS "toId",
        coalesce(h.label, nullif(l.label, ''), (SELECT p.name FROM affiliation a JOIN person p ON p.id = a.person_id
          WHERE a.id::text = item), '') AS label,
        coalesce(h.path, l.path) AS path, h.item IS NOT NULL AS live,
        (SELECT f.name FROM organisation f WHERE f.id = coalesce(h.holder_id, l.from_id)) AS "from",
        (SELECT t.name FROM organisation t WHERE t.id = l.to_id) AS "to"
      FROM held h FULL JOIN last l USING (item)
      WHERE (NOT ${own} OR (l.answer IS NULL AND l.to_id = ANY(${answersFor(actor, row)}::uuid[])))
        AND (${after ?? null}::text IS NULL OR item > ${after ?? null})
      ORDER BY item LIMIT ${limit + 1}`;
    const page = rows.slice(0, limit);
    const today = ukDay(actor.asOf);
    return {
      ...{ reference: row.reference, kind },
      rows: page.map(({ toId: _, ...one }) => ({
        ...one,
        state: one.id === null ? null : handoverState(one, today),
      })),
      next: rows.length > page.length ? (page.at(-1)?.item ?? null) : null,
      successors: sideOf(row, 'successor').map(({ organisation }) => ({
        value: organisation.reference,
        text: organisation.name,
      })),
      may: { arrange: isAllowed(mayArrange(actor, row)), answer: isAllowed(mayAnswer(actor, row)) },
    };
  },
});

/** How much waits for this person's answer, by kind. */
export const ownHandovers = query({
  name: 'succession.own-handovers',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => (row: StoredReorganisation) => isAllowed(mayReadReorganisation(actor, row)),
  read: async ({ db, actor, scope, input: { reference } }) => {
    const row = await reorganisationAt(db, reference);
    if (!row || !scope(row)) return null;
    const kinds = await db.handover.groupBy({
      by: ['kind'],
      where: { reorganisationId: row.id, answer: null, toId: { in: answersFor(actor, row) } },
      _count: true,
    });
    return {
      reference: row.reference,
      ending: sideOf(row, 'predecessor').map(({ organisation }) => organisation.name),
      inPlaceOf: sideOf(row, 'successor')
        .filter(({ organisationId }) => standsInFor(actor, row).includes(organisationId))
        .map(({ organisation }) => organisation.name),
      kinds: HELD_KIND_NAMES.flatMap((kind) => {
        const waiting = kinds.find((one) => one.kind === kind)?._count ?? 0;
        return waiting > 0 ? [{ kind, waiting }] : [];
      }),
      verdict: mayAnswer(actor, row),
    };
  },
});
