import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { decryptForPerson } from '../../person-key.server';
import { query } from '../../query.server';
import { ownBidderWords } from './own-bidder-words.server';
import { ownDeliveryWords } from './own-delivery-words.server';

const MOST_FACTS = 10_000;

const INTERESTS = {
  registeredInterests: {
    omit: {
      id: true,
      personId: true,
      aboutPersonId: true,
      aboutOrganisationId: true,
      replacedById: true,
    },
    include: { aboutPerson: { select: { name: true } }, aboutOrganisation: { select: { name: true } } },
  },
  interestConfirmations: { omit: { personId: true } },
  // What is only suspected is withheld while a competition runs: it would tell of its bids.
  conflicts: {
    where: { decidedById: { not: null } },
    select: { kind: true, confirmedAt: true, dismissedAt: true, decisionReason: true },
  },
} as const;

/** What they counted, judged and answered for the whole of the field. */
const COUNTED = {
  ownedMeasures: { select: { reference: true, name: true, state: true } },
  countedValues: { select: { reference: true, value: true, source: true, note: true, recordedAt: true } },
  checkedValues: { select: { step: true, note: true, at: true } },
  answeredFollowUps: { select: { reference: true, outcome: true, words: true, answeredAt: true } },
  recordedHarm: { select: { reference: true, kind: true, value: true, note: true, recordedAt: true } },
  ledgerLines: { select: { reference: true, purpose: true, recordedAt: true } },
  moneyBands: { select: { reason: true, recordedAt: true } },
  weightings: { select: { reference: true, name: true, note: true, savedAt: true } },
  understandingRated: { select: { dimension: true, level: true, basis: true, ratedAt: true } },
  dataRequests: {
    select: { reference: true, extract: true, purpose: true, safePeople: true, askedAt: true, state: true },
  },
  decidedDataRequests: { select: { reference: true, reasonCode: true, words: true, decidedAt: true } },
  dataNotes: { select: { text: true, at: true } },
  reorganisationsProposed: { select: { reference: true, basis: true, proposedAt: true } },
  handoversAnswered: { select: { label: true, answer: true, words: true, answeredAt: true } },
} as const;

/** All that is held of a person, besides what others wrote. */
const HELD = {
  emails: { select: { address: true, primary: true, personal: true, verifiedAt: true } },
  affiliations: {
    include: { organisation: { select: { name: true } } },
    omit: { id: true, personId: true, organisationId: true },
  },
  installationRoles: { select: { role: true, grantedAt: true, revokedAt: true } },
  teamMemberships: {
    select: { team: { select: { name: true } }, roles: true, startsAt: true, endsAt: true },
  },
  expertProfile: { omit: { personId: true } },
  expertWorks: { omit: { id: true, personId: true, workId: true } },
  derivedTerms: { select: { term: { select: { name: true } }, works: true, rejectedAt: true } },
  expertTerms: { select: { term: { select: { scheme: true, name: true } } } },
  sessions: { select: { createdAt: true, lastSeenAt: true, userAgent: true } },
  apiTokens: { omit: { id: true, personId: true, hash: true } },
  savedSearches: { select: { name: true, query: true, alert: true, savedAt: true } },
  notices: { select: { subject: true, body: true, createdAt: true, readAt: true } },
  ratings: {
    select: { value: true, certainty: true, reason: true, ratedAt: true, interestDeclared: true },
  },
  declarations: {
    omit: { id: true, personId: true, questionId: true, aboutIds: true, decidedById: true },
  },
  ...INTERESTS,
  scoreQueries: { select: { note: true, askedAt: true, answer: true, answeredAt: true } },
  attendance: { select: { attendance: true, note: true } },
  assessorInvitations: {
    select: {
      message: true,
      invitedAt: true,
      acceptedAt: true,
      declinedAt: true,
      declineReason: true,
      declineWords: true,
    },
  },
  bidSignOffs: {
    select: { askedAt: true, signedAt: true, returnedAt: true, returnedReason: true, voidedAt: true },
  },
  bidPreferences: { omit: { personId: true, bidId: true } },
  assessments: {
    select: { assignedAt: true, refusedAt: true, refusalReason: true, refusalWords: true },
  },
  matchedExpertise: { select: { score: true, matchedAt: true } },
  templatesSet: { select: { kind: true, number: true, setAt: true } },
  lettersPrepared: { select: { preparedAt: true } },
  lettersChanged: { select: { changedAt: true } },
  lettersSent: { select: { sentAt: true } },
  challengesLodged: { select: { grounds: true, text: true, lodgedAt: true, outcome: true } },
  challengesDecided: { select: { reasons: true, decidedAt: true } },
  reservesKept: { select: { position: true, until: true, keptAt: true } },
  holdsPlaced: { select: { reason: true, placedAt: true, liftedAt: true } },
  holdsLifted: { select: { liftedAt: true } },
  approvals: { select: { level: true, givenAt: true, voidedAt: true } },
  approvalSchemes: { select: { holdsFrom: true } },
  approvalLevels: { select: { level: { select: { number: true, fromAmount: true } } } },
  clarifications: { select: { asked: true, askedAt: true } },
  enquiryMessages: { select: { text: true, sentAt: true, enquiry: { select: { subject: true } } } },
  requests: {
    select: { reference: true, kind: true, reason: true, conditions: true, askedAt: true, state: true },
  },
  fileGrants: { select: { conditions: true, grantedAt: true, until: true, endedAt: true } },
  adviceAnswers: { select: { body: true, submittedAt: true } },
  impactRecords: { select: { reference: true, decision: true, effect: true, recordedAt: true } },
  questionsAuthored: { select: { reference: true, title: true } },
  bidsLed: {
    select: { reference: true, createdAt: true, keeping: { omit: { bidId: true, datasetIds: true } } },
  },
  findingsSubmitted: { select: { reference: true, createdAt: true } },
  ...COUNTED,
} as const;

/** Subject access: what Soundings holds about the actor, in a form that machines read. */
export const ownData = query({
  name: 'people.own-data',
  input: z.strictObject({}),
  visibleTo: (actor: Actor) => (actor.kind === 'person' ? actor.id : null),
  read: async ({ db, scope: personId, now }) => {
    if (personId === null) return null;
    const {
      id: _id,
      mergedIntoId: _merged,
      ...person
    } = await db.person.findUniqueOrThrow({
      where: { id: personId },
      include: HELD,
    });
    const delivery = await ownDeliveryWords(db, personId);
    const bidding = await ownBidderWords(db, personId);
    return { madeAt: now, person, delivery, bidding, history: await historyOf(db, personId) };
  },
});

/** What the actor did and what was done about them; text of others stays with others. */
async function historyOf(db: Db, personId: string) {
  const facts = await db.fact.findMany({
    where: {
      OR: [{ actorId: personId }, { noun: 'person', nounId: personId }, { personal: { personId } }],
    },
    orderBy: { number: 'asc' },
    take: MOST_FACTS,
    select: { name: true, at: true, personal: { select: { personId: true, ciphertext: true } } },
  });
  const history = [];
  for (const { name, at, personal } of facts) {
    const own =
      personal?.personId === personId ? await decryptForPerson(db, personId, personal.ciphertext) : null;
    history.push({ name, at, ...(own ? { text: own } : {}) });
  }
  return history;
}
