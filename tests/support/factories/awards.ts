import { newReference } from '~/domain/new-reference.server';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { addDays, ukDay } from '~/domain/uk-time';
import { makeBid, openQuestion } from './bids';
import { makePanel, makeScores } from './panels';
import { makeQuestion, type AskingTeam, type RouteSlug } from './questions';

const DAY = 86_400_000;

/** Known people instead of new ones. */
interface People {
  asking?: AskingTeam;
  evaluatorIds?: string[];
  /** Who leads the better bid, and who the other. */
  leadIds?: [string, string];
  /** What the question’s terms said before it was published. */
  contractTerms?: Record<string, string | number>;
}

interface AwardOver extends People {
  routeSlug?: RouteSlug;
  state?: 'decided' | 'standstill' | 'readyToContract' | 'inDelivery' | 'closed';
  /** Approvals, which block what follows, stand first. */
  milestones?: { title: string; amount: number; approval?: boolean }[];
}

/** Two bids for a question in evaluation, scored by two evaluators: `first` above `second`. */
export async function makeEvaluated(over: People & { routeSlug?: RouteSlug; agreed?: boolean } = {}) {
  const { asking, evaluatorIds, leadIds, contractTerms } = over;
  const question = await makeQuestion({
    state: 'closed',
    routeSlug: over.routeSlug ?? 'commissioned-study',
    ...(asking ? { asking } : {}),
    ...(contractTerms ? { data: { contractTerms } } : {}),
  });
  const [better, other] = leadIds ?? [];
  const first = await makeBid({ question, pounds: 60_000, ...(better ? { leadId: better } : {}) });
  const second = await makeBid({ question, pounds: 50_000, ...(other ? { leadId: other } : {}) });
  const panel = await makePanel(question, {
    declaredAtAward: true,
    ...(evaluatorIds ? { evaluatorIds } : {}),
  });
  await openQuestion(question);
  const db = database();
  const now = await soundingsNow(db);
  await db.question.update({ where: { id: question.id }, data: { evaluationStartedAt: now } });
  for (const evaluator of panel.evaluators) {
    await makeScores(first, question, evaluator, 4);
    await makeScores(second, question, evaluator, 2);
  }
  if (over.agreed ?? true)
    await db.question.update({ where: { id: question.id }, data: { qualityAgreedAt: now } });
  return { question, panel, first, second };
}

/** An award to the better of two bids, in any state, as its commands would have left it. */
export async function makeAward(over: AwardOver = {}) {
  const { state: _state, milestones: _milestones, ...evaluated } = over;
  const made = await makeEvaluated(evaluated);
  const db = database();
  const now = await soundingsNow(db);
  const states = ['decided', 'standstill', 'readyToContract', 'inDelivery', 'closed'];
  const reached = (state: string) => states.indexOf(over.state ?? 'decided') >= states.indexOf(state);
  const milestones = over.milestones ?? [{ title: 'Final report', amount: 6_000_000 }];
  const { id: questionId, asking } = made.question;
  await db.question.update({
    where: { id: questionId },
    data: {
      decidedAt: now,
      outcome: 'awarded',
      ...(reached('inDelivery') ? { deliveryStartedAt: now } : {}),
    },
  });
  const content = { outcome: 'awarded', reason: '', criteria: [], quality: '80', price: null, total: null };
  await db.assessmentSummary.createMany({
    data: [made.first, made.second].map((bid) => ({
      bidId: bid.id,
      content: {
        ...content,
        outcome: bid === made.first ? 'awarded' : 'notAwarded',
        amount: null,
        rank: null,
        ranked: 2,
      },
      preparedAt: now,
      sentAt: reached('standstill') ? now : null,
    })),
  });
  const award = await db.award.create({
    data: {
      id: newId(),
      reference: newReference(),
      questionId,
      bidId: made.first.id,
      amount: 6_000_000,
      decidedAt: now,
      decidedById: asking.ownerId,
      noticeAt: reached('standstill') ? new Date(now.getTime() - 20 * DAY) : null,
      standstillEndsOn: reached('standstill')
        ? addDays(ukDay(now), over.state === 'standstill' ? 5 : -1)
        : null,
      milestones: {
        create: milestones.map((one, i) => ({
          id: newId(),
          position: i + 1,
          dueOn: addDays(ukDay(now), 60),
          ...one,
        })),
      },
    },
  });
  if (!reached('inDelivery')) return { ...made, award };
  const contract = {
    contractedAt: now,
    contractReference: 'C-1',
    startsOn: ukDay(now),
    endsOn: addDays(ukDay(now), 90),
  };
  await db.award.update({
    where: { id: award.id },
    data: { ...contract, closedAt: reached('closed') ? now : null },
  });
  return { ...made, award };
}
