import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { cadences, type Cadence, type GroupKind } from '../../governance/groups/group';
import { mayKeepGovernance } from '../../governance/governance-policy';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { candidatePairs, overlapOf, type Compared, type ComparedTerm } from '../overlap/overlap';

interface Row {
  id: string;
  reference: string;
  name: string;
  kind: GroupKind;
  purpose: string;
  cadence: Cadence;
  chair: string;
  leadId: string;
  areas: ComparedTerm[];
  strands: string[];
  levels: string[];
  members: { id: string; name: string }[];
}

export interface GroupAlike {
  reference: string;
  name: string;
  kind: GroupKind;
  purpose: string;
  cadence: Cadence;
  chair: string;
}

/** Open groups as they are compared; of a term what lies above it, and every name it has. */
const comparedGroups = (db: Db): Promise<Row[]> => db.$queryRaw<Row[]>`
  WITH RECURSIVE up AS (
    SELECT t.id, t.parent_id, ARRAY[]::text[] AS above FROM term t
    UNION ALL SELECT u.id, p.parent_id, u.above || p.slug FROM up u JOIN term p ON p.id = u.parent_id),
  whole AS (SELECT id, above FROM up WHERE parent_id IS NULL)
  SELECT g.id, g.reference, g.name, g.kind::text AS kind, g.purpose, g.cadence::text AS cadence, o.name AS chair,
    o.id AS "leadId",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name, 'above', w.above,
        'words', concat_ws(' ', t.name, array_to_string(t.aliases, ' '))) ORDER BY t.scheme, t.position), '[]')
      FROM group_term x JOIN term t ON t.id = x.term_id JOIN whole w ON w.id = t.id
      WHERE x.group_id = g.id AND t.scheme IN ('threatArea', 'enabler')) AS areas,
    ARRAY(SELECT t.name FROM group_term x JOIN term t ON t.id = x.term_id
      WHERE x.group_id = g.id AND t.scheme = 'strand' ORDER BY t.position) AS strands,
    ARRAY(SELECT t.name FROM group_term x JOIN term t ON t.id = x.term_id
      WHERE x.group_id = g.id AND t.scheme = 'level' ORDER BY t.position) AS levels,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.organisation_id, 'name', w.name) ORDER BY w.name, w.id), '[]')
      FROM group_member m JOIN organisation w ON w.id = m.organisation_id
      WHERE m.group_id = g.id AND m.ends_on IS NULL) AS members
  FROM governance_group g JOIN organisation o ON o.id = g.chair_id
  WHERE NOT EXISTS (SELECT FROM group_ending e WHERE e.group_id = g.id AND e.reopened_on IS NULL)
  ORDER BY g.id`;

const compared = (rows: readonly Row[]): Compared[] =>
  rows.map((row) => ({ ...row, cadence: cadences.indexOf(row.cadence) }));

const shown = ({ reference, name, kind, purpose, cadence, chair }: Row): GroupAlike => ({
  ...{ reference, name, kind, purpose, cadence, chair },
});

const MOST_SHOWN = 100;

/** Pairs of groups that may be one, likest first, without those that somebody has said are two. */
export const groupsAlike = query({
  name: 'matching.groups-alike',
  input: z.strictObject({}),
  visibleTo: (actor) => isAllowed(mayKeepGovernance(actor)),
  read: async ({ db, scope }) => {
    if (!scope) return null;
    const rows = await comparedGroups(db);
    const apart = await db.groupsKeptApart.findMany({ select: { firstId: true, secondId: true } });
    const decided = new Set(apart.map(({ firstId, secondId }) => `${firstId} ${secondId}`));
    const byId = new Map(rows.map((row) => [row.id, row]));
    const pairs = candidatePairs(compared(rows), decided).slice(0, MOST_SHOWN);
    return pairs.flatMap(({ firstId, secondId, score, shared }) => {
      const [first, second] = [byId.get(firstId), byId.get(secondId)];
      return first && second ? [{ first: shown(first), second: shown(second), score, shared }] : [];
    });
  },
});

/** Two groups side by side, with what they share and what was said of them before. */
export const twoGroups = query({
  name: 'matching.two-groups',
  input: z.strictObject({ group: referenceInput, other: referenceInput }),
  visibleTo: (actor) => isAllowed(mayKeepGovernance(actor)),
  read: async ({ db, scope, input }) => {
    if (!scope) return null;
    const rows = await comparedGroups(db);
    const [first, second] = [input.group, input.other].map((one) =>
      rows.find(({ reference }) => reference === one),
    );
    const overlap = first && second && overlapOf(compared(rows), first.id, second.id);
    if (!first || !second || !overlap || first === second) return null;
    const [firstId = '', secondId = ''] = [first.id, second.id].toSorted();
    const apart = await db.groupsKeptApart.findUnique({
      where: { firstId_secondId: { firstId, secondId } },
      select: { reason: true, keptAt: true },
    });
    const { score, likeness, shared } = overlap;
    return { first: shown(first), second: shown(second), score, likeness, shared, apart };
  },
});
