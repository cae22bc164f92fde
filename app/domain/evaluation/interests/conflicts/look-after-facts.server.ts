import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import type { Visitor } from '../../../actor';
import type { FactDraft } from '../../../fact';
import { recordFacts } from '../../../fact-record.server';
import { newReference } from '../../../new-reference.server';
import type { Reaction, SealedFact } from '../../../reactions.server';
import { lockedQuestionById } from '../../../questions/question-stage.server';
import { suspectConflicts } from './suspect.server';

const ABOUT_QUESTION = [
  'BidsWereOpened',
  'PanelMemberWasAppointed',
  'InterestWasDeclared',
  'NoInterestWasDeclared',
];
const ABOUT_PERSON = [
  'AffiliationWasClaimed',
  'AffiliationWasConfirmed',
  'AffiliationHasEnded',
  'EmailWasConfirmed',
  'OwnWorksWereChosen',
  'InterestWasRegistered',
  'RegisteredInterestWasChanged',
];

const ABOUT_ORGANISATION = ['ReorganisationWasConfirmed', 'ReorganisationWasCompleted'];

/** Opened questions without a decision for which an organisation bids, alone or with others. */
async function runningFor(organisationId: string): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT q.id FROM question q WHERE q.opened_at IS NOT NULL AND q.decided_at IS NULL AND q.withdrawn_at IS NULL
      AND EXISTS (SELECT FROM bid b LEFT JOIN bid_partner x ON x.bid_id = b.id
        WHERE b.question_id = q.id AND ${organisationId}::uuid IN (b.organisation_id, x.organisation_id))
    ORDER BY q.id`;
  return rows.map(({ id }) => id);
}

/** Opened questions without a decision in which a person has influence or stands in a bid. */
async function runningWith(personId: string): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT q.id FROM question q WHERE q.opened_at IS NOT NULL AND q.decided_at IS NULL AND q.withdrawn_at IS NULL AND (
      ${personId}::uuid IN (q.author_id, q.senior_responsible_owner_id, q.budget_holder_id)
      OR EXISTS (SELECT FROM panel_membership m
        WHERE m.question_id = q.id AND m.person_id = ${personId}::uuid AND m.ended_at IS NULL)
      OR EXISTS (SELECT FROM declaration d
        WHERE d.question_id = q.id AND d.person_id = ${personId}::uuid AND d.capacity = 'coordinator')
      OR EXISTS (SELECT FROM bid b JOIN bid_member m ON m.bid_id = b.id
        WHERE b.question_id = q.id AND m.person_id = ${personId}::uuid AND m.declined_at IS NULL))
    ORDER BY q.id`;
  return rows.map(({ id }) => id);
}

/** What is found is written once, however often this runs. */
async function lookIn(questionId: string): Promise<void> {
  await database().$transaction(async (tx) => {
    const question = await lockedQuestionById(tx, questionId);
    if (!question?.openedAt || question.decidedAt || question.withdrawnAt) return;
    const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT soundings.now() AS now`;
    if (!clock) throw new Error('the database clock gave no answer');
    const { now } = clock;
    const facts: FactDraft[] = [];
    const record = (fact: FactDraft) => void facts.push(fact);
    await suspectConflicts({ tx, now, newId, newReference, record }, questionId);
    const actor: Visitor = { kind: 'visitor', asOf: now };
    await recordFacts(tx, { actor, now, command: 'evaluation.lookForConflicts' }, facts);
  });
}

const concerned = async (name: string, nounId: string): Promise<string[]> => {
  if (ABOUT_QUESTION.includes(name)) return [nounId];
  return ABOUT_ORGANISATION.includes(name) ? runningFor(nounId) : runningWith(nounId);
};

async function react({ name, nounId }: SealedFact): Promise<void> {
  for (const id of await concerned(name, nounId)) await lookIn(id);
}

/** Conflicts are looked for at the opening, at an appointment, when a person's register or standing changes, and when bodies merge. */
export const lookingForConflicts: Reaction = {
  name: 'look-for-conflicts',
  to: new Set([...ABOUT_QUESTION, ...ABOUT_PERSON, ...ABOUT_ORGANISATION]),
  react,
};
