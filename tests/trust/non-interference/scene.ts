import { parseReference, showReference } from '~/domain/reference';
import { newReference } from '~/domain/new-reference.server';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { newToken } from '~/platform/one-time-tokens.server';
import { makeAward, makeEvaluated } from '../../support/factories/awards';
import { makeBid, openQuestion } from '../../support/factories/bids';
import { declareNothing, makePanel, makeWall } from '../../support/factories/panels';
import { makePerson } from '../../support/factories/people';
import { makeQuestion } from '../../support/factories/questions';
import type { Cast } from '../access/scene/cast';
import { seatConflicted, seatPanel } from '../access/scene/questions';
import { setScene, type Scene } from '../access/scene/scene';
import { WORD } from './word';

/** The scene of the access table, and competitions that stand where a secret of theirs is about to be made. */
export interface CompetitionScene extends Scene {
  /** References of questions, as people see them. */
  at: Record<Place, string>;
  /** Tokens of feeds, of searches that gather from competitions. */
  feeds: string[];
  /** The question of each bid and award, by their references. */
  questionOf: Record<string, string>;
}

const PLACES = [
  'asking for expressions',
  'setting conditions',
  'closed for two openers',
  'waiting for scores',
  'anonymous',
  'assigning',
  'scored',
  'ranked',
  'decided',
] as const;
export type Place = (typeof PLACES)[number];

type Made = Awaited<ReturnType<typeof makeQuestion>>;

export async function setCompetitionScene(): Promise<CompetitionScene> {
  const scene = await setScene();
  const { cast } = scene;
  const made: Record<Place, Made> = {
    'asking for expressions': await askingForExpressions(cast),
    'setting conditions': await settingConditions(cast),
    'closed for two openers': await closedForTwo(cast),
    'waiting for scores': await waitingForScores(cast),
    anonymous: await waitingForScores(cast, { bidsAnonymous: true }),
    assigning: await assigning(cast),
    scored: await scored(cast),
    ranked: await ranked(cast),
    decided: await decided(cast),
  };
  await nameSignatory(cast);
  await declareAll(scene);
  const feeds = await openFeeds(cast);
  await keepSessions();
  const at = Object.fromEntries(PLACES.map((place) => [place, showReference(made[place].reference)]));
  return { ...scene, feeds, at: at as Record<Place, string>, questionOf: await questions() };
}

/** Nobody is seen again: when that was is of the machine's clock, and stands on pages of one's own. */
const keepSessions = () =>
  database()
    .$executeRaw`UPDATE session SET last_seen_at = now() + interval '1 day', expires_at = now() + interval '7 days'`;

async function questions(): Promise<Record<string, string>> {
  const select = { reference: true, question: { select: { reference: true } } };
  const rows = [
    ...(await database().bid.findMany({ select })),
    ...(await database().award.findMany({ select })),
  ];
  return Object.fromEntries(
    rows.map(({ reference, question }) => [showReference(reference), showReference(question.reference)]),
  );
}

/** Of the organisation that the lead bidder bids for, and not of the cast. */
async function nameSignatory({ people }: Cast): Promise<void> {
  const { organisationId } = await database().bid.findFirstOrThrow({
    where: { leadId: people['lead bidder'].id, submissions: { none: {} } },
  });
  await makePerson({ name: 'A signatory', ...(organisationId ? { organisationId } : {}) });
}

/** Nobody of the panel of the scene’s recommendation is waited for. */
async function declareAll({ cast, things }: Scene): Promise<void> {
  const { reference = '' } = things.find('question', 'recommended');
  const { id } = await database().question.findUniqueOrThrow({
    where: { reference: parseReference(reference) ?? '' },
  });
  await declareNothing(id, [cast.people['conflicted evaluator'].id], 'award');
}

/** So few that everybody may read them all before it is too often. */
const FEEDS = ['state:decided', 'bids:>0', WORD];

/** Of somebody who is no part of any competition, and learns none of the secrets. */
async function openFeeds({ people }: Cast): Promise<string[]> {
  const at = await soundingsNow(database());
  const made = FEEDS.map((query) => ({ query, ...newToken() }));
  await database().savedSearch.createMany({
    data: made.map(({ query, hash }) => ({
      ...{
        id: newId(),
        reference: newReference(),
        personId: people['uninvolved expert'].id,
        name: query,
        query,
      },
      ...{ savedAt: at, lookedAt: at, feedHash: hash, feedMadeAt: at },
    })),
  });
  return made.map(({ token }) => token);
}

const DAY = 86_400_000;

async function askingForExpressions({ asking }: Cast) {
  return makeQuestion({
    asking,
    data: {
      expressionsCloseAt: new Date(Date.now() + 5 * DAY),
      expressionWords: 500,
      expressionCriteria: 'Access to ports, and a method that fits.',
    },
  });
}

async function settingConditions(cast: Cast) {
  const requirements = { condition1: 'You can travel to three ports.' };
  const question = await makeQuestion({ asking: cast.asking, requirements });
  await seatPanel(cast, question);
  return question;
}

async function closedForTwo(cast: Cast) {
  const question = await makeQuestion({ asking: cast.asking, state: 'closed', routeSlug: 'competition' });
  await seatPanel(cast, question);
  await bothBid(cast, question);
  return question;
}

const bothBid = async ({ people }: Cast, question: Made) => [
  await makeBid({ question, leadId: people['lead bidder'].id, pounds: 60_000 }),
  await makeBid({ question, leadId: people['rival bidder'].id, pounds: 50_000 }),
];

/** Opened, everybody has declared, and nobody has scored. */
async function waitingForScores(cast: Cast, data: { bidsAnonymous?: boolean } = {}) {
  const { asking, people } = cast;
  const question = await makeQuestion({ asking, state: 'closed', data });
  await bothBid(cast, question);
  const evaluatorIds = [people.evaluator.id, people['expert and evaluator'].id];
  await makePanel(question, { evaluatorIds });
  await openQuestion(question);
  const evaluationStartedAt = await soundingsNow(database());
  await database().question.update({ where: { id: question.id }, data: { evaluationStartedAt } });
  await seatConflicted(people, question);
  return question;
}

async function assigning(cast: Cast) {
  const question = await waitingForScores(cast);
  const plan = { perBid: 1, mostBids: 5, anonymous: false, setById: cast.asking.authorId };
  await database().assignmentPlan.create({
    data: { ...plan, questionId: question.id, setAt: await soundingsNow(database()) },
  });
  return question;
}

/** Quality is agreed. One of the panel has a conflict about the better bid alone, and scored the other. */
async function ranked({ asking, people }: Cast) {
  const { question, first } = await makeEvaluated({
    asking,
    routeSlug: 'funding-call',
    evaluatorIds: [people.evaluator.id, people['expert and evaluator'].id, people['conflicted evaluator'].id],
    leadIds: [people['lead bidder'].id, people['rival bidder'].id],
  });
  await makeWall(question.id, people['conflicted evaluator'].id, first.id);
  await declareNothing(question.id, [people.coordinator.id], 'opening');
  return question;
}

const judgedBy = ({ asking, people }: Cast) => ({
  asking,
  evaluatorIds: [people.evaluator.id, people['expert and evaluator'].id],
  leadIds: [people['lead bidder'].id, people['rival bidder'].id] as [string, string],
});

/** All scores are in, and none is agreed. */
const scored = async (cast: Cast) => (await makeEvaluated({ ...judgedBy(cast), agreed: false })).question;

/** For the better of two ranked bids, and nobody was told. */
async function decided(cast: Cast) {
  const { question, first, second } = await makeAward({ ...judgedBy(cast), state: 'decided' });
  const at = await soundingsNow(database());
  await database().recommendation.create({
    data: {
      ...{ id: newId(), questionId: question.id, outcome: 'awarded', text: 'The best of two.' },
      bidIds: [first.id],
      ranking: [first, second].map(({ id, reference }, place) => ({ id, reference, rank: place + 1 })),
      ...{ madeById: cast.asking.moderatorId, madeAt: at },
      ...{ approvedById: cast.asking.ownerId, approvedAt: at },
    },
  });
  return question;
}
