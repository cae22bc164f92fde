import type { Db } from '~/platform/db.server';
import type { Competition } from '../competition';
import { lockedCompetitionById } from '../load-competition.server';
import { isListKind, type ListKind, type Verdict } from './list-kinds';
import type { Asked, Known } from './plan-rows';

/** What rows may name of an opened competition; of one that is not opened, no bid. */
export async function knownIn(db: Db, { question }: Competition): Promise<Known> {
  const { id: questionId, openedAt } = question;
  const members = await db.panelMembership.findMany({
    where: { questionId, role: 'evaluator', endedAt: null },
    select: {
      person: {
        select: {
          reference: true,
          emails: { where: { verifiedAt: { not: null } }, select: { address: true } },
        },
      },
    },
  });
  const bids = openedAt
    ? await db.bid.findMany({
        where: { questionId, submissions: { some: { replacedAt: null, withdrawnAt: null } } },
        select: {
          reference: true,
          assignmentEdits: { select: { rule: true, person: { select: { reference: true } } } },
        },
      })
    : [];
  const pairs = await db.assessorsApart.findMany({
    where: { questionId },
    select: { one: { select: { reference: true } }, other: { select: { reference: true } } },
  });
  return {
    bids: new Set(bids.map(({ reference }) => reference)),
    assessors: new Map(
      members.flatMap(({ person: { reference, emails } }) =>
        [reference, ...emails.map(({ address }) => address)].map((key): [string, string] => [key, reference]),
      ),
    ),
    settled: new Set(
      bids.flatMap(({ reference, assignmentEdits }) =>
        assignmentEdits.map(({ rule, person }) => `${reference} ${person.reference} ${rule}`),
      ),
    ),
    apart: new Set(pairs.map(({ one, other }) => [one.reference, other.reference].sort().join(' '))),
  };
}

/** A list held for what is done with it, with its competition held too. */
export async function lockedList(tx: Db, reference: string) {
  await tx.$queryRaw`SELECT id FROM competition_list WHERE reference = ${reference} FOR UPDATE`;
  const list = await tx.competitionList.findUnique({
    where: { reference },
    include: { rows: { orderBy: { position: 'asc' } } },
  });
  const competition = list && (await lockedCompetitionById(tx, list.questionId));
  if (!list || !competition || !isListKind(list.kind)) return null;
  const kind: ListKind = list.kind;
  const rows = list.rows.map(({ asked, verdict, ...row }) => ({
    ...row,
    asked: asked as Asked | null,
    verdict: verdict as Verdict,
  }));
  return { list: { ...list, kind, rows }, competition };
}
