import { z } from 'zod';
import { isPerson } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { ACTIONS, whyNotUndone, type BulkActionName } from '../bulk-action';
import { mayKeepDesk } from '../curation-policy';

export interface ReportLine {
  noun: string;
  reference: string;
  title: string;
  outcome: 'done' | 'skipped' | null;
  why: string | null;
  undoOutcome: 'undone' | 'kept' | null;
  undoWhy: string | null;
}

interface Head {
  id: string;
  reference: string;
  action: BulkActionName;
  personId: string;
  by: string;
  doneAt: Date;
  finishedAt: Date | null;
  undoneAt: Date | null;
}

const isHalfUndone = ({ undoneAt }: Head, lines: ReportLine[]): boolean =>
  undoneAt !== null && lines.some((line) => line.outcome === 'done' && line.undoOutcome === null);

/** What became of each thing of a bulk action, and of its undoing. */
export const bulkReport = query({
  name: 'curation.bulk-report',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: mayKeepDesk,
  read: async ({ db, actor, scope, input, now }) => {
    if (!isAllowed(scope)) return null;
    const [head] = await db.$queryRaw<Head[]>`
      SELECT b.id, b.reference, b.action, b.person_id AS "personId", p.name AS by, b.done_at AS "doneAt",
        b.finished_at AS "finishedAt", b.undone_at AS "undoneAt"
      FROM bulk_action b JOIN person p ON p.id = b.person_id WHERE b.reference = ${input.reference}`;
    if (!head) return null;
    const lines = await db.$queryRaw<ReportLine[]>`
      SELECT i.noun, i.reference, i.outcome, i.why, i.undo_outcome AS "undoOutcome", i.undo_why AS "undoWhy",
        coalesce(p.name, jp.name, q.title, cq.title, (
          SELECT v.title FROM finding_version v WHERE v.finding_id = i.noun_id ORDER BY v.number DESC LIMIT 1),
          i.reference) AS title
      FROM bulk_action_item i
      LEFT JOIN person p ON i.noun = 'person' AND p.id = i.noun_id
      LEFT JOIN join_request j ON i.noun = 'joinRequest' AND j.id = i.noun_id LEFT JOIN person jp ON jp.id = j.person_id
      LEFT JOIN question q ON i.noun = 'question' AND q.id = i.noun_id AND q.published_at IS NOT NULL
      LEFT JOIN clarification c ON i.noun = 'clarification' AND c.id = i.noun_id LEFT JOIN question cq ON cq.id = c.question_id
      WHERE i.bulk_action_id = ${head.id}::uuid ORDER BY i.position`;
    const { label, done, kind, undoable } = ACTIONS[head.action];
    const why = whyNotUndone(head, now);
    return {
      ...head,
      label,
      done,
      kind,
      undoable,
      lines,
      whyNotUndone: why,
      may: {
        undo: why === null,
        goOn:
          head.finishedAt === null
            ? isPerson(actor) && actor.id === head.personId
            : isHalfUndone(head, lines),
      },
    };
  },
});
