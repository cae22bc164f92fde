import { isMember, type Actor } from '~/domain/actor';
import { uniformNumbers } from '~/domain/matching/ranking/meaning/algebra/random-numbers';
import { newReference } from '~/domain/new-reference.server';
import { brokenRule } from '~/domain/broken-rule.server';
import { database, pool } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import { newId } from '~/platform/ids.server';
import { makeAward } from './factories/awards';
import { makeLine } from './factories/money';
import { actorFor, makeOrganisation, makePerson } from './factories/people';
import { makePledge } from './factories/pledges';
import { makeAskingTeam, makeQuestion } from './factories/questions';

const BASES = ['All spend', 'Front-line spend'];
const STRANDS = ['pursue', 'prevent', 'protect'];
const LEVELS = ['international', 'regional'];
const AREAS = ['fraud', 'illegal-drugs', 'cyber-crime'];
const day = (after: number) => new Date(Date.UTC(2024, 0, 1 + after));

/** Everything that money comes from, and whoever reads all of it, to be changed at random. */
export async function makeMoneyWorld(seed: number) {
  const random = uniformNumbers(seed);
  const below = (bound: number) => Math.floor(random() * bound);
  const one = <Of>(of: readonly Of[]): Of => {
    const chosen = of[below(of.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  const organisations = [
    await makeOrganisation({ kind: 'police-force' }),
    await makeOrganisation(),
    await makeOrganisation(),
  ].map(({ id }) => id);
  const asking = await makeAskingTeam(organisations[0] ? { organisationId: organisations[0] } : {});
  const [coordinator, walled, auditor] = await Promise.all([
    makePerson({ roles: ['coordinator'] }),
    makePerson({ roles: ['coordinator'] }),
    makePerson({ roles: ['auditor'] }),
  ]);
  // An auditor otherwise: one who knows questions of the own team before they are decided.
  await database().installationRoleGrant.create({
    data: { id: newId(), personId: asking.authorId, role: 'auditor', grantedAt: new Date() },
  });
  const questions: string[] = [];
  for (const state of ['decided', 'standstill', 'inDelivery'] as const)
    questions.push((await makeAward({ asking, state })).question.id);
  for (const [state, released] of [['open'], ['open', true], ['answered'], ['withdrawn']] as const)
    questions.push(
      (
        await makeQuestion({
          ...{ asking, state, released: released ?? false },
          terms: [
            { scheme: 'threatArea', slug: one(AREAS) },
            { scheme: 'level', slug: one(LEVELS) },
          ],
        })
      ).id,
    );
  for (const [questionId, personId] of [
    [questions[1], walled.id],
    [questions[3], walled.id],
    [questions[2], asking.authorId],
  ] as const)
    await database().wall.create({
      data: { id: newId(), questionId: questionId ?? '', personId, raisedAt: new Date(), reason: 'A sister' },
    });
  const people = [coordinator.id, walled.id, auditor.id, asking.authorId];
  return { below, one, organisations, asking, questions, people, coordinator: coordinator.id };
}

export type MoneyWorld = Awaited<ReturnType<typeof makeMoneyWorld>>;

export async function readersOf({ people }: MoneyWorld): Promise<Actor[]> {
  const actors = await Promise.all(people.map((id) => actorFor(id)));
  if (!actors.some((actor) => isMember(actor) && actor.walls.length > 0)) throw new Error('no walls');
  return actors;
}

type Change = (world: MoneyWorld) => Promise<unknown>;
const db = database;
const anyFunding = async ({ one }: MoneyWorld, ofAward: boolean) =>
  one(
    await db().funding.findMany({
      where: { awardId: ofAward ? { not: null } : null },
      orderBy: { id: 'asc' },
      include: { tranches: true },
    }),
  );
const anyAward = async ({ one }: MoneyWorld) => one(await db().award.findMany({ orderBy: { id: 'asc' } }));
const update =
  (data: Parameters<ReturnType<typeof database>['question']['update']>[0]['data']): Change =>
  ({ one, questions }) =>
    db().question.update({ where: { id: one(questions) }, data });

/** A merge of terms alone may change what a published question is tagged with. */
const asTermsAreMerged = (work: (tx: Prisma.TransactionClient) => Promise<unknown>) =>
  db().$transaction(async (tx) => {
    await tx.$executeRaw`ALTER TABLE question_term DISABLE TRIGGER keep_published_term`;
    await work(tx);
    await tx.$executeRaw`ALTER TABLE question_term ENABLE TRIGGER keep_published_term`;
  });

const enterLine: Change = ({ one, below, organisations, coordinator }) =>
  makeLine({
    ...{ recordedById: coordinator, organisationId: one(organisations), base: one(BASES) },
    ...{ pounds: 1 + below(900), startsOn: day(below(800)), statedOn: day(below(5)) },
    ...(below(2) ? { strand: one(STRANDS), actual: BigInt(100 * below(800)) } : {}),
    ...(below(2) ? { level: one(LEVELS), activities: below(9) } : {}),
    ...(below(2) ? { intervention: 'disruption', overseas: below(2) === 0 } : {}),
    ...{ areas: AREAS.filter(() => below(3) === 0), secure: below(2) === 0 },
    ...{ ringFenced: below(2) === 0, conditional: below(2) === 0, estimate: below(2) === 0 },
  });

/** What happens to money; the database may refuse any, as it refuses its commands. */
export const CHANGES: Record<string, Change> = {
  enterLine,
  enterAnotherLine: enterLine,
  replaceLine: async ({ one, below, organisations, coordinator }) => {
    const standing = await db().ledgerLine.findMany({
      where: { supersededBy: null, organisationId: { in: organisations } },
      orderBy: { id: 'asc' },
    });
    await makeLine({
      ...{ recordedById: coordinator, organisationId: one(organisations), pounds: below(500) + 1 },
      ...{ supersedesId: one(standing).id, areas: [one(AREAS)], startsOn: day(below(800)) },
    });
  },
  promise: ({ one, below, questions, organisations, asking }) =>
    makePledge({
      ...{ questionId: one(questions), recordedById: asking.authorId, organisationId: one(organisations) },
      ...{ amount: 1 + below(900), certainty: one(['firm', 'conditional']), ringFenced: below(2) === 0 },
    }),
  settlePromise: async (world) => {
    const { id } = await anyFunding(world, false);
    await db().fundingChange.create({
      data: {
        ...{ fundingId: id, certainty: world.one(['firm', 'fallenAway']), reason: 'Said so', on: day(800) },
        ...{ recordedAt: new Date(), recordedById: world.asking.authorId },
      },
    });
  },
  fundAward: async (world) => {
    const award = await anyAward(world);
    const { below, one, organisations, asking } = world;
    await db().funding.create({
      data: {
        ...{
          id: newId(),
          questionId: award.questionId,
          awardId: award.id,
          organisationId: one(organisations),
        },
        ...{ amount: 1 + below(award.amount / 3), certainty: 'firm', recordedById: asking.authorId },
        ...{ recordedAt: new Date(), secureFrom: 2024, secureUntil: 2024 + below(2) },
      },
    });
  },
  planTranche: async (world) => {
    const { id, amount, tranches } = await anyFunding(world, true);
    await db().tranche.create({
      data: {
        ...{ id: newId(), reference: newReference(), fundingId: id, position: tranches.length + 1 },
        ...{ plannedOn: day(900), plannedAmount: 1 + world.below(amount / 2) },
      },
    });
  },
  payTranche: async (world) => {
    const tranches = await db().tranche.findMany({ orderBy: { id: 'asc' } });
    await db().tranche.update({
      where: { id: world.one(tranches).id },
      data: { actualOn: day(900), actualAmount: 1 + world.below(900) },
    });
  },
  noticeAward: async (world) => {
    const { id } = await anyAward(world);
    await db().award.update({ where: { id }, data: { noticeAt: day(world.below(800)) } });
  },
  startAward: async (world) => {
    const { id } = await anyAward(world);
    await db().award.update({ where: { id }, data: { startsOn: day(world.below(800)) } });
  },
  withdrawAward: async (world) => {
    const { id } = await anyAward(world);
    if (world.below(4) === 0)
      await db().award.update({
        where: { id },
        data: { withdrawnAt: new Date(), withdrawnReason: 'It fell', ending: 'withdrawn' },
      });
  },
  draft: async (world) => {
    const made = await makeQuestion({ asking: world.asking, state: 'draft' });
    world.questions.push(made.id);
  },
  tag: async ({ one, questions }) => {
    const terms = await db().term.findMany({
      where: { slug: { in: [...STRANDS, ...LEVELS, ...AREAS, 'disruption'] } },
      orderBy: { id: 'asc' },
    });
    const data = { questionId: one(questions), termId: one(terms).id };
    await asTermsAreMerged((tx) => tx.questionTerm.create({ data }));
  },
  untag: async ({ one, questions }) => {
    const tags = await db().questionTerm.findMany({
      where: { questionId: { in: questions } },
      orderBy: [{ questionId: 'asc' }, { termId: 'asc' }],
    });
    const { questionId, termId } = one(tags);
    await asTermsAreMerged((tx) =>
      tx.questionTerm.delete({ where: { questionId_termId: { questionId, termId } } }),
    );
  },
  publish: async ({ one, asking }) => {
    const drafts = await db().question.findMany({ where: { publishedAt: null }, orderBy: { id: 'asc' } });
    await db().question.update({
      where: { id: one(drafts).id },
      data: {
        ...{
          submittedAt: day(680),
          approvedAt: day(690),
          approvedById: asking.ownerId,
          publishedAt: day(700),
        },
        ...{ clarificationsCloseAt: day(710), answersDueAt: day(719), closesAt: day(720) },
      },
    });
  },
  decide: update({ decidedAt: day(750) }),
  answer: update({ answeredAt: day(760), outcome: 'answered' }),
  withdraw: ({ one, below, questions }) =>
    below(3) > 0
      ? Promise.resolve()
      : db().question.update({
          where: { id: one(questions) },
          data: { withdrawnAt: day(770), withdrawnReason: 'The decision was taken early.' },
        }),
  merge: async ({ one, questions }) => {
    const [id, mergedIntoId] = [one(questions), one(questions)];
    if (id !== mergedIntoId && id === questions[6])
      await db().question.update({ where: { id }, data: { mergedIntoId } });
  },
  dropDraft: async (world) => {
    const { count } = await db().question.deleteMany({
      where: { submittedAt: null, title: { not: '' }, funding: { some: {} } },
    });
    if (count > 0) {
      const left = await db().question.findMany({
        where: { id: { in: world.questions } },
        select: { id: true },
      });
      world.questions.splice(0, world.questions.length, ...left.map(({ id }) => id).sort());
    }
  },
  moveTeam: ({ one, organisations, asking }) =>
    db().team.update({ where: { id: asking.teamId }, data: { organisationId: one(organisations) } }),
  fold: () => pool().query('SELECT soundings.fold_money_tallies()'),
};

/** Carries one out, and says whether the database let it. */
export async function changeMoney(name: string, world: MoneyWorld): Promise<boolean> {
  try {
    await CHANGES[name]?.(world);
    return true;
  } catch (error) {
    if (brokenRule(error) || (error instanceof Error && error.message === 'nothing to choose from'))
      return false;
    throw error;
  }
}
