import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { optionalReferenceInput, referenceInput } from '../../reference-input';
import type { Actor } from '../../actor';
import type { Answers } from '../appraisal/scheme';
import { loadFinding } from '../finding-standing.server';
import { directionOf } from '../interventions/direction';
import { mayRecordDirection } from '../interventions/direction-policy';

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
    const [terms, items, recorded, appraisal] = await Promise.all([
      db.term.findMany({
        where: { scheme: 'interventionType', retiredAt: null },
        select: { reference: true, name: true },
        orderBy: { name: 'asc' },
      }),
      db.frameworkItem.findMany({
        select: { reference: true, name: true, framework: { select: { document: true } } },
        orderBy: [{ framework: { startsOn: 'desc' } }, { position: 'asc' }],
      }),
      db.findingDirection.findMany({
        where: { findingId: finding.id, replacedAt: null },
        include: { term: { select: { reference: true } }, frameworkItem: { select: { reference: true } } },
      }),
      db.appraisal.findFirst({
        where: { findingId: finding.id, agreedAt: { not: null }, version: { number: finding.currentNumber } },
        orderBy: { agreedAt: 'desc' },
        select: { answers: true },
      }),
    ]);
    const before = recorded.find((row) => (row.term ?? row.frameworkItem)?.reference === input.about);
    const agreed = directionOf(appraisal?.answers as Answers | null);
    return {
      kind: 'form' as const,
      reference: finding.reference,
      title: (finding.versions.find(({ number }) => number === finding.currentNumber) ?? finding.latest)
        .title,
      subjects: [
        ...terms.map(({ reference, name }) => ({ reference, name: `Intervention: ${name}` })),
        ...items.map(({ reference, name, framework }) => ({
          reference,
          name: `Objective: ${name} (${framework.document})`,
        })),
      ],
      about: input.about,
      before: before ? { direction: before.direction, note: before.note } : null,
      agreed,
    };
  },
});
