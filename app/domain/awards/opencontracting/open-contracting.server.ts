import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { isWalledFromSome } from '../../actor';
import { query } from '../../query.server';
import { exchangeOf, type Exchange } from '../../questions/exchange.server';
import { wholeQuestion, type WholeQuestion } from '../../questions/drafting/draft-loading.server';
import { questionsVisibleTo } from '../../questions/question-visibility.server';
import { BASES, procurementFields } from '../../questions/tasks/procurement';
import { labelOf, readStored } from '../../questions/tasks/task';
import { referenceInput } from '../../reference-input';
import { standstillIsOver } from '../award';
import type { AwardOfProcess, ProcessOfQuestion } from './release-package';

/**
 * A published question that takes bids, as Open Contracting tells of it. Who reads it makes no difference beyond
 * whether they may know of the question: nothing is told here before everybody who knows it was told.
 */
export const openContracting = query({
  name: 'awards.openContracting',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: questionsVisibleTo,
  read: async ({
    db,
    actor,
    scope,
    input,
    now,
  }): Promise<{ prefix: string; process: ProcessOfQuestion } | null> => {
    const row = await wholeQuestion(db, input.reference, scope);
    if (!row?.publishedAt || !row.route.takesBids) return null;
    const [exchange, awards] = await Promise.all([
      exchangeOf(db, row, actor),
      isWalledFromSome(actor, row.id) ? [] : noticedAwards(db, row.id, now),
    ]);
    const process = { ...processOf(row, row.publishedAt, exchange), awards };
    return { prefix: env.OCID_PREFIX, process };
  },
});

function processOf(
  row: WholeQuestion,
  publishedAt: Date,
  exchange: Exchange,
): Omit<ProcessOfQuestion, 'awards'> {
  const { basis } = readStored(procurementFields, row.procurement);
  return {
    reference: row.reference,
    title: row.title,
    summary: row.summary,
    route: row.route.name,
    basis: labelOf(BASES, basis),
    isDirect: basis === 'direct',
    byInvitation: row.visibility === 'invited',
    buyer: { reference: row.team.reference, name: `${row.team.organisation}, ${row.team.name}` },
    budget: { least: row.budgetMinimum, most: row.budgetMaximum },
    publishedAt,
    closesAt: row.closesAt,
    clarificationsCloseAt: row.clarificationsCloseAt,
    clarifications: exchange.clarifications.length,
    lots: row.lots,
    lotLimits: row,
    criteria: row.criteria.map(({ name, weight }) => ({ name, weight })),
    outcome: exchange.told ? row.outcome : null,
    withdrawn: row.withdrawnAt !== null,
    changes: changesOf(exchange),
    notices: exchange.notices,
  };
}

const changesOf = ({ addenda, extensions }: Exchange): ProcessOfQuestion['changes'] =>
  [
    ...addenda.map(({ number, text, publishedAt }) => ({
      id: `addendum-${number}`,
      at: new Date(publishedAt),
      what: text,
      why: '',
    })),
    ...extensions.map(({ confirmedAt, from, to, reason }) => ({
      id: `extension-${new Date(confirmedAt).getTime()}`,
      at: new Date(confirmedAt),
      what: `The deadline was moved from ${from} to ${to}.`,
      why: reason,
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());

interface Row extends Omit<AwardOfProcess, 'supplier' | 'inStandstill' | 'contract'> {
  supplierReference: string;
  supplierName: string;
  standstillEndsOn: Date | null;
  contractedAt: Date | null;
  startsOn: Date | null;
  endsOn: Date | null;
  endedAt: Date | null;
}

/** Awards whose notice is out and stands; an expert who bid alone is named as their own supplier. */
async function noticedAwards(db: Db, questionId: string, now: Date): Promise<AwardOfProcess[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT a.reference, a.amount, l.number AS lot, a.decided_at AS "decidedAt", a.notice_at AS "noticeAt",
      a.standstill_ends_on AS "standstillEndsOn", a.contracted_at AS "contractedAt", a.starts_on AS "startsOn",
      a.ends_on AS "endsOn", coalesce(a.closed_at, a.terminated_on) AS "endedAt",
      coalesce(o.reference, lead.reference) AS "supplierReference", coalesce(o.name, lead.name) AS "supplierName"
    FROM award a JOIN bid b ON b.id = a.bid_id JOIN person lead ON lead.id = b.lead_id
      LEFT JOIN organisation o ON o.id = b.organisation_id LEFT JOIN lot l ON l.id = b.lot_id
    WHERE a.question_id = ${questionId}::uuid AND a.notice_at IS NOT NULL AND a.withdrawn_at IS NULL
    ORDER BY a.decided_at, a.reference`;
  return rows.map(({ supplierReference, supplierName, standstillEndsOn, contractedAt, ...row }) => ({
    reference: row.reference,
    amount: row.amount,
    lot: row.lot,
    decidedAt: row.decidedAt,
    noticeAt: row.noticeAt,
    supplier: { reference: supplierReference, name: supplierName },
    inStandstill: contractedAt === null && !standstillIsOver({ standstillEndsOn }, now),
    contract: contractedAt && {
      signedAt: contractedAt,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      endedAt: row.endedAt,
    },
  }));
}
