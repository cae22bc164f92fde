import type { Db } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import type { FactDraft } from '../fact';

/** Requests that nobody answered in time end; the clock has ended them already for whoever reads them. */
export async function expiredRequests(tx: Db, now: Date): Promise<FactDraft[]> {
  await tx.$executeRaw`
    UPDATE request SET state = 'expired', decided_at = ${now} WHERE id IN (
      SELECT id FROM request WHERE state IN ('asked', 'held') AND expires_at <= ${now} ORDER BY id LIMIT 100)`;
  const rows = await tx.$queryRaw<{ id: string; kind: string }[]>`
    SELECT r.id, r.kind::text AS kind FROM request r WHERE r.state = 'expired'
      AND NOT EXISTS (SELECT FROM request_event e WHERE e.request_id = r.id AND e.kind = 'expired')
    ORDER BY r.id LIMIT 100`;
  await tx.requestEvent.createMany({
    data: rows.map(({ id }) => ({ id: newId(), requestId: id, kind: 'expired', at: now })),
  });
  return rows.map(({ id, kind }) => ({
    name: 'RequestHasExpired',
    noun: 'request',
    nounId: id,
    data: { kind },
  }));
}
