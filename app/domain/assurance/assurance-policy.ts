import { hasRole, isMember, isWalledFromQuestion, isWalledFromSome, type Actor } from '../actor';
import type { CompetitionQuestion } from '../evaluation/competition';
import { isOwner, knowsOfEvaluation } from '../evaluation/evaluation-policy';
import { allow, deny, hide, type Verdict } from '../policy';
import { isPublished } from '../questions/question';
import { knowsOf, mayCheck } from '../questions/question-policy';

export interface PackForPolicy {
  question: CompetitionQuestion;
  /** Everybody who had a part in the competition, on either side. */
  involved: string[];
}

/** The senior responsible owner; a coordinator without a part in it; the auditor once it is settled. */
export function mayMakePack(actor: Actor, { question, involved }: PackForPolicy): Verdict {
  if (!isMember(actor) || isWalledFromQuestion(actor, question.id) || !knowsOf(actor, question)) return hide;
  const isOutside = !involved.includes(actor.id);
  const checks = isOutside && mayCheck(actor, question);
  const keeps = isOutside && hasRole(actor, 'coordinator');
  if (!isOwner(actor, question) && !checks && !keeps)
    return knowsOfEvaluation(actor, question)
      ? deny(
          'A pack is made by the senior responsible owner, a coordinator without a part in the competition or, once it is settled, an auditor.',
        )
      : hide;
  if (isWalledFromSome(actor, question.id))
    return deny('A confirmed conflict about one of the bids keeps you from a pack of them all.');
  return isPublished(question) ? allow : deny('A pack is made of a published question.');
}
