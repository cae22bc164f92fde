import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { excludeBid } from '../../bids/commands/exclude-bid.server';
import { runWithin, type Outcome } from '../../command.server';
import { inviteAssessor } from '../assessors/commands/invite-assessor.server';
import { keepApart } from '../assessors/commands/keep-apart.server';
import { remindAssessors } from '../assessors/commands/remind-assessors.server';
import { settlePlace } from '../assessors/commands/settle-place.server';
import { withdrawAssessorInvitation } from '../assessors/commands/withdraw-assessor-invitation.server';
import { appointPanelMember } from '../commands/appoint-panel-member.server';
import { endPanelMembership } from '../commands/end-panel-membership.server';
import type { ListKind, Verdict } from './list-kinds';
import type { Asked } from './plan-rows';

type Step = (tx: Db, actor: Actor, reference: string, asked: Asked) => Promise<Outcome<unknown>>;

/** What a row does: the command of the page where one person does the same once. */
const STEPS: Record<ListKind, Step> = {
  assessors: (tx, actor, reference, asked) => runWithin(tx, inviteAssessor, actor, { reference, ...asked }),
  assignments: (tx, actor, _, { bid, person, rule }) =>
    runWithin(tx, settlePlace, actor, { reference: bid, person, rule }),
  apart: (tx, actor, reference, asked) => runWithin(tx, keepApart, actor, { reference, ...asked }),
  eligibility: (tx, actor, _, { bid, reason }) =>
    runWithin(tx, excludeBid, actor, { reference: bid, reason }),
  remind: (tx, actor, reference, { person }) => runWithin(tx, remindAssessors, actor, { reference, person }),
  remove: (tx, actor, reference, { person }) =>
    runWithin(tx, endPanelMembership, actor, { reference, person, unstarted: true }),
};

/** What takes it back. */
const REVERSES: Partial<Record<ListKind, Step>> = {
  assessors: (tx, actor, reference, { person }) =>
    runWithin(tx, withdrawAssessorInvitation, actor, { reference, person }),
  assignments: (tx, actor, _, { bid, person }) =>
    runWithin(tx, settlePlace, actor, { reference: bid, person, rule: 'free' }),
  apart: (tx, actor, reference, asked) =>
    runWithin(tx, keepApart, actor, { reference, ...asked, until: 'ended' }),
  remove: (tx, actor, reference, { person }) =>
    runWithin(tx, appointPanelMember, actor, { reference, person, role: 'evaluator' }),
};

export interface Judged {
  verdict: Verdict;
  why: string;
}

/** Refusals that say that it is so already. */
const ALREADY = new Set(['PersonIsOnPanel', 'InvitationIsOpen', 'BidIsExcluded']);

function judged(outcome: Outcome<unknown>): Judged {
  switch (outcome.kind) {
    case 'done':
      return { verdict: 'do', why: '' };
    case 'denied':
      return { verdict: 'no', why: outcome.why };
    case 'hidden':
      return { verdict: 'no', why: 'There is no such thing, or it is not for you' };
    case 'invalid':
      return { verdict: 'no', why: outcome.issues[0]?.message ?? 'This cannot be read' };
    case 'refused': {
      const { name, message, fields } = outcome.refusal;
      const why = Object.values(fields ?? {})[0] ?? message;
      return { verdict: ALREADY.has(name) ? 'same' : 'no', why };
    }
  }
}

interface Row {
  asked: Asked | null;
  verdict: Verdict;
  why: string;
}

interface Listed {
  kind: ListKind;
  reference: string;
  rows: Row[];
}

/** Does each row in turn, and says what became of it; rows that were settled before stay as they are. */
export async function doRows(tx: Db, actor: Actor, { kind, reference, rows }: Listed): Promise<Judged[]> {
  const found: Judged[] = [];
  for (const { asked, verdict, why } of rows)
    found.push(
      asked && verdict === 'do' ? judged(await STEPS[kind](tx, actor, reference, asked)) : { verdict, why },
    );
  return found;
}

/** The same without a trace: what the rows would do, each after those before it. */
export async function rehearseRows(tx: Db, actor: Actor, listed: Listed): Promise<Judged[]> {
  await tx.$executeRaw`SAVEPOINT rehearsal`;
  const found = await doRows(tx, actor, listed);
  await tx.$executeRaw`ROLLBACK TO SAVEPOINT rehearsal`;
  return found;
}

interface Carried extends Omit<Listed, 'rows'> {
  rows: { position: number; asked: Asked | null; outcome: string | null }[];
}

/** Takes back what was done, the last first, and says by position what became of each of those rows. */
export async function undoRows(tx: Db, actor: Actor, { kind, reference, rows }: Carried) {
  const found = new Map<number, Judged>();
  const reverse = REVERSES[kind];
  for (const { position, asked, outcome } of reverse ? rows.toReversed() : [])
    if (reverse && asked && outcome === 'done')
      found.set(position, judged(await reverse(tx, actor, reference, asked)));
  return found;
}
