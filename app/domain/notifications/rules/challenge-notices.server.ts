import type { Db } from '~/platform/db.server';
import { pages } from '../addresses';
import { biddersOf, coordinators, leadsOfTeam, membersOfBid, unwalled } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';

const question = { select: { id: true, reference: true, title: true, teamId: true } } as const;

const aboutChallenge = rulesAbout(async (db: Db, fact) => {
  const id = textOf(fact, 'challengeId');
  return id
    ? db.challenge.findUnique({ where: { id }, select: { reference: true, bidId: true, question } })
    : null;
});

const aboutAward = rulesAbout((db: Db, { nounId }: { nounId: string }) =>
  db.award.findUnique({
    where: { id: nounId },
    select: { reference: true, bidId: true, noticeAt: true, question },
  }),
);

async function uninvolved(db: Db, questionId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT person_id AS id FROM soundings.involved_in(${questionId}::uuid)`;
  const involved = new Set(rows.map(({ id }) => id));
  return (await coordinators(db)).filter((id) => !involved.has(id));
}

/** Whoever answers for the decision, but for those behind a wall around the bid. */
const leads = async (db: Db, { id, teamId }: { id: string; teamId: string }, bidId: string) =>
  unwalled(db, id, await leadsOfTeam(db, teamId), bidId);

export const challengeNotices = [
  aboutChallenge('ChallengeWasLodged', async ({ db, thing }) => ({
    personIds: [
      ...(await uninvolved(db, thing.question.id)),
      ...(await leads(db, thing.question, thing.bidId)),
    ],
    subject: `A challenge to the decision: ${thing.question.title}`,
    body: 'A bidder challenges the decision. No contract can be signed until a coordinator has decided.',
    path: pages.challenge(thing.reference),
  })),
  aboutChallenge('ChallengeWasDecided', async ({ db, thing }) => ({
    personIds: [...(await membersOfBid(db, thing.bidId)), ...(await leads(db, thing.question, thing.bidId))],
    subject: `The challenge was decided: ${thing.question.title}`,
    body: 'The decision about the challenge and its reasons are on its page.',
    path: pages.challenge(thing.reference),
  })),
  // Everybody who bid hears of it in the same words, whoever it was.
  aboutAward('StandstillWasExtended', async ({ db, thing }) => ({
    personIds: await biddersOf(db, thing.question.id),
    subject: `The standstill is extended: ${thing.question.title}`,
    body: 'The standstill is extended. The contract follows after it.',
    path: pages.question(thing.question.reference),
  })),
  aboutAward(
    'AwardDecisionWasWithdrawn',
    async ({ db, thing }) =>
      thing.noticeAt && {
        personIds: await biddersOf(db, thing.question.id),
        subject: `The award decision was withdrawn: ${thing.question.title}`,
        body: 'The decision that the award notice told of was withdrawn. You hear of what follows.',
        path: pages.question(thing.question.reference),
      },
    'bidders',
  ),
];
