import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayReview } from '../finding-policy';
import { loadFinding } from '../finding-standing.server';
import { nearestOf } from './nearest-findings.server';
import type { Actor } from '../../actor';

/** What a coordinator needs beside the finding itself to decide on it. */
export const findingReview = query({
  name: 'knowledge.finding-review',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, actor, scope, input }) => {
    const finding = await loadFinding(db, input.reference);
    if (!finding?.open || !isAllowed(mayReview(scope, finding.standing))) return null;
    const { open } = finding;
    return {
      number: open.number,
      changeNote: open.changeNote,
      submittedAt: open.submittedAt,
      nearest: await nearestOf(db, actor, { findingId: finding.id, doi: open.doi, title: open.title }),
    };
  },
});
