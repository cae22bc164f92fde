import { z } from 'zod';
import { isMember } from '../../../actor';
import { mayKeepDataset } from '../../../knowledge/datasets/dataset-policy';
import { datasetsVisibleSql } from '../../../knowledge/datasets/dataset-visibility.server';
import { isAllowed } from '../../../policy';
import { query } from '../../../query.server';
import { referenceInput } from '../../../reference-input';
import { mayAskForData } from '../../data/data-policy';

interface Row {
  reference: string;
  name: string;
  ownerId: string;
  createdById: string;
  confirmed: boolean;
  quorum: number | null;
  seats: { id: string; name: string; reference: string }[];
}

/** Who decides about a dataset, for its readers; and what of it the reader may do. */
export const dataPanel = query({
  name: 'requests.data-panel',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => datasetsVisibleSql(actor),
  read: async ({ db, actor, scope, input }) => {
    const [row] = await db.$queryRaw<Row[]>`
      SELECT d.reference, d.name, d.owner_id AS "ownerId", d.created_by_id AS "createdById",
        d.confirmed_at IS NOT NULL AS confirmed, l.quorum,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', p.name, 'reference', p.reference) ORDER BY s.started_at, s.id), '[]')
          FROM data_panel_seat s JOIN person p ON p.id = s.person_id
          WHERE s.dataset_id = d.id AND s.ended_at IS NULL) AS seats
      FROM dataset d LEFT JOIN data_panel l ON l.dataset_id = d.id
      WHERE d.reference = ${input.reference} AND ${scope}`;
    if (!row) return null;
    const { ownerId, createdById, confirmed, ...panel } = row;
    const standing = { ownerId, createdById, confirmed };
    return {
      ...panel,
      may: {
        keep: isMember(actor) && isAllowed(mayKeepDataset(actor, standing)),
        ask: mayAskForData(actor, standing),
      },
    };
  },
});
