import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { optionalReferenceInput, referenceInput } from '../../reference-input';
import type { Actor } from '../../actor';
import type { Answers } from '../appraisal/scheme';
import { loadFinding } from '../finding-standing.server';
import { directionOf, type EffectDirection } from '../interventions/direction';
import { mayRecordDirection } from '../interventions/direction-policy';

interface Subject {
  reference: string;
  name: string;
}

interface Before {
  direction: EffectDirection;
  note: string;
}

/** Every intervention, then the items of frameworks, the latest framework first. */
const SUBJECTS = Prisma.sql`
  SELECT reference, name FROM (
    SELECT t.reference, 'Intervention: ' || t.name AS name, NULL::date AS starts_on, 0 AS position
    FROM term t WHERE t.scheme = 'interventionType' AND t.retired_at IS NULL
    UNION ALL
    SELECT i.reference, 'Objective: ' || i.name || ' (' || f.document || ')', f.starts_on, i.position
    FROM framework_item i JOIN framework f ON f.id = i.framework_id) s
  ORDER BY starts_on DESC NULLS FIRST, position, name`;

/** What a coordinator can say a finding speaks of, and what is recorded of the chosen one. */
export const directionForm = query({
  name: 'knowledge.direction-form',
  input: z.strictObject({ reference: referenceInput, about: optionalReferenceInput }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const finding = await loadFinding(db, input.reference);
    if (!finding) return null;
    const verdict = mayRecordDirection(actor, finding.standing);
    if (verdict.kind === 'hide') return null;
    if (!isAllowed(verdict))
      return { kind: 'denied' as const, why: verdict.kind === 'deny' ? verdict.why : '' };
    const [subjects, [before], appraisal] = await Promise.all([
      db.$queryRaw<Subject[]>(SUBJECTS),
      db.$queryRaw<Before[]>`
        SELECT d.direction, d.note FROM finding_direction d LEFT JOIN term t ON t.id = d.term_id
          LEFT JOIN framework_item i ON i.id = d.framework_item_id
        WHERE d.finding_id = ${finding.id}::uuid AND d.replaced_at IS NULL
          AND coalesce(t.reference, i.reference) = ${input.about}`,
      db.appraisal.findFirst({
        where: { findingId: finding.id, agreedAt: { not: null }, version: { number: finding.currentNumber } },
        orderBy: { agreedAt: 'desc' },
        select: { answers: true },
      }),
    ]);
    const agreed = directionOf(appraisal?.answers as Answers | null);
    return {
      kind: 'form' as const,
      reference: finding.reference,
      title: (finding.versions.find(({ number }) => number === finding.currentNumber) ?? finding.latest)
        .title,
      subjects,
      about: input.about,
      before: before ?? null,
      agreed,
    };
  },
});
