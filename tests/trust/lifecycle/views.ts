import { stateOf as awardState } from '~/domain/awards/award';
import { awardPage } from '~/domain/awards/queries/award-page.server';
import { bidPage } from '~/domain/bids/queries/bid-page.server';
import { claimPage } from '~/domain/awards/queries/claim-page.server';
import { expressionsPage } from '~/domain/evaluation/queries/expressions-page.server';
import { ownInterviewPage } from '~/domain/evaluation/queries/own-interview-page.server';
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
  isNoticed,
  leadOf,
  stateOf,
  type Bid,
  type Model,
  type Role,
} from './model/model';
import { isOnAskingSide, TEAM } from './model/panel';
import { expectedOf } from './play';
import { isWinner } from './rules/delivering';
import { seenExpressions } from './rules/expressing';
import type { Action } from './action';

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
      soundings.standstill_is_extended(question.id) AS extended,
      (SELECT count(*)::int FROM award a WHERE a.question_id = question.id AND a.withdrawn_at IS NULL) AS awards,
      (SELECT count(*)::int FROM reserve_place r WHERE r.question_id = question.id
        AND r.awarded_at IS NULL AND r.released_at IS NULL) AS reserve,
      (SELECT count(*)::int FROM recommendation r WHERE r.question_id = question.id
        AND r.approved_at IS NULL AND r.returned_at IS NULL) AS waiting
    FROM question WHERE id = ${id}::uuid`);
  if (!row) return ['the question is gone'];
  const award = await database().award.findFirst({ where: { questionId: id, withdrawnAt: null } });
  const compared: [what: string, model: unknown, database: unknown][] = [
    ['state', stateOf(model), row.state],
    ['outcome', model.answered ? 'any' : model.outcome, model.answered ? 'any' : row.outcome],
    ['closing', model.closesAt, row.closesAt.getTime()],
    ['quality agreed', model.qualityAgreed, row.qualityAgreed],
    ['summaries to send', model.unsent, row.unsent],
    ['awards', model.award ? 1 : 0, row.awards],
    ['reserve list', model.reserve ? 1 : 0, row.reserve],
    ['recommendation', model.recommendation ? 1 : 0, row.waiting],
    ['award', awardStateOf(model), award && awardState({ ...award, extended: row.extended }, now)],
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
  extended: boolean;
  reserve: number;
  waiting: number;
}

/**
 * The state that somebody is told, null where they may not know of the question. What was decided is the asking
 * side's alone until it is told: an award by its notice, that none is suitable by the summaries.
 */
export function shownState(model: Model, by: Role): string | null {
  const isInside = TEAM.includes(by) && !model.walled.includes(by);
  if (isInside || (TEAM.includes(by) && model.publishedAt === null)) return stateOf(model);
  if (model.publishedAt === null || OUTSIDE.includes(by)) return null;
  const state = stateOf(model);
  const isTold = model.outcome === 'awarded' ? isNoticed(model) : model.unsent === 0;
  if (by === 'auditor' && model.outcome === null && !['answered', 'withdrawn'].includes(state)) return null;
  return state === 'decided' && !isTold ? 'inEvaluation' : state;
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
  await compareStages();
  return found;

  async function compareStages(): Promise<void> {
    if (model.route.expressions) {
      const all = await ask(expressionsPage, actor, { reference: game.question });
      const count = all && 'expressions' in all ? all.expressions.length : null;
      compare('expressions', seenExpressions(model, by), count);
    }
    for (const name of BIDS)
      if (model.bids[name].interview !== 'none') {
        const own = await ask(ownInterviewPage, actor, { reference: (await game.draft(name)).reference });
        compare(`interview of bid ${name}`, by === leadOf(name), own !== null);
      }
    for (const [index, { claim }] of (model.award?.milestones ?? []).entries())
      if (claim !== null) {
        const seen = await ask(claimPage, actor, { reference: await game.claim(index + 1) });
        const sees = isOnAskingSide(model, by) || isWinner(model, by);
        compare(`claim ${index + 1}`, sees ? claim : null, seen?.state ?? null);
      }
  }

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
function seesAward(model: Model, by: Role): boolean {
  const { award, publishedAt } = model;
  if (!award || publishedAt === null) return false;
  return isOnAskingSide(model, by) || (award.noticeAt !== null && !OUTSIDE.includes(by));
}
