import { z } from 'zod';
import { hasRole, isMember, isWalledFromBid, isWalledFromSome, type Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { resultsOf, withoutWalled, type Assessment } from '../../evaluation/assessment/assessment';
import {
  CAPACITY_NAMES,
  isQualityFinal,
  stageOf,
  STAGE_NAMES,
  type Capacity,
  type Competition,
} from '../../evaluation/competition';
import {
  isOwner,
  mayReadBids,
  mayReadFile,
  maySeeDeclarations,
  maySeeRanking,
} from '../../evaluation/evaluation-policy';
import { loadAssessment } from '../../evaluation/assessment/load-assessment.server';
import { rankingOf } from '../../evaluation/assessment/ranking-of.server';
import { recommendationsOf, withoutBids } from '../../evaluation/recommendation/recommendations-of.server';
import { inDecimals } from '../../evaluation/scoring/fraction';
import { headingOf, isSeen, seenCompetition } from '../../evaluation/seen-competition.server';
import { bidsOnFile } from '../file/bids-on-file.server';
import { decisionRecord } from '../file/decision-record.server';
import { factsOnFile } from '../file/facts-on-file.server';
import { hearsOfAward } from '../../evaluation/told-to.server';

/**
 * All of one question beside its text, to be printed. Scores and prices are on it once the reader may see the
 * ranking; the text of bids for those who may read bids and, after the decision, for every reader of the file.
 */
export const questionFile = query({
  name: 'awards.questionFile',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    if (!scope) return null;
    const competition = await seenCompetition(db, actor, input.reference, mayReadFile);
    if (!isSeen(competition)) return competition;
    const hears = await hearsOfAward(db, actor, competition);
    const { question } = competition;
    const ranks = isQualityFinal(question) && isAllowed(maySeeRanking(actor, competition));
    const reads =
      question.openedAt !== null &&
      (question.decidedAt !== null || isAllowed(mayReadBids(actor, competition)));
    const assessed = await loadAssessment(db, question.id);
    const assessment = withoutWalled(assessed, (bidId) => isWalledFromBid(actor, question.id, bidId));
    const shown = new Set(assessment.bids.map(({ reference }) => reference));
    const record = await decisionRecord(db, question.id);
    const stage = stageOf(competition);
    const isWalled = isWalledFromSome(actor, question.id);
    return {
      ...headingOf(competition),
      id: question.id,
      offersPack: offersPack(actor, question),
      printedAt: now,
      stage: STAGE_NAMES[stage],
      panel: competition.panel.map(({ person, role, appointedAt, endedAt }) => ({
        name: person.name,
        role: CAPACITY_NAMES[role],
        appointedAt,
        endedAt,
      })),
      declarations: isAllowed(maySeeDeclarations(actor, question)) ? declared(competition) : null,
      bids: reads ? await bidsOnFile(db, assessment.bids, assessment.criteria) : null,
      scores: ranks ? scored(competition, assessment) : null,
      ranking: ranks ? ((await rankingOf(db, competition, assessment))?.rows ?? null) : null,
      rules: {
        priceScored: question.route.priceScored,
        formula: question.awardFormula,
        weights: { quality: question.qualityWeight, price: question.priceWeight },
      },
      recommendations:
        ranks && hears
          ? withoutBids(await recommendationsOf(db, question.id), (bid) => shown.has(bid), isWalled)
          : [],
      ...record,
      challenges: record.challenges.filter(({ bid }) => shown.has(bid)),
      awards: record.awards.filter(({ bid }) => shown.has(bid)),
      summaries: record.summaries.filter(({ reference }) => shown.has(reference)),
      // Minutes speak of all bids.
      meetings: ranks && !isWalled ? record.meetings : [],
      facts: await factsOnFile(db, question.id, actor),
    };
  },
  logged: (view) =>
    isSeen(view)
      ? {
          name: 'QuestionFileWasRead',
          noun: 'question',
          nounId: view.id,
          data: { bidIds: view.bids?.map(({ id }) => id) ?? [] },
        }
      : null,
});

/** To those who may have a right to a pack, which its own page judges. */
const offersPack = (actor: Actor, question: Competition['question']): boolean =>
  !isWalledFromSome(actor, question.id) &&
  (isOwner(actor, question) || hasRole(actor, 'coordinator') || hasRole(actor, 'auditor'));

const declared = ({ declarations }: Competition) =>
  declarations.map((one) => ({
    name: one.person.name,
    capacity: CAPACITY_NAMES[one.capacity as Capacity],
    stage: one.stage,
    hasInterest: one.hasInterest,
    details: one.details,
    declaredAt: one.declaredAt,
    confirmed: one.confirmed,
    decisionReason: one.decisionReason,
  }));

const scored = (competition: Competition, assessment: Assessment) =>
  assessment.bids.map((bid) => ({
    reference: bid.reference,
    bidder: bid.bidder,
    excludedReason: bid.excludedReason,
    criteria: resultsOf(competition, assessment, bid).map(({ criterion, agreed, consensus }) => ({
      name: criterion.name,
      weight: criterion.weight,
      agreed: agreed && inDecimals(agreed, 2),
      consensus: consensus && { value: consensus.value, rationale: consensus.rationale },
      scores: bid.scores
        .filter((score) => score.criterionId === criterion.id && score.submitted)
        .map(({ personName, value, reason }) => ({ name: personName, value, reason })),
    })),
  }));
