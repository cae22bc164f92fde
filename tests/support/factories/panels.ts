import type { Person } from '~/domain/actor';
import { database } from '~/platform/db.server';
import { soundingsNow } from '~/platform/clock.server';
import { newId } from '~/platform/ids.server';
import { actorFor, makePerson } from './people';
import type { AskingTeam } from './questions';

interface PanelOver {
  /** Two when not given. */
  evaluators?: number;
  /** These people instead of new ones. */
  evaluatorIds?: string[];
  /** Declarations of everybody with influence at opening: none where false. */
  declared?: boolean;
  /** Of the award too. */
  declaredAtAward?: boolean;
}

export interface Panel {
  moderator: Person;
  evaluators: [Person, Person, ...Person[]];
  author: Person;
  owner: Person;
  budgetHolder: Person;
}

/** A panel for a question, as its commands would have left it: the team's moderator and some verified members. */
export async function makePanel(
  question: { id: string; asking: AskingTeam },
  over: PanelOver = {},
): Promise<Panel> {
  const db = database();
  const { asking, id: questionId } = question;
  const now = await soundingsNow(db);
  const people: { id: string }[] =
    over.evaluatorIds?.map((id) => ({ id })) ??
    (await Promise.all(Array.from({ length: over.evaluators ?? 2 }, () => makePerson())));
  const member = (personId: string, role: 'evaluator' | 'moderator') => ({
    questionId,
    personId,
    role,
    appointedById: asking.authorId,
    appointedAt: now,
  });
  await db.panelMembership.createMany({
    data: [member(asking.moderatorId, 'moderator'), ...people.map(({ id }) => member(id, 'evaluator'))],
  });
  const everybody = [
    asking.moderatorId,
    asking.authorId,
    asking.ownerId,
    asking.budgetHolderId,
    ...people.map(({ id }) => id),
  ];
  if (over.declared ?? true) await declareNothing(questionId, everybody, 'opening');
  if (over.declaredAtAward) await declareNothing(questionId, everybody, 'award');
  const actors = await Promise.all(people.map(({ id }) => actorFor(id)));
  return {
    moderator: await actorFor(asking.moderatorId),
    evaluators: actors as Panel['evaluators'],
    author: await actorFor(asking.authorId),
    owner: await actorFor(asking.ownerId),
    budgetHolder: await actorFor(asking.budgetHolderId),
  };
}

/** Declarations of no interest. */
export async function declareNothing(
  questionId: string,
  personIds: string[],
  stage: 'publication' | 'opening' | 'award',
): Promise<void> {
  const declaredAt = await soundingsNow(database());
  await database().declaration.createMany({
    data: personIds.map((personId) => ({
      id: newId(),
      questionId,
      personId,
      stage,
      capacity: 'evaluator',
      hasInterest: false,
      declaredAt,
    })),
  });
}

/** Submitted scores of one evaluator: one value for every criterion, or one each. */
export async function makeScores(
  bid: { id: string },
  question: { criteria: { id: string }[] },
  evaluator: { id: string },
  values: number | number[],
): Promise<void> {
  const submittedAt = await soundingsNow(database());
  await database().score.createMany({
    data: question.criteria.map(({ id }, i) => ({
      bidId: bid.id,
      criterionId: id,
      personId: evaluator.id,
      value: Array.isArray(values) ? (values[i] ?? 0) : values,
      reason: `Evidence in section ${i + 1}.`,
      savedAt: submittedAt,
      submittedAt,
    })),
  });
}

export async function makeWall(
  questionId: string,
  personId: string,
  bidId: string | null = null,
): Promise<void> {
  const raisedAt = await soundingsNow(database());
  await database().wall.create({
    data: { id: newId(), questionId, personId, bidId, reason: 'Worked together until last year.', raisedAt },
  });
}
