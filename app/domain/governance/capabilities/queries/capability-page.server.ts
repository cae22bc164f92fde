import { z } from 'zod';
import { findingsVisibleSql } from '../../../knowledge/finding-visibility.server';
import { isAllowed } from '../../../policy';
import { query } from '../../../query.server';
import { questionsVisibleSql } from '../../../questions/question-visibility.server';
import { referenceInput } from '../../../reference-input';
import { mayKeepGovernance, mayReadGovernance } from '../../governance-policy';
import type { CapabilityKind, Stage } from '../capability';

interface Named {
  reference: string;
  name: string;
}

export interface ShownLink {
  id: string;
  reference: string;
  title: string;
}

interface Row extends Named {
  kind: CapabilityKind;
  stage: Stage | null;
  purpose: string;
  level: string;
  revision: number;
  owner: Named & { closed: boolean };
  users: Named[];
  areas: { slug: string; name: string }[];
  questions: ShownLink[];
  findings: ShownLink[];
  offered: { reference: string; title: string }[];
  versions: {
    number: number;
    changeNote: string;
    recordedAt: string;
    content: { name: string; stage: string };
  }[];
}

/** One capability or gap, with the questions and findings about it that the reader may know of. */
export const capabilityPage = query({
  name: 'governance.capability-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) =>
    isAllowed(mayReadGovernance(actor))
      ? { question: questionsVisibleSql(actor, 'q'), finding: findingsVisibleSql(actor, 'f') }
      : null,
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const keep = isAllowed(mayKeepGovernance(actor));
    const [row] = await db.$queryRaw<Row[]>`
      SELECT c.reference, c.name, c.kind::text AS kind, c.stage::text AS stage, c.purpose, c.level, c.revision,
        jsonb_build_object('reference', o.reference, 'name', o.name, 'closed', o.closed_at IS NOT NULL) AS owner,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', w.reference, 'name', w.name) ORDER BY lower(w.name)), '[]')
          FROM capability_user u JOIN organisation w ON w.id = u.organisation_id WHERE u.capability_id = c.id) AS users,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name) ORDER BY t.scheme, t.position), '[]')
          FROM capability_term x JOIN term t ON t.id = x.term_id WHERE x.capability_id = c.id) AS areas,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'reference', q.reference, 'title', q.title)
            ORDER BY l.linked_at, l.id), '[]')
          FROM capability_link l JOIN question q ON q.id = l.question_id AND ${scope.question}
          WHERE l.capability_id = c.id AND l.unlinked_at IS NULL) AS questions,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'reference', f.reference, 'title', v.title)
            ORDER BY l.linked_at, l.id), '[]')
          FROM capability_link l JOIN finding f ON f.id = l.finding_id AND ${scope.finding}
          JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
          WHERE l.capability_id = c.id AND l.unlinked_at IS NULL) AS findings,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', y.reference, 'title', y.title)), '[]') FROM (
          SELECT q.reference, q.title FROM question q
          WHERE ${keep} AND q.published_at IS NOT NULL AND q.withdrawn_at IS NULL AND ${scope.question}
            AND EXISTS (SELECT FROM question_term k JOIN term t ON t.id = k.term_id WHERE k.question_id = q.id
              AND t.scheme = 'questionType' AND t.slug = 'capability-challenge')
            AND EXISTS (SELECT FROM question_term k JOIN capability_term x ON x.term_id = k.term_id
              WHERE k.question_id = q.id AND x.capability_id = c.id)
            AND NOT EXISTS (SELECT FROM capability_link l
              WHERE l.capability_id = c.id AND l.question_id = q.id AND l.unlinked_at IS NULL)
          ORDER BY q.published_at DESC, q.id LIMIT 10) y) AS offered,
        (SELECT jsonb_agg(jsonb_build_object('number', n.number, 'changeNote', n.change_note, 'recordedAt', n.recorded_at,
            'content', n.content) ORDER BY n.number DESC) FROM capability_version n WHERE n.capability_id = c.id) AS versions
      FROM capability c JOIN organisation o ON o.id = c.owner_id WHERE c.reference = ${input.reference}`;
    return row ? { ...row, may: { keep } } : null;
  },
});
export type CapabilityPage = NonNullable<Awaited<ReturnType<typeof capabilityPage.read>>>;
