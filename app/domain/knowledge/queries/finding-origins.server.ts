import { z } from 'zod';
import type { Actor } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { findingsVisibleTo } from '../finding-visibility.server';
import { mayDraftFromAdvice, mayDraftFromDeliverable } from '../origins/finding-origin';
import { loadAdvice, loadDeliveredWork } from '../origins/origin-standing.server';

const startedOf = (findings: { reference: string }[]): string | null => findings[0]?.reference ?? null;

/** A deliverable as the start of a finding, with whether this actor may make one of it. */
export const deliverableOrigin = query({
  name: 'knowledge.deliverable-origin',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => ({ actor, findings: findingsVisibleTo(actor) }),
  read: async ({ db, scope, input }) => {
    const work = await loadDeliveredWork(db, input.reference);
    if (!work) return null;
    const known = await db.finding.findMany({
      where: { AND: [{ deliverableId: work.deliverable.id }, scope.findings] },
      select: { reference: true },
    });
    const { title, reference } = work.deliverable;
    return {
      title,
      reference,
      started: startedOf(known),
      verdict: mayDraftFromDeliverable(scope.actor, work.standing),
    };
  },
});

/** An expert's answer as the start of a finding, with whether this actor may make one of it. */
export const adviceOrigin = query({
  name: 'knowledge.advice-origin',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => ({ actor, findings: findingsVisibleTo(actor) }),
  read: async ({ db, scope, input }) => {
    const advice = await loadAdvice(db, input.reference);
    if (!advice) return null;
    const known = await db.finding.findMany({
      where: { AND: [{ adviceAnswerId: advice.answer.id }, scope.findings] },
      select: { reference: true },
    });
    const { standing, answer } = advice;
    return {
      title: answer.question.title,
      reference: answer.reference,
      named: standing.named,
      started: startedOf(known),
      verdict: mayDraftFromAdvice(scope.actor, standing),
    };
  },
});
