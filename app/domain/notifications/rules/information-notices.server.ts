import type { Db } from '~/platform/db.server';
import { lastDay, OUTCOMES } from '../../assurance/requests/information-request';
import type { SealedFact } from '../../reactions.server';
import { showReference } from '../../reference';
import { showDate } from '../../uk-time';
import { pages } from '../addresses';
import { membersOfBid } from '../recipients.server';
import type { NoticeRule } from '../notice-rule.server';
import { rulesAbout, textOf } from './rule.server';

/** `maySeeRequest` for those who handle it: coordinators without a part in it, and owners; nobody behind a wall. */
async function handlersOf(db: Db, requestId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH concerned AS (SELECT q.* FROM information_request_question x JOIN question q ON q.id = x.question_id
      WHERE x.request_id = ${requestId}::uuid),
    owners AS (
      SELECT q.id AS question_id, p.id AS person_id FROM concerned q JOIN person p
        ON p.id <> q.author_id AND (p.id = q.senior_responsible_owner_id OR EXISTS (SELECT FROM team_membership m
          WHERE m.team_id = q.team_id AND m.person_id = p.id AND m.ends_at IS NULL
            AND 'seniorResponsibleOwner' = ANY(m.roles::text[])))),
    asked AS (
      SELECT person_id FROM owners
      UNION SELECT g.person_id FROM installation_role_grant g WHERE g.role = 'coordinator' AND g.revoked_at IS NULL)
    SELECT a.person_id AS id FROM asked a WHERE NOT EXISTS (
      SELECT FROM concerned q WHERE EXISTS (SELECT FROM wall w
          WHERE w.question_id = q.id AND w.person_id = a.person_id AND w.lifted_at IS NULL)
        OR (EXISTS (SELECT FROM soundings.involved_in(q.id) i WHERE i.person_id = a.person_id)
          AND NOT EXISTS (SELECT FROM owners o WHERE o.question_id = q.id AND o.person_id = a.person_id)))`;
  return rows.map(({ id }) => id);
}

const find = (db: Db, fact: SealedFact) =>
  db.informationRequest.findUnique({ where: { id: fact.nounId }, include: { consultations: true } });
const about = rulesAbout(find);
type Thing = NonNullable<Awaited<ReturnType<typeof find>>>;

const called = ({ reference }: Thing) => `request for information ${showReference(reference)}`;

/** To all who handle it. */
const toHandlers = (
  name: string,
  subject: (thing: Thing) => string,
  body: (thing: Thing) => string,
): NoticeRule =>
  about(name, async ({ db, thing }) => ({
    personIds: thing.closedAt ? [] : await handlersOf(db, thing.id),
    subject: subject(thing),
    body: body(thing),
    path: pages.informationRequest(thing.reference),
  }));

const dueBy = (thing: Thing) => `The last day to answer is ${showDate(lastDay(thing))}.`;

const aboutRelease = rulesAbout(async (db: Db, fact: SealedFact) => {
  const id = textOf(fact, 'releaseId');
  return id
    ? db.informationRelease.findUnique({
        where: { id },
        select: {
          reference: true,
          requestId: true,
          preparedById: true,
          returnedReason: true,
          question: { select: { title: true } },
        },
      })
    : null;
});

export const informationNotices = [
  toHandlers('InformationRequestWasLogged', (thing) => `New ${called(thing)}`, dueBy),
  toHandlers('InformationRequestIsDueSoon', (thing) => `Due soon: ${called(thing)}`, dueBy),
  toHandlers('InformationRequestIsDueToday', (thing) => `Due today: ${called(thing)}`, dueBy),
  toHandlers(
    'InformationRequestIsOverdue',
    (thing) => `Overdue: ${called(thing)}`,
    (thing) => `${dueBy(thing)} The requester can complain to the Information Commissioner.`,
  ),
  toHandlers('InformationRequestWasExtended', (thing) => `Moved: ${called(thing)}`, dueBy),
  toHandlers('RequestWasClarified', (thing) => `Made clear: ${called(thing)}`, dueBy),
  about('BidderWasConsulted', async ({ db, fact, thing }) => {
    const asked = thing.consultations.find(({ id }) => id === fact.data['consultationId']);
    return (
      (asked && {
        personIds: await membersOfBid(db, asked.bidId),
        subject: 'A request for information about your bid',
        body: `Say by ${showDate(asked.answerBy)} whether you object to a release, and why.`,
        path: pages.consultation(asked.reference),
      }) ??
      null
    );
  }),
  toHandlers(
    'BidderHasAnswered',
    (thing) => `A bidder answered: ${called(thing)}`,
    () => 'Whether they object, and why, is on the page of the request.',
  ),
  about('InformationRequestWasClosed', async ({ db, thing }) => {
    const bidders = await Promise.all(thing.consultations.map(({ bidId }) => membersOfBid(db, bidId)));
    const [first] = thing.consultations;
    return thing.outcome && first
      ? {
          personIds: bidders.flat(),
          subject: 'A request for information about your bid was answered',
          body: `${OUTCOMES[thing.outcome]}. You were asked whether you object to a release.`,
          path: pages.bids(),
        }
      : null;
  }),
  aboutRelease('ReleaseWasPrepared', async ({ db, thing }) => ({
    personIds: await handlersOf(db, thing.requestId),
    subject: `A release waits to be checked: ${thing.question.title}`,
    body: 'Somebody who withheld nothing of it reads the redacted pack and releases or returns it.',
    path: pages.release(thing.reference),
  })),
  aboutRelease('ReleaseWasReturned', ({ thing }) =>
    Promise.resolve({
      personIds: [thing.preparedById],
      subject: `A release was returned: ${thing.question.title}`,
      body: thing.returnedReason ?? '',
      path: pages.release(thing.reference),
    }),
  ),
  aboutRelease('PackWasReleased', ({ thing }) =>
    Promise.resolve({
      personIds: [thing.preparedById],
      subject: `Checked and released: ${thing.question.title}`,
      body: 'The redacted pack can be sent to the requester.',
      path: pages.release(thing.reference),
    }),
  ),
];
