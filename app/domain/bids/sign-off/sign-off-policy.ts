import { isMember, isWalledFromSome, panelRole, type Actor } from '../../actor';
import { allow, hide, type Verdict } from '../../policy';
import { isSponsor, ownsQuestion, type QuestionForPolicy } from '../../questions/question-policy';
import type { SignOff } from './sign-off';

/**
 * Whoever is asked to sign reads the whole bid, the price too. Nobody of those who ask, judge or decide does, even
 * when they were asked: to them there is no bid.
 */
export const maySign = (actor: Actor, question: QuestionForPolicy, signOff: SignOff | null): Verdict => {
  const asked = isMember(actor) && signOff?.approverId === actor.id;
  const apart =
    ownsQuestion(actor, question) ||
    isSponsor(actor, question) ||
    panelRole(actor, question.id) !== undefined ||
    isWalledFromSome(actor, question.id);
  return asked && !apart ? allow : hide;
};
