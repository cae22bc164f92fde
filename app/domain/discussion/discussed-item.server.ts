import type { Db } from '~/platform/db.server';
import { isMember, type Actor } from '../actor';
import { maySeeFinding } from '../knowledge/finding-policy';
import { loadFinding } from '../knowledge/finding-standing.server';
import { isAllowed } from '../policy';
import { isBlind } from '../questions/blind';
import { maySee, ownsQuestion } from '../questions/question-policy';
import {
  questionForPolicy,
  questionForPolicyById,
  type LoadedQuestion,
} from '../questions/question-stage.server';
import type { DiscussedItem } from './discussion-policy';
import { isTold } from '../questions/question-state.server';

export type DiscussedNoun = 'question' | 'finding';
export const DISCUSSED = ['question', 'finding'] as const;

export interface LoadedItem {
  noun: DiscussedNoun;
  id: string;
  reference: string;
  title: string;
  /** How one actor stands to it. */
  standing: (actor: Actor) => DiscussedItem;
}

export async function loadItem(db: Db, noun: DiscussedNoun, reference: string): Promise<LoadedItem | null> {
  return noun === 'question' ? loadQuestion(db, reference) : loadDiscussedFinding(db, reference);
}

export async function loadItemById(db: Db, noun: string, id: string): Promise<LoadedItem | null> {
  const row =
    noun === 'question'
      ? await db.question.findUnique({ where: { id }, select: { reference: true } })
      : await db.finding.findUnique({ where: { id }, select: { reference: true } });
  return row && loadItem(db, noun === 'question' ? 'question' : 'finding', row.reference);
}

async function loadQuestion(db: Db, reference: string): Promise<LoadedItem | null> {
  const question = await questionForPolicy(db, reference);
  if (!question) return null;
  const blind = await isBlindNow(db, question);
  const { id, title } = question;
  const standing = (actor: Actor): DiscussedItem => ({
    seen: isAllowed(maySee(actor, question)),
    published: question.publishedAt !== null,
    questionId: id,
    ofTeam: ownsQuestion(actor, question),
    blind,
  });
  return { noun: 'question', id, reference, title, standing };
}

async function isBlindNow(db: Db, { id, route, ...question }: LoadedQuestion): Promise<boolean> {
  const stages = { ...question, takesBids: route.takesBids };
  return isBlind({ ...stages, told: false }) && isBlind({ ...stages, told: await isTold(db, id) });
}

async function loadDiscussedFinding(db: Db, reference: string): Promise<LoadedItem | null> {
  const finding = await loadFinding(db, reference);
  if (!finding) return null;
  const question = finding.questionId ? await questionForPolicyById(db, finding.questionId) : null;
  const standing = (actor: Actor): DiscussedItem => ({
    seen: isAllowed(maySeeFinding(actor, finding.standing)),
    published: finding.publishedAt !== null,
    // Its competition is over: a wall in it holds nothing back any more.
    questionId: null,
    ofTeam:
      isMember(actor) && question !== null && finding.publishedAt !== null && ownsQuestion(actor, question),
    blind: false,
  });
  return { noun: 'finding', id: finding.id, reference, title: finding.latest.title, standing };
}
