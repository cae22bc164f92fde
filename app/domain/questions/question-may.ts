import type { Actor } from '../actor';
import { isAllowed } from '../policy';
import { hasPassed, isOpen, isPublished, stateOf } from './question';
import {
  mayAnswerAdvice,
  mayApprove,
  mayAskClarification,
  mayBid,
  mayEdit,
  mayRelease,
  mayRun,
  maySeePartners,
  maySignalInterest,
  mayWatch,
  mayWithdraw,
  type QuestionForPolicy,
} from './question-policy';

/** What a page offers an actor on a question, from the policies that the commands enforce. */
export interface QuestionMay {
  edit: boolean;
  approve: boolean;
  run: boolean;
  withdraw: boolean;
  release: boolean;
  bid: boolean;
  answerAdvice: boolean;
  askClarification: boolean;
  signalInterest: boolean;
  watch: boolean;
  seePartners: boolean;
}

export function mayDoOn(question: QuestionForPolicy, actor: Actor): QuestionMay {
  const state = stateOf(question, actor.asOf);
  const open = isOpen(state);
  const askable =
    question.clarificationsCloseAt !== null && !hasPassed(question.clarificationsCloseAt, actor.asOf);
  return {
    edit: isAllowed(mayEdit(actor, question)),
    approve: state === 'awaitingApproval' && isAllowed(mayApprove(actor, question)),
    run: isPublished(question) && isAllowed(mayRun(actor, question)),
    withdraw: isAllowed(mayWithdraw(actor, question)),
    release: isAllowed(mayRelease(actor, question)),
    bid: open && isAllowed(mayBid(actor, question)),
    answerAdvice: open && isAllowed(mayAnswerAdvice(actor, question)),
    askClarification: open && askable && isAllowed(mayAskClarification(actor, question)),
    signalInterest: isAllowed(maySignalInterest(actor, question)),
    watch: isPublished(question) && isAllowed(mayWatch(actor, question)),
    seePartners: open && maySeePartners(actor, question),
  };
}
