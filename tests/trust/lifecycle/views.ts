import { stateOf as awardState } from '~/domain/awards/award';
import { awardPage } from '~/domain/awards/queries/award-page.server';
import { bidPage } from '~/domain/bids/queries/bid-page.server';
import { ask } from '~/domain/query.server';
import { questionStateSql } from '~/domain/questions/question-state.server';
import { questionPage } from '~/domain/questions/queries/question-page.server';
import { database } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Game } from './game';
import {
  awardStateOf,
  BIDS,
  bidStateOf,
  leadOf,
  ROLES,
  stateOf,
  type Bid,
  type Model,
  type Role,
} from './model';
import { expectedOf } from './play';
import type { Action } from './action';

const TEAM: Role[] = ['author', 'owner', 'holder', 'moderator'];
const OUTSIDE: Role[] = ['visitor', 'unverified'];

/** What the model says that a row of the database comes to. */
export async function databaseDiffers(game: Game): Promise<string[]> {
  const { model, id } = game;
  const now = new Date(model.now);
  const [row] = await database().$queryRaw<Row[]>(Prisma.sql`
    SELECT ${questionStateSql(now, 'question')} AS state, outcome::text AS outcome,
      closes_at AS "closesAt", quality_agreed_at IS NOT NULL AS "qualityAgreed",
      (SELECT count(*)::int FROM assessment_summary s JOIN bid b ON b.id = s.bid_id
        WHERE b.question_id = question.id AND s.sent_at IS NULL) AS unsent,
      (SELECT count(*)::int FROM award a WHERE a.question_id = question.id AND a.withdrawn_at IS NULL) AS awards,
      (SELECT count(*)::int FROM reserve_place r WHERE r.question_id = question.id
        AND r.awarded_at IS NULL AND r.released_at IS NULL) AS reserve,
      (SELECT count(*)::int FROM recommendation r WHERE r.question_id = question.id
        AND r.approved_at IS NULL AND r.returned_at IS NULL) AS waiting
    FROM question WHERE id = ${id}::uuid`);
  if (!row) return ['the question is gone'];
  const award = await database().award.findFirst({ where: { questionId: id, withdrawnAt: null } });
  const extended = model.challenge !== null;
  const compared: [what: string, model: unknown, database: unknown][] = [
    ['state', stateOf(model), row.state],
    ['outcome', model.answered ? 'any' : model.outcome, model.answered ? 'any' : row.outcome],
    ['closing', model.closesAt, row.closesAt.getTime()],
    ['quality agreed', model.qualityAgreed, row.qualityAgreed],
    ['summaries to send', model.unsent, row.unsent],
    ['awards', model.award ? 1 : 0, row.awards],
    ['reserve list', model.reserve ? 1 : 0, row.reserve],
    ['recommendation', model.recommendation ? 1 : 0, row.waiting],
    ['award', awardStateOf(model), award && awardState({ ...award, extended }, now)],
  ];
  return compared
    .filter(([, one, other]) => one !== other)
    .map(([what, one, other]) => `${what}: the model says ${String(one)}, the database ${String(other)}`);
}

interface Row {
  state: string;
  outcome: string | null;
  closesAt: Date;
  qualityAgreed: boolean;
  unsent: number;
  awards: number;
  reserve: number;
  waiting: number;
}

/** The state that somebody is told, null where they may not know of the question. */
export function shownState(model: Model, by: Role): string | null {
  if (TEAM.includes(by)) return stateOf(model);
  if (model.publishedAt === null || OUTSIDE.includes(by)) return null;
  const state = stateOf(model);
  const isTold = model.award === null || model.award.noticeAt !== null;
  if (by === 'auditor' && model.outcome === null && !['answered', 'withdrawn'].includes(state)) return null;
  return state === 'decided' && model.outcome === 'awarded' && !isTold ? 'inEvaluation' : state;
}

/** What one of the cast sees of the question, its award and their own bid. */
export async function viewDiffers(game: Game, by: Role, actions: readonly Action[]): Promise<string[]> {
  const { model } = game;
  // Whoever approves further sees a draft while it waits for them, and of that the model says nothing.
  if (by === 'approver' && model.publishedAt === null) return [];
  const actor = await game.actor(by);
  const page = await ask(questionPage, actor, { reference: game.question });
  const found: string[] = [];
  const compare = (what: string, one: unknown, other: unknown) => {
    if (one !== other) found.push(`${what}: the model says ${String(one)}, the ${by} sees ${String(other)}`);
  };
  compare('state', shownState(model, by), page?.state ?? null);
  if (page) for (const [may, name] of OFFERED) offered(`may ${may}`, page.may[may], may, name);
  if (model.award) {
    const award = await ask(awardPage, actor, { reference: await game.award() });
    compare('award', seesAward(model, by) ? awardStateOf(model) : null, award?.state ?? null);
  }
  for (const name of BIDS) if (by === leadOf(name)) await compareBid(name);
  return found;

  function offered(what: string, isOffered: boolean, may: string, name: string): void {
    const attempt = actions.find((one) => one.name === name)?.attempts(model, by)[0];
    if (!attempt) return;
    const expected = expectedOf(attempt);
    // What cannot be taken now may be offered, and be refused with a reason.
    if (expected === 'done' && !isOffered) compare(what, true, false);
    if (expected === 'not theirs' && isOffered) compare(`${what} (${may})`, false, true);
  }

  async function compareBid(name: Bid): Promise<void> {
    const told = model.unsent === 0 && model.outcome !== null;
    if (told || model.answered || model.ended.length > 0) return;
    const bid = await ask(bidPage, actor, { reference: (await game.draft(name)).reference });
    const expected = bidStateOf(model, name);
    compare(`bid ${name}`, expected === 'none' ? null : expected, bid?.state ?? null);
  }
}

/** What a question's page offers, and the step that it leads to. */
const OFFERED = [
  ['edit', 'hand in the draft'],
  ['approve', 'approve the question'],
  ['withdraw', 'withdraw the question'],
  ['amend', 'add to the question'],
  ['askClarification', 'ask what is meant'],
] as const;

/** The asking side from the decision on, everybody who knows the question from the notice on. */
function seesAward({ award, panel, publishedAt }: Model, by: Role): boolean {
  if (!award || publishedAt === null) return false;
  const panelled = panel && ['evaluator', 'second', 'third'].includes(by);
  if (TEAM.includes(by) || panelled || ['approver', 'arbiter', 'auditor'].includes(by)) return true;
  return award.noticeAt !== null && !OUTSIDE.includes(by) && ROLES.includes(by);
}
