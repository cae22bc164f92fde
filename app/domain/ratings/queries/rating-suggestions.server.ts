import { z } from 'zod';
import type { Actor } from '../../actor';
import { takesPart } from '../../knowledge/finding-policy';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { ukDay } from '../../uk-time';

export interface RatingSuggestion {
  finding: { reference: string; title: string };
  /** What was said, of which priority of the set that ended. */
  said: { value: number | null; certainty: number; reason: string; priority: string; document: string };
  /** Priorities of the sets in force that the crosswalks map to the same threat areas, with what they share. */
  successors: { reference: string; name: string; document: string; shared: string[] }[];
}

const MOST = 50;

/**
 * A person's own ratings for priorities of a set that ended, each with what took their place: the priorities of
 * sets of the same kind in force now whose latest crosswalk leads to a threat area that the old one led to, too.
 * What was rated for a successor already is left out. Nothing is carried over; each is rated anew or not at all.
 */
export const ratingSuggestions = query({
  name: 'ratings.rating-suggestions',
  input: z.strictObject({}),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, now }): Promise<RatingSuggestion[] | null> => {
    if (!takesPart(actor)) return null;
    const today = ukDay(now);
    return db.$queryRaw<RatingSuggestion[]>`
      WITH latest AS (
        SELECT DISTINCT ON (c.prioritySetId) c.id FROM (
          SELECT id, priority_set_id AS prioritySetId, number FROM crosswalk WHERE holds_from <= ${today}) c
        ORDER BY c.prioritySetId, c.number DESC
      ), mapped AS (
        SELECT p.id, p.reference, p.name, p.position, s.kind, s.document, s.starts_on, s.ends_on, e.term_id
        FROM priority p JOIN priority_set s ON s.id = p.priority_set_id
          JOIN crosswalk_entry e ON e.priority_id = p.id AND e.crosswalk_id IN (SELECT id FROM latest)
        WHERE p.retired_at IS NULL
      ), pairs AS (
        SELECT r.id AS rating_id, n.reference, n.name, n.document, n.position, array_agg(t.name ORDER BY t.name) AS shared
        FROM rating r
          JOIN mapped o ON o.id = r.priority_id AND o.ends_on < ${today}
          JOIN mapped n ON n.term_id = o.term_id AND n.kind = o.kind AND n.starts_on <= ${today}
            AND (n.ends_on IS NULL OR n.ends_on >= ${today})
          JOIN term t ON t.id = n.term_id
        WHERE r.person_id = ${actor.id}::uuid AND NOT EXISTS (
          SELECT FROM rating x WHERE x.finding_id = r.finding_id AND x.person_id = r.person_id AND x.priority_id = n.id)
        GROUP BY r.id, n.id, n.reference, n.name, n.document, n.position
      )
      SELECT jsonb_build_object('reference', f.reference, 'title', v.title) AS finding,
        jsonb_build_object('value', r.value, 'certainty', r.certainty, 'reason', r.reason, 'priority', p.name,
          'document', s.document) AS said,
        (SELECT jsonb_agg(jsonb_build_object('reference', x.reference, 'name', x.name, 'document', x.document,
            'shared', x.shared) ORDER BY cardinality(x.shared) DESC, x.position)
          FROM pairs x WHERE x.rating_id = r.id) AS successors
      FROM rating r JOIN finding f ON f.id = r.finding_id
        JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
        JOIN priority p ON p.id = r.priority_id JOIN priority_set s ON s.id = p.priority_set_id
      WHERE r.id IN (SELECT rating_id FROM pairs) AND f.published_at IS NOT NULL AND f.retracted_at IS NULL
        AND f.superseded_at IS NULL AND ${findingsVisibleSql(actor)}
      ORDER BY r.changed_at DESC, r.id LIMIT ${MOST}`;
  },
});
