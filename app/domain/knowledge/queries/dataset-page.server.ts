import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { referenceInput } from '../../reference-input';
import { mayConfirmDataset, mayKeepDataset } from '../datasets/dataset-policy';
import { datasetsVisibleSql } from '../datasets/dataset-visibility.server';
import { findingsVisibleSql } from '../finding-visibility.server';

interface LinkedTo {
  reference: string;
  title: string;
}

interface Row {
  reference: string;
  name: string;
  organisation: LinkedTo;
  holds: string;
  accessRoute: string;
  constraints: string;
  coversFrom: number | null;
  coversTo: number | null;
  geography: string;
  address: string;
  reviewBy: Date;
  due: boolean;
  changedAt: Date;
  confirmedAt: Date | null;
  confirmedBy: string | null;
  ownerId: string;
  owner: string;
  createdById: string;
  areas: { slug: string; name: string }[];
  questions: LinkedTo[];
  findings: LinkedTo[];
}

/** One entry with the questions it answers and the findings that rest on it, of those the reader may know of. */
export const datasetPage = query({
  name: 'knowledge.dataset-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => ({
    dataset: datasetsVisibleSql(actor),
    question: questionsVisibleSql(actor, 'q'),
    finding: findingsVisibleSql(actor, 'f'),
  }),
  read: async ({ db, actor, scope, input }) => {
    const [row] = await db.$queryRaw<Row[]>`
      SELECT d.reference, d.name, jsonb_build_object('reference', o.reference, 'title', o.name) AS organisation,
        d.holds, d.access_route AS "accessRoute", d.constraints, d.covers_from AS "coversFrom",
        d.covers_to AS "coversTo", d.geography, d.address, d.review_by AS "reviewBy",
        d.review_by < soundings.now()::date AS due, d.changed_at AS "changedAt", d.confirmed_at AS "confirmedAt",
        c.name AS "confirmedBy", d.owner_id AS "ownerId", p.name AS owner, d.created_by_id AS "createdById",
        (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name) ORDER BY t.position), '[]')
          FROM dataset_term x JOIN term t ON t.id = x.term_id WHERE x.dataset_id = d.id) AS areas,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', q.reference, 'title', q.title) ORDER BY l.linked_at), '[]')
          FROM dataset_link l JOIN question q ON q.id = l.question_id
          WHERE l.dataset_id = d.id AND ${scope.question}) AS questions,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', f.reference, 'title', v.title) ORDER BY l.linked_at), '[]')
          FROM dataset_link l JOIN finding f ON f.id = l.finding_id
          JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
          WHERE l.dataset_id = d.id AND ${scope.finding}) AS findings
      FROM dataset d JOIN organisation o ON o.id = d.organisation_id JOIN person p ON p.id = d.owner_id
        LEFT JOIN person c ON c.id = d.confirmed_by_id
      WHERE d.reference = ${input.reference} AND ${scope.dataset}`;
    if (!row) return null;
    const { ownerId, createdById, ...dataset } = row;
    const standing = { ownerId, createdById, confirmed: row.confirmedAt !== null };
    return {
      ...dataset,
      may: {
        keep: isAllowed(mayKeepDataset(actor, standing)),
        confirm: !standing.confirmed && isAllowed(mayConfirmDataset(actor, standing)),
      },
    };
  },
});
export type DatasetPage = NonNullable<Awaited<ReturnType<typeof datasetPage.read>>>;
