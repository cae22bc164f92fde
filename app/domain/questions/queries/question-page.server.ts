import { z } from 'zod';
import { hasRole, isWalledFromQuestion, isWalledFromSome, type Actor } from '../../actor';
import { maySeeNetwork } from '../../people/person-policy';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { wholeQuestion, type WholeQuestion } from '../drafting/draft-loading.server';
import { isBlind } from '../blind';
import { cascadesFor, type ShownCascade } from '../cascading/shown-cascades';
import { maySeeFunders } from '../funding/funding-policy';
import { coverageOf, type Coverage } from '../funding/pledge';
import { exchangeOf, withoutCounts, type Exchange } from '../exchange.server';
import { isExtendable, mayProposeExtension } from '../dates/extension';
import { isReviewDue, reviewDayOf } from '../dates/review';
import { publicationDigest } from '../publishing/publication-approvals.server';
import { stateOf, type QuestionOutcome, type QuestionState, type Visibility } from '../question';
import { mayDoOn, type QuestionMay } from '../question-may';
import { ownsQuestion } from '../question-policy';
import { questionsVisibleTo } from '../question-visibility.server';
import { sponsoringFor, type QuestionSponsoring } from '../sponsoring/question-sponsoring';
import { methodOf, type AwardMethod } from '../method/award-method';
import { showLotLimits } from '../lots/lot';
import { procurement, showBudget } from '../tasks/procurement';
import { requirementAnswers } from '../requirements/requirement-fields';
import { expressionAnswers } from '../tasks/dates';
import { questionLines } from '../tasks/scope';
import type { Answer } from '../tasks/task';
import { request } from '../tasks/request';
import { showFee, showPublication, terms } from '../tasks/terms';
import { ethics } from '../tasks/ethics';

export interface QuestionPage
  extends
    Omit<Exchange, 'sponsorships' | 'setAsideFor' | 'pledges' | 'cascades' | 'ownApprovals'>,
    QuestionSponsoring {
  id: string;
  reference: string;
  title: string;
  summary: string;
  decision: string;
  decisionDate: Date | null;
  neededBy: Date | null;
  asked: string[];
  background: string;
  outputs: string;
  state: QuestionState;
  outcome: QuestionOutcome | null;
  outcomeReason: string | null;
  withdrawnReason: string | null;
  returnedReason: string | null;
  /** Who approves it, for the asking side. */
  approver: string | null;
  marking: string;
  visibility: Visibility;
  released: boolean;
  invented: boolean;
  route: WholeQuestion['route'];
  team: { reference: string; name: string; organisation: string };
  publishedAt: Date | null;
  closesAt: Date | null;
  millisecondsLeft: number | null;
  clarificationsCloseAt: Date | null;
  answersDueAt: Date | null;
  /** Until when it stands as it is, whether that day has passed, and for its team who answers for it. */
  review: { by: Date; due: boolean; owner: string | null } | null;
  budget: string;
  budgetMaximum: number | null;
  /** How much of it is there, for those who may know who pays. */
  covered: Coverage | null;
  cascades: ShownCascade[];
  awardsAvailable: number;
  publication: string;
  fee: string;
  qualityWeight: number;
  criteria: WholeQuestion['criteria'];
  /** Who may bid and what every bid must show, as they are read. */
  requirements: Answer[];
  lots: WholeQuestion['lots'];
  lotLimits: string | null;
  /** The first stage of expressions of interest; nothing where there is none. */
  expressions: Answer[];
  method: Omit<AwardMethod, 'tieBreak'> & { tieBreak: string[] };
  terms: WholeQuestion['terms'][number]['term'][];
  priorities: { reference: string; name: string }[];
  /** Terms, ethics and procurement in full, for whoever thinks of answering. */
  particulars: { title: string; answers: Answer[] }[];
  may: QuestionMay & { extend: boolean; openTeam: boolean; reopen: boolean; discuss: boolean };
}

/** One question with all that its page shows, in three statements. */
export const questionPage = query({
  name: 'questions.page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: questionsVisibleTo,
  read: async ({ db, actor, scope, input, now }): Promise<QuestionPage | null> => {
    const row = await wholeQuestion(db, input.reference, scope);
    if (!row) return null;
    const {
      sponsorships,
      setAsideFor,
      pledges,
      cascades: sent,
      ownApprovals,
      ...exchange
    } = await exchangeOf(db, row, actor);
    const sponsoring = sponsoringFor(actor, row, { sponsorships, setAsideFor });
    const openTeam = isAllowed(maySeeNetwork(actor));
    const offered = mayDoOn(row, actor);
    const may = {
      ...offered,
      approve: offered.approve && !ownApprovals.includes(publicationDigest(row)),
      extend: isExtendable(row, now) && isAllowed(mayProposeExtension(actor, row)),
      openTeam,
      reopen: sponsoring.setAside?.reopen ?? false,
      discuss: maySeeDiscussion(actor, row, exchange),
    };
    const owns = ownsQuestion(actor, row);
    const shown = owns ? exchange : withoutCounts(exchange);
    const tells = owns && !isWalledFromSome(actor, row.id);
    const told = tells || exchange.told ? stage(row, now) : untold(row, now);
    const returnedReason = owns ? row.returnedReason : null;
    const covered = isAllowed(maySeeFunders(actor, row)) ? coverageOf(pledges, row.budgetMaximum) : null;
    const cascades = cascadesFor(actor, row, sent);
    const review = openTeam ? reviewOf(row, owns, now) : null;
    return {
      ...shown,
      ...sponsoring,
      ...content(row),
      ...told,
      returnedReason,
      approver: owns ? (row.seniorResponsibleOwner?.name ?? null) : null,
      review,
      covered,
      cascades,
      may,
    };
  },
});

function reviewOf(row: WholeQuestion, owns: boolean, now: Date): QuestionPage['review'] {
  const by = reviewDayOf(row, now);
  const owner = owns ? (row.seniorResponsibleOwner?.name ?? null) : null;
  return by && { by, due: isReviewDue(by, now), owner };
}

/** Whether there is anything of its discussion that the actor reads; while bids are judged, next to nobody. */
function maySeeDiscussion(actor: Actor, row: WholeQuestion, { told }: { told: boolean }): boolean {
  if (isWalledFromQuestion(actor, row.id)) return false;
  if (ownsQuestion(actor, row)) return true;
  if (!row.publishedAt) return false;
  return hasRole(actor, 'coordinator') || !isBlind({ ...row, takesBids: row.route.takesBids, told });
}

const content = (row: WholeQuestion) => ({
  id: row.id,
  reference: row.reference,
  title: row.title,
  summary: row.summary,
  decision: row.decision,
  decisionDate: row.decisionDate,
  neededBy: row.neededBy,
  asked: questionLines(row.questionsAsked),
  background: row.background,
  outputs: row.outputs,
  marking: row.marking,
  visibility: row.visibility,
  released: row.releasedAt !== null,
  invented: row.invented,
  route: row.route,
  team: row.team,
  budget: showBudget(row),
  budgetMaximum: row.budgetMaximum,
  awardsAvailable: row.awardsAvailable,
  publication: showPublication(row.contractTerms),
  fee: showFee(row.contractTerms),
  qualityWeight: row.qualityWeight,
  criteria: row.criteria,
  requirements: row.route.takesBids ? requirementAnswers(row) : [],
  lots: row.lots,
  lotLimits: showLotLimits(row),
  expressions: row.route.takesBids ? expressionAnswers(row) : [],
  method: methodOf(row),
  terms: row.terms.map(({ term }) => term),
  priorities: row.priorities.map(({ priority }) => priority),
  particulars: particularsOf(row),
});

function particularsOf(row: WholeQuestion): QuestionPage['particulars'] {
  if (row.route.takesAdvice) return [{ title: 'Terms', answers: request.answers(row).slice(6, 9) }];
  if (!row.route.takesBids) return [];
  return [terms, ethics, procurement].map((task) => ({
    title: task.title,
    answers: task.answers(row).filter(({ value }) => value !== ''),
  }));
}

const stage = (row: WholeQuestion, now: Date) => ({
  state: stateOf(row, now),
  outcome: row.outcome,
  outcomeReason: row.outcome === 'awarded' ? null : row.outcomeReason,
  withdrawnReason: row.withdrawnReason,
  publishedAt: row.publishedAt,
  closesAt: row.closesAt,
  millisecondsLeft: row.closesAt ? row.closesAt.getTime() - now.getTime() : null,
  clarificationsCloseAt: row.clarificationsCloseAt,
  answersDueAt: row.answersDueAt,
});

/** Before a decision is told, for those outside the team: still in evaluation. */
const untold = (row: WholeQuestion, now: Date) =>
  stage({ ...row, decidedAt: null, outcome: null, outcomeReason: null }, now);
