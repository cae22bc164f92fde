import { database } from '~/platform/db.server';
import { soundingsNow } from '~/platform/clock.server';
import { newId } from '~/platform/ids.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import { newReference } from '~/domain/new-reference.server';
import { defaultCriteria, type CriterionDraft } from '~/domain/questions/criteria';
import { requirementsFrom } from '~/domain/questions/requirements/requirement-fields';
import { awardsOf, type LotDraft } from '~/domain/questions/lots/lot';
import type { QuestionState, Visibility } from '~/domain/questions/question';
import { makePerson, makeTeam } from './people';

const DAY_MS = 86_400_000;

export type RouteSlug =
  | 'expert-advice-request'
  | 'rapid-evidence-assessment'
  | 'commissioned-study'
  | 'competition'
  | 'funding-call'
  | 'area-of-research-interest';

interface QuestionOver {
  state?: QuestionState;
  routeSlug?: RouteSlug;
  /** Made with author, senior responsible owner, budget holder and moderator when not given. */
  asking?: AskingTeam;
  title?: string;
  visibility?: Visibility;
  released?: boolean;
  /** Days from now until closing, below zero for closed ones; 20 or −5 by state when not given. */
  closesInDays?: number;
  invited?: { personId?: string; organisationId?: string }[];
  criteria?: CriterionDraft[];
  /** As the draft's form holds them: `essential1`, `evidence1`, `condition1`. */
  requirements?: Record<string, string>;
  /** Each of £40,000 where no budget is given. */
  lots?: Partial<LotDraft>[];
  terms?: { scheme: Prisma.TermWhereInput['scheme']; slug: string }[];
  priorityIds?: string[];
  data?: Partial<Prisma.QuestionUncheckedCreateInput>;
}

export interface AskingTeam {
  teamId: string;
  authorId: string;
  ownerId: string;
  budgetHolderId: string;
  moderatorId: string;
  evaluatorId: string;
}

/** A team with one person in each role that a question needs. */
export async function makeAskingTeam(over: { organisationId?: string } = {}): Promise<AskingTeam> {
  const [author, owner, holder, moderator, evaluator] = await Promise.all(
    [1, 2, 3, 4, 5].map(() => makePerson()),
  );
  if (!author || !owner || !holder || !moderator || !evaluator) throw new Error('people are missing');
  const team = await makeTeam({
    ...over,
    members: [
      { personId: author.id, roles: ['author'] },
      { personId: owner.id, roles: ['seniorResponsibleOwner'] },
      { personId: holder.id, roles: ['budgetHolder'] },
      { personId: moderator.id, roles: ['moderator'] },
      { personId: evaluator.id, roles: ['evaluator'] },
    ],
  });
  return {
    teamId: team.id,
    authorId: author.id,
    ownerId: owner.id,
    budgetHolderId: holder.id,
    moderatorId: moderator.id,
    evaluatorId: evaluator.id,
  };
}

/** A question in any state, as its commands would have left it, together with the people who ask. */
export async function makeQuestion(over: QuestionOver = {}) {
  const db = database();
  const asking = over.asking ?? (await makeAskingTeam());
  const route = await db.route.findUniqueOrThrow({ where: { slug: over.routeSlug ?? 'commissioned-study' } });
  const now = await soundingsNow(db);
  const state = over.state ?? 'open';
  const id = newId();
  const criteria = over.criteria ?? defaultCriteria(route);
  await db.question.create({
    data: {
      ...content(over.title ?? `How do groups of kind ${id.slice(-6)} recruit?`, now),
      id,
      reference: newReference(),
      teamId: asking.teamId,
      routeId: route.id,
      authorId: asking.authorId,
      seniorResponsibleOwnerId: asking.ownerId,
      budgetHolderId: asking.budgetHolderId,
      visibility: over.visibility ?? 'network',
      createdAt: new Date(now.getTime() - 60 * DAY_MS),
      updatedAt: now,
      budgetMinimum: route.takesBids ? 9_000_000 : null,
      budgetMaximum: route.takesBids ? 12_000_000 : null,
      qualityWeight: route.priceScored ? 70 : 100,
      priceWeight: route.priceScored ? 30 : 0,
      ...over.data,
    },
  });
  await db.criterion.createMany({
    data: criteria.map((one, index) => ({ ...one, id: newId(), questionId: id, position: index + 1 })),
  });
  await db.requirement.createMany({
    data: requirementsFrom(over.requirements ?? {}).map((one) => ({ ...one, id: newId(), questionId: id })),
  });
  const lots = await makeLots(id, over.lots ?? []);
  await linkTerms(id, over);
  const stages = stagesOf(
    state,
    now,
    over.closesInDays,
    route.takesBids || route.takesAdvice,
    asking.ownerId,
  );
  const question = await db.question.update({
    where: { id },
    data: { ...stages, ...(over.released ? { releasedAt: now } : {}) },
    include: { route: true, criteria: { orderBy: { position: 'asc' } } },
  });
  for (const who of over.invited ?? [])
    await db.questionInvitation.create({
      data: { id: newId(), questionId: id, invitedById: asking.authorId, invitedAt: now, ...who },
    });
  return { ...question, asking, lots };
}

async function makeLots(questionId: string, given: Partial<LotDraft>[]) {
  const lots = given.map((one, index) => ({
    id: newId(),
    questionId,
    number: index + 1,
    title: `Part ${index + 1}`,
    covers: `What part ${index + 1} is about.`,
    budget: 4_000_000,
    awardsAvailable: 1,
    ...one,
  }));
  await database().lot.createMany({ data: lots });
  if (lots.length > 0)
    await database().question.update({
      where: { id: questionId },
      data: { divided: true, awardsAvailable: awardsOf(lots) },
    });
  return lots;
}

async function linkTerms(questionId: string, over: QuestionOver): Promise<void> {
  const db = database();
  for (const { scheme, slug } of over.terms ?? []) {
    const term = await db.term.findFirstOrThrow({ where: { scheme, slug } });
    await db.questionTerm.create({ data: { questionId, termId: term.id } });
  }
  await db.questionPriority.createMany({
    data: (over.priorityIds ?? []).map((priorityId) => ({ questionId, priorityId })),
  });
}

const content = (title: string, now: Date) => ({
  title,
  summary: 'What we need to know before the decision, and why it matters.',
  decision: 'Where to place vetting effort at twelve ports',
  decisionDate: new Date(now.getTime() + 200 * DAY_MS),
  neededBy: new Date(now.getTime() + 150 * DAY_MS),
  questionsAsked: 'Which roles are approached?\nWhat has been tried elsewhere?',
  outputs: 'A report of 20 pages and a briefing.',
  invented: true,
});

const ORDER: QuestionState[] = [
  'open',
  'closed',
  'opened',
  'inEvaluation',
  'decided',
  'inDelivery',
  'answered',
];

function stagesOf(
  state: QuestionState,
  now: Date,
  closesInDays: number | undefined,
  closes: boolean,
  ownerId: string,
): Prisma.QuestionUncheckedUpdateInput {
  const day = (days: number) => new Date(now.getTime() + days * DAY_MS);
  if (state === 'draft') return {};
  if (state === 'setAside') return { setAsideAt: day(-1) };
  if (state === 'awaitingApproval') return { submittedAt: day(-1) };
  if (state === 'returned')
    return { submittedAt: day(-2), returnedAt: day(-1), returnedReason: 'Say who decides.' };
  const reached = (stage: QuestionState) => ORDER.indexOf(state) >= ORDER.indexOf(stage);
  const end = closesInDays ?? (reached('closed') ? -5 : 20);
  const window = state === 'clarificationsClosed' ? -1 : Math.max(-39, Math.min(end / 2 - 5, end - 1));
  return {
    submittedAt: day(-41),
    approvedAt: day(-40),
    approvedById: ownerId,
    publishedAt: day(-40),
    ...(closes
      ? { closesAt: day(end), clarificationsCloseAt: day(window), answersDueAt: day(end - 0.5) }
      : {}),
    ...(reached('opened') ? { openedAt: day(-4) } : {}),
    ...(reached('inEvaluation') ? { evaluationStartedAt: day(-4) } : {}),
    ...(reached('decided') ? { decidedAt: day(-3), outcome: 'awarded' as const } : {}),
    ...(reached('inDelivery') ? { deliveryStartedAt: day(-2) } : {}),
    ...(reached('answered') ? { answeredAt: day(-1), outcome: 'answered' as const } : {}),
    ...(state === 'withdrawn'
      ? { withdrawnAt: day(-1), withdrawnReason: 'The decision was taken early.' }
      : {}),
  };
}
