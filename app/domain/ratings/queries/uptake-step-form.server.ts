import { z } from 'zod';
import { hasRole, type Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { optionalReferenceInput, referenceInput } from '../../reference-input';
import { nextStep } from '../uptake/uptake';
import { mayRecordStep } from '../uptake/uptake-policy';
import { loadForUptake } from '../uptake/uptake-standing.server';

/** What the form of the next step needs: what it follows, who could own it, and impact records to point to. */
export const uptakeStepForm = query({
  name: 'ratings.uptake-step-form',
  input: z.strictObject({ reference: referenceInput, follows: optionalReferenceInput }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const loaded = await loadForUptake(db, input.reference, actor);
    if (!loaded) return null;
    const { finding, standing } = loaded;
    const verdict = mayRecordStep(actor, standing, !input.follows);
    if (verdict.kind === 'hide') return null;
    if (!isAllowed(verdict) || actor.kind !== 'person')
      return { kind: 'denied' as const, why: verdict.kind === 'deny' ? verdict.why : '' };
    const before = input.follows
      ? await db.uptakeStep.findFirst({
          where: { reference: input.follows, findingId: finding.id, withdrawnAt: null },
          select: { reference: true, kind: true, text: true, taken: true, happenedOn: true },
        })
      : null;
    if (input.follows && !before) return null;
    const step = before ? nextStep(before) : 'recommendation';
    if (!step) return { kind: 'denied' as const, why: 'Nothing follows this step.' };
    const own = [...actor.organisationIds, ...actor.teams.map(({ organisationId }) => organisationId)];
    const [organisations, impacts] = await Promise.all([
      db.organisation.findMany({
        where: {
          closedAt: null,
          mergedIntoId: null,
          ...(hasRole(actor, 'coordinator') ? {} : { id: { in: own } }),
        },
        orderBy: { name: 'asc' },
        select: { reference: true, name: true },
      }),
      step === 'outcome'
        ? db.impactRecord.findMany({
            where: { findingId: finding.id, withdrawnAt: null },
            orderBy: { decidedOn: 'desc' },
            select: { reference: true, decision: true },
          })
        : [],
    ]);
    const version = finding.versions.find(({ number }) => number === finding.currentNumber) ?? finding.latest;
    return {
      kind: 'form' as const,
      ...{ reference: finding.reference, title: version.title, step, before, organisations, impacts },
    };
  },
});
