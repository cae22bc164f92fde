import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { isPerson } from '../../actor';
import { query } from '../../query.server';
import { clearanceNeeded, clearanceStanding } from '../../questions/clearance/clearance';
import { mayBid, maySee } from '../../questions/question-policy';
import { questionForPolicy, type LoadedQuestion } from '../../questions/question-stage.server';
import { isAllowed } from '../../policy';
import { labelOf, readStored, YES_NO } from '../../questions/tasks/task';
import { supportAnswers } from '../../questions/tasks/support';
import {
  showFee,
  showPublication,
  SIGN_OFF_WORDS,
  TERMS_LABELS,
  termsFields,
} from '../../questions/tasks/terms';
import { CONTRACTS, OPEN_LICENCES, OWNERSHIP } from '../../questions/tasks/terms-choices';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { mayStart } from '../bid-policy';
import { sectionsOf } from '../content/bid-sections';
import { isOpenForBids } from '../deadline';
import { ownLotsOf } from '../lots/own-bids-for.server';
import { standingOf } from '../eligibility/eligibility';
import { expressionStanding } from '../expressions/expression-standing.server';
import { eligibilityFor, type LastAnswer } from '../eligibility/load-eligibility.server';
import { toldAtSql } from '../../questions/question-state.server';

interface Odds {
  questions: number;
  bids: number;
  awards: number;
}

const FEWEST_QUESTIONS_FOR_ODDS = 3;

/** What an expert sees before the first word: terms, what is asked for, how it is judged, and the odds. */
export const bidStart = query({
  name: 'bids.start',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isPerson(actor) ? actor : null),
  read: async ({ db, actor, scope, input: { reference }, now }) => {
    const question = await questionForPolicy(db, reference);
    if (!scope || !question || !isAllowed(maySee(actor, question))) return null;
    const verdict = mayStart(actor, question);
    const { last, ...gates } = await gatesOf(db, question, scope.id, now);
    const [criteria, requirements, organisations, lots, odds] = await Promise.all([
      db.criterion.findMany({
        where: { questionId: question.id, stage: 'written' },
        orderBy: { position: 'asc' },
        select: { id: true, position: true, name: true, guidance: true, weight: true, wordLimit: true },
      }),
      db.requirement.findMany({
        where: { questionId: question.id, kind: 'essential' },
        orderBy: { position: 'asc' },
        select: { id: true, position: true, text: true, evidence: true },
      }),
      db.organisation.findMany({
        where: {
          id: { in: gates.eligibility === 'eligible' ? confirmedFor(last) : scope.organisationIds },
        },
        orderBy: { name: 'asc' },
        select: { reference: true, name: true },
      }),
      ownLotsOf(db, question, scope.id),
      db.$queryRaw<Odds[]>(oddsOf(question.routeId)),
    ]);
    return {
      reference,
      title: question.title,
      route: question.route.name,
      closesAt: question.closesAt,
      millisecondsLeft: question.closesAt ? question.closesAt.getTime() - now.getTime() : 0,
      open: isOpenForBids(question, now),
      takesBids: question.route.takesBids,
      terms: termsOf(question),
      sections: sectionsOf({ wordLimit: question.wordLimit, criteria, requirements }),
      ...judgingOf(question),
      ...gates,
      organisations,
      /** Whether somebody may bid for nobody but themselves, as far as they have confirmed it. */
      alone: gates.eligibility !== 'eligible' || last?.organisationId === null,
      ...lots,
      odds: (odds[0]?.questions ?? 0) >= FEWEST_QUESTIONS_FOR_ODDS ? (odds[0] ?? null) : null,
      why: verdict.kind === 'deny' ? verdict.why : null,
      may: {
        start: isAllowed(verdict) && isAllowed(mayBid(actor, question)) && isOpenForBids(question, now),
      },
    };
  },
});

/** What stands before a bid, where the question asks for it: expressions of interest, and saying that one may bid. */
async function gatesOf(db: Db, question: LoadedQuestion, personId: string, now: Date) {
  const { asked, last } = await eligibilityFor(db, question, personId);
  const expression = await expressionStanding(db, question, personId);
  const clearance = await ownClearance(db, question, personId, now);
  return { last, eligibility: standingOf(asked, last), expression, clearance };
}

/** How the clearance that somebody declares stands to what the work needs; null where it needs none. */
async function ownClearance(db: Db, { dataProtection }: LoadedQuestion, personId: string, now: Date) {
  const needed = clearanceNeeded(dataProtection);
  if (!needed) return null;
  const profile = await db.expertProfile.findUnique({
    where: { personId },
    select: { clearanceLevel: true, clearanceExpires: true },
  });
  const declared = { level: profile?.clearanceLevel ?? null, expires: profile?.clearanceExpires ?? null };
  return { needed: needed.name, standing: clearanceStanding(needed.level, declared, ukDay(now)) };
}

const confirmedFor = (last: LastAnswer | null): string[] =>
  last?.organisationId ? [last.organisationId] : [];

/** How bids on this route have fared so far, over questions whose decision is told. */
const oddsOf = (routeId: string) => Prisma.sql`
  SELECT count(DISTINCT q.id)::int AS questions, count(DISTINCT b.id)::int AS bids,
    count(DISTINCT a.bid_id)::int AS awards
  FROM question q
  JOIN bid b ON b.question_id = q.id
  JOIN bid_submission s ON s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL
  LEFT JOIN award a ON a.bid_id = b.id AND a.withdrawn_at IS NULL AND a.notice_at IS NOT NULL
  WHERE q.route_id = ${routeId}::uuid AND q.decided_at IS NOT NULL
    AND ${toldAtSql('q')} IS NOT NULL`;

type Judged = Pick<LoadedQuestion, 'qualityWeight' | 'priceWeight' | 'bidsAnonymous' | 'route'>;

const judgingOf = ({ qualityWeight, priceWeight, bidsAnonymous, route }: Judged) => ({
  weights: { quality: qualityWeight, price: priceWeight },
  priceAfterQuality: route.priceAfterQuality,
  bidsAnonymous,
});

interface WithTerms {
  contractTerms: unknown;
  awardsAvailable: number;
  signOffRequired: boolean;
}

function termsOf({ contractTerms, awardsAvailable, signOffRequired }: WithTerms) {
  const said = readStored(termsFields, contractTerms);
  const { ownership, licenceBack, openLicence, acknowledgement, dataDeposit, contract, effort } = said;
  return [
    { label: TERMS_LABELS.ownership, value: labelOf(OWNERSHIP, ownership) },
    { label: TERMS_LABELS.licenceBack, value: labelOf(YES_NO, licenceBack) },
    { label: TERMS_LABELS.publication, value: showPublication(contractTerms) },
    { label: TERMS_LABELS.openLicence, value: labelOf(OPEN_LICENCES, openLicence) },
    { label: TERMS_LABELS.acknowledgement, value: acknowledgement },
    { label: TERMS_LABELS.dataDeposit, value: dataDeposit },
    { label: TERMS_LABELS.contract, value: labelOf(CONTRACTS, contract) },
    { label: TERMS_LABELS.fee, value: showFee(contractTerms) },
    { label: TERMS_LABELS.effort, value: effort },
    ...supportAnswers(said),
    { label: TERMS_LABELS.awardsAvailable, value: String(awardsAvailable) },
    { label: TERMS_LABELS.signOff, value: signOffRequired ? SIGN_OFF_WORDS : '' },
  ].filter(({ value }) => value !== '');
}
