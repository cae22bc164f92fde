import { z } from 'zod';
import { isMember, type Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { mayJudgeExpressions } from '../expressions/expression-policy';
import { expressionsLeft } from '../expressions/load-expression.server';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import {
  allHaveScored,
  contending,
  hasScored,
  type Assessment,
  type BidAssessment,
} from '../assessment/assessment';
import {
  CAPACITY_NAMES,
  isQualityFinal,
  livePanel,
  stageOf,
  STAGE_NAMES,
  type Competition,
  type EvaluationStage,
} from '../competition';
import { maySeeConflicts } from '../interests/conflicts/conflict-policy';
import { ownOpenConflicts } from '../interests/conflicts/load-conflict.server';
import { declarationStage, standingOf, whatStartWaitsFor } from '../interests/declarations';
import {
  capacitiesOf,
  mayDecide,
  mayModerate,
  mayReadBid,
  mayReadBids,
  mayReadFile,
  mayRunPanel,
  maySeeDeclarations,
  maySeeEvaluation,
  maySeeRanking,
  mayScore,
  mayTellBidders,
} from '../evaluation-policy';
import { loadAssessment } from '../assessment/load-assessment.server';
import {
  mayAssign,
  maySeeAssessors,
  maySeeHelpfulness,
  mayStatePreferences,
} from '../assessors/assigning-policy';
import type { CheckState } from '../requirements/checks';
import { checkStates } from '../requirements/load-checks.server';
import { headingOf, isSeen, seenCompetition } from '../seen-competition.server';

const NO_CHECKS: ReadonlyMap<string, CheckState> = new Map();

const mayFollow = (actor: Actor, { question }: Competition) => maySeeEvaluation(actor, question);

/** Where the evaluation of a question stands, and what the actor can do next. */
export const evaluationPage = query({
  name: 'evaluation.page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    if (!scope) return null;
    const competition = await seenCompetition(db, actor, input.reference, mayFollow);
    if (!isSeen(competition)) return competition;
    const { question } = competition;
    const stage = stageOf(competition);
    if (!question.route.takesBids) return null;
    const judges = isAllowed(mayJudgeExpressions(actor, competition, now));
    const expressions = judges ? await expressionsLeft(db, question.id) : null;
    const reads = question.openedAt && isAllowed(mayReadBids(actor, competition));
    const assessment = reads ? await loadAssessment(db, question.id) : null;
    const checks = assessment && competition.hasEssentials ? await checkStates(db, question.id) : NO_CHECKS;
    const due = declarationStage(competition);
    const ownConflicts = await ownOpenConflicts(db, actor, question.id);
    return {
      ...{ ...headingOf(competition), stage, stageName: STAGE_NAMES[stage], expressions },
      route: question.route.name,
      outcome: question.outcome,
      panel: livePanel(competition).map(({ person, role }) => ({
        name: person.name,
        role: CAPACITY_NAMES[role],
        standing: standingOf(competition, person.id, 'opening'),
      })),
      waits: stage === 'declaring' ? whatStartWaitsFor(competition) : [],
      mine: {
        capacities: capacitiesOf(actor, question),
        declares: due,
        standing: due && standingOf(competition, scope, due),
      },
      bids: assessment && bidsFor(actor, competition, assessment, checks),
      ...holdAndInterviews(competition),
      assigning: competition.assigning ? { confirmed: competition.assigning.confirmedAt !== null } : null,
      may: {
        seeAssessors: isAllowed(maySeeAssessors(actor, competition)),
        prefer: isAllowed(mayStatePreferences(actor, competition)),
        assign: isAllowed(mayAssign(actor, competition)),
        seeAssessments: isAllowed(maySeeHelpfulness(actor, competition)),
        runPanel: isAllowed(mayRunPanel(actor, question)),
        seeDeclarations: isAllowed(maySeeDeclarations(actor, question)),
        seeConflicts: isAllowed(maySeeConflicts(actor, competition, ownConflicts)),
        moderate: isAllowed(mayModerate(actor, competition)),
        seeRanking: isQualityFinal(question) && isAllowed(maySeeRanking(actor, competition)),
        ...decidersMay(actor, competition, stage),
        tellBidders: isAllowed(mayTellBidders(actor, question)),
        readFile: isAllowed(mayReadFile(actor, competition)),
      },
    };
  },
});

const holdAndInterviews = ({ hold, question }: Competition) => ({
  hold: hold ? { reviewOn: hold.reviewOn } : null,
  interviews: question.interviewMode !== null && question.qualityAgreedAt !== null,
});

function decidersMay(actor: Actor, competition: Competition, stage: EvaluationStage) {
  const decides = isAllowed(mayDecide(actor, competition, null));
  return {
    decide: decides && competition.recommendationId !== null && stage !== 'withdrawn',
    hold: decides && stage !== 'beforeOpening' && stage !== 'withdrawn',
    reserve: decides && competition.question.outcome === 'awarded',
  };
}

function bidsFor(
  actor: Actor,
  competition: Competition,
  assessment: Assessment,
  checks: ReadonlyMap<string, CheckState>,
) {
  const id = isMember(actor) ? actor.id : '';
  return contending(assessment)
    .filter((bid) => isAllowed(mayReadBid(actor, competition, bid.id)))
    .map((bid) => ({
      reference: bid.reference,
      bidder: bid.bidder,
      scores: isAllowed(mayScore(actor, competition, bid.id)),
      mine: ownScores(bid, id),
      complete: allHaveScored(competition, bid),
      requirements: checks.get(bid.id) ?? 'none',
    }));
}

function ownScores(bid: BidAssessment, personId: string): 'done' | 'started' | 'to do' {
  if (hasScored(bid, personId)) return 'done';
  return bid.scores.some((score) => score.personId === personId) ? 'started' : 'to do';
}
