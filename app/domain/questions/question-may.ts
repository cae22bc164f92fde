import type { Actor } from '../actor';
import { isAllowed } from '../policy';
import { hasPassed, isLive, isOpen, isPublished, stateOf } from './question';
import {
  mayAnswerAdvice,
  mayApprove,
  mayAskClarification,
  mayBid,
  mayDraftFor,
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
  /** Addenda, and who can see it: until it is finished. */
  amend: boolean;
  invite: boolean;
  linkNotices: boolean;
  cascade: boolean;
  copy: boolean;
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
  const run = isPublished(question) && isAllowed(mayRun(actor, question));
  const askable =
    question.clarificationsCloseAt !== null && !hasPassed(question.clarificationsCloseAt, actor.asOf);
  return {
    edit: isAllowed(mayEdit(actor, question)),
    approve: state === 'awaitingApproval' && isAllowed(mayApprove(actor, question)),
    run,
    amend: run && isLive(state),
    invite: run && open,
    cascade: run && isLive(state) && question.visibility === 'network',
    linkNotices: question.route.takesBids && isAllowed(mayRun(actor, question)),
    copy: isPublished(question) && isAllowed(mayDraftFor(actor, question.teamId)),
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
