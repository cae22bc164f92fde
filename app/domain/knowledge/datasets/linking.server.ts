import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { hasRole, isMember, type Actor } from '../../actor';
import { allow, deny, hide, isAllowed, type Verdict } from '../../policy';
import { isPublished } from '../../questions/question';
import { knowsOf, mayRun } from '../../questions/question-policy';
import { lockedQuestion, type LoadedQuestion } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { maySeeFinding, takesPart } from '../finding-policy';
import { loadFinding, type LoadedFinding } from '../finding-standing.server';

export const linkedInput = { noun: z.enum(['question', 'finding']), reference: referenceInput };

/** A question or a finding that data are linked to. */
export type Linked =
  { noun: 'question'; question: LoadedQuestion } | { noun: 'finding'; finding: LoadedFinding };

export async function loadLinked(
  tx: Db,
  { noun, reference }: { noun: 'question' | 'finding'; reference: string },
): Promise<Linked | null> {
  if (noun === 'question') {
    const question = await lockedQuestion(tx, reference);
    return question && { noun, question };
  }
  const finding = await loadFinding(tx, reference);
  return finding && { noun, finding };
}

/** Whoever runs the question, or shared the finding; and coordinators. */
export function mayLinkData(actor: Actor, linked: Linked): Verdict {
  const isCoordinator = hasRole(actor, 'coordinator');
  if (linked.noun === 'question') {
    const { question } = linked;
    if (!knowsOf(actor, question)) return hide;
    if (!isPublished(question)) return deny('Data are linked once the question is published.');
    return isCoordinator ? allow : mayRun(actor, question);
  }
  const { standing } = linked.finding;
  const seen = maySeeFinding(actor, standing);
  if (!isAllowed(seen)) return seen;
  if (!standing.everPublished) return deny('Data are linked once the finding is published.');
  const isOwn = isMember(actor) && takesPart(actor) && standing.submittedById === actor.id;
  return isCoordinator || isOwn
    ? allow
    : deny('Only whoever shared a finding, or a coordinator, can do this.');
}

export const idOf = (linked: Linked): string =>
  linked.noun === 'question' ? linked.question.id : linked.finding.id;
export const columnOf = (linked: Linked) =>
  linked.noun === 'question' ? { questionId: linked.question.id } : { findingId: linked.finding.id };
