import { z } from 'zod';
import { findingsVisibleSql } from '../../../knowledge/finding-visibility.server';
import { isAllowed } from '../../../policy';
import { query } from '../../../query.server';
import { questionsVisibleSql } from '../../../questions/question-visibility.server';
import { referenceInput } from '../../../reference-input';
import { mayKeepGovernance, mayReadGovernance } from '../../governance-policy';
import type { Cadence, GroupKind, GroupState } from '../group';

interface Named {
  reference: string;
  name: string;
}

export interface ShownMember extends Named {
  startsOn: string;
  endsOn: string | null;
  closed: boolean;
  cameFrom: Named | null;
}

export interface ShownDecision {
  reference: string;
  decidedOn: string;
  what: string;
  source: string;
  /** Of a group that went into this one, when it was not this one that decided. */
  by: Named | null;
  question: { reference: string; title: string } | null;
  finding: { reference: string; title: string } | null;
}

export interface ShownEnding {
  kind: 'closed' | 'merged';
  endedOn: string;
  reason: string;
  into: Named | null;
  reopenedOn: string | null;
  reopenedReason: string | null;
}

interface Row extends Named {
  kind: GroupKind;
  state: GroupState;
  purpose: string;
  cadence: Cadence;
  chair: Named & { closed: boolean };
  chairRole: string;
  sources: string;
  openedOn: Date;
  revision: number;
  terms: { scheme: string; slug: string; name: string }[];
  members: ShownMember[];
  decisions: ShownDecision[];
  endings: ShownEnding[];
  takenIn: (Named & { on: string; standing: boolean })[];
  versions: {
    number: number;
    changeNote: string;
    holdsFrom: string;
    content: { name: string; purpose: string; chair: string };
  }[];
}

/** More than these nobody reads on one page; the rest is in the history. */
const MOST_DECISIONS = 100;

/** One group with its remit, members and decisions, and the decisions of those that went into it. */
export const groupPage = query({
  name: 'governance.group-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) =>
    isAllowed(mayReadGovernance(actor))
      ? { question: questionsVisibleSql(actor, 'q'), finding: findingsVisibleSql(actor, 'f') }
      : null,
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const [row] = await db.$queryRaw<Row[]>`
      WITH RECURSIVE whole AS (
        SELECT g.id FROM governance_group g WHERE g.reference = ${input.reference}
        UNION SELECT e.group_id FROM group_ending e JOIN whole w ON e.into_id = w.id WHERE e.reopened_on IS NULL)
      SELECT g.reference, g.name, g.kind::text AS kind, g.purpose, g.cadence::text AS cadence, g.sources, g.revision,
        g.chair_role AS "chairRole", g.opened_on AS "openedOn",
        jsonb_build_object('reference', c.reference, 'name', c.name, 'closed', c.closed_at IS NOT NULL) AS chair,
        coalesce((SELECT e.kind::text FROM group_ending e WHERE e.group_id = g.id AND e.reopened_on IS NULL), 'open') AS state,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('scheme', t.scheme, 'slug', t.slug, 'name', t.name)
            ORDER BY t.scheme, t.position), '[]')
          FROM group_term x JOIN term t ON t.id = x.term_id WHERE x.group_id = g.id) AS terms,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', o.reference, 'name', o.name, 'startsOn', m.starts_on,
            'endsOn', m.ends_on, 'closed', o.closed_at IS NOT NULL, 'cameFrom', CASE WHEN f.id IS NOT NULL
              THEN jsonb_build_object('reference', f.reference, 'name', f.name) END)
            ORDER BY m.ends_on NULLS FIRST, lower(o.name), m.starts_on), '[]')
          FROM group_member m JOIN organisation o ON o.id = m.organisation_id
          LEFT JOIN group_ending e ON e.id = m.came_from_id LEFT JOIN governance_group f ON f.id = e.group_id
          WHERE m.group_id = g.id) AS members,
        (SELECT coalesce(jsonb_agg(to_jsonb(y) ORDER BY y."decidedOn" DESC, y.id DESC), '[]') FROM (
          SELECT d.id, d.reference, d.decided_on AS "decidedOn", d.what, d.source,
            CASE WHEN b.id <> g.id THEN jsonb_build_object('reference', b.reference, 'name', b.name) END AS by,
            CASE WHEN q.id IS NOT NULL THEN jsonb_build_object('reference', q.reference, 'title', q.title) END AS question,
            CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('reference', f.reference, 'title', v.title) END AS finding
          FROM group_decision d JOIN governance_group b ON b.id = d.group_id
            LEFT JOIN question q ON q.id = d.question_id AND ${scope.question}
            LEFT JOIN finding f ON f.id = d.finding_id AND ${scope.finding}
            LEFT JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
          WHERE d.group_id IN (SELECT id FROM whole)
          ORDER BY d.decided_on DESC, d.id DESC LIMIT ${MOST_DECISIONS}) y) AS decisions,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'endedOn', e.ended_on, 'reason', e.reason,
            'reopenedOn', e.reopened_on, 'reopenedReason', e.reopened_reason, 'into', CASE WHEN i.id IS NOT NULL
              THEN jsonb_build_object('reference', i.reference, 'name', i.name) END) ORDER BY e.recorded_at DESC, e.id), '[]')
          FROM group_ending e LEFT JOIN governance_group i ON i.id = e.into_id WHERE e.group_id = g.id) AS endings,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', o.reference, 'name', o.name, 'on', e.ended_on,
            'standing', e.reopened_on IS NULL) ORDER BY e.ended_on DESC, e.id), '[]')
          FROM group_ending e JOIN governance_group o ON o.id = e.group_id WHERE e.into_id = g.id) AS "takenIn",
        (SELECT jsonb_agg(jsonb_build_object('number', v.number, 'changeNote', v.change_note, 'holdsFrom', v.holds_from,
            'content', v.content) ORDER BY v.number DESC) FROM group_version v WHERE v.group_id = g.id) AS versions
      FROM governance_group g JOIN organisation c ON c.id = g.chair_id WHERE g.reference = ${input.reference}`;
    return row ? { ...row, may: { keep: isAllowed(mayKeepGovernance(actor)) } } : null;
  },
});
export type GroupPage = NonNullable<Awaited<ReturnType<typeof groupPage.read>>>;
