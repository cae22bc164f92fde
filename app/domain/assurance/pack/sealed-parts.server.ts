import type { Db } from '~/platform/db.server';
import { hiddenInBidsOf } from '../../bids/anonymous/identities.server';
import { openExpression } from '../../bids/expressions/expression-vault.server';
import { openedPrices } from '../../bids/sealing/opened-content.server';
import { openedKey } from '../../bids/sealing/seal-keys.server';
import { unsealQuality } from '../../bids/sealing/sealed-content.server';
import type { Fields, PackSet } from './pack';

const asFields = (value: object): Fields => JSON.parse(JSON.stringify(value)) as Fields;

/** What bids say, opened with the question's keys; nothing of a part whose key is still sealed. */
export async function sealedParts(db: Db, questionId: string): Promise<PackSet[]> {
  return [
    {
      name: 'expression',
      title: 'Expressions of interest',
      stage: 'bids',
      records: await expressions(db, questionId),
    },
    { name: 'bid-text', title: 'What bids say', stage: 'bids', records: await texts(db, questionId) },
    { name: 'bid-price', title: 'What bids cost', stage: 'bids', records: await prices(db, questionId) },
  ];
}

async function texts(db: Db, questionId: string): Promise<PackSet['records']> {
  const key = await openedKey(db, questionId, 'quality');
  // While bidders are hidden nobody reads bids here.
  if (!key || (await hiddenInBidsOf(db, questionId)).size > 0) return [];
  const rows = await db.bidSubmission.findMany({
    where: { bid: { questionId }, replacedAt: null, withdrawnAt: null },
    select: { bidId: true, number: true, sealedQuality: true, bid: { select: { reference: true } } },
    orderBy: { bid: { reference: 'asc' } },
  });
  const criteria = await db.criterion.findMany({ where: { questionId }, select: { id: true, name: true } });
  const nameOf = new Map(criteria.map(({ id, name }) => [id, name]));
  return rows.map(({ bidId, number, sealedQuality, bid }) => {
    const { answers, ...said } = unsealQuality(key, sealedQuality, { questionId, bidId, number });
    const answered = Object.entries(answers).map(([id, text]) => ({
      to_id: id,
      to: nameOf.get(id) ?? 'Essential requirement',
      text,
    }));
    return {
      key: bidId,
      fields: asFields({ bid_id: bidId, bid: bid.reference, ...said, answers: answered }),
    };
  });
}

async function prices(db: Db, questionId: string): Promise<PackSet['records']> {
  const opened = (await openedPrices(db, questionId)) ?? new Map<string, object>();
  return [...opened].map(([bidId, price]) => ({ key: bidId, fields: asFields({ bid_id: bidId, ...price }) }));
}

async function expressions(db: Db, questionId: string): Promise<PackSet['records']> {
  const rows = await db.expression.findMany({
    where: { questionId, withdrawnAt: null },
    orderBy: { reference: 'asc' },
  });
  return rows.map(({ sealed, wrappedKey, keyId, questionId: _question, revision: _revision, ...row }) => ({
    key: row.id,
    fields: asFields({ ...row, ...openExpression({ id: row.id, sealed, wrappedKey, keyId }) }),
  }));
}
