import { COLUMNS, HELD_KIND_NAMES } from '~/domain/succession/holding';
import { database } from '~/platform/db.server';
import type { Findings } from '../suite';
import type { Org } from './desk';

export async function heldBy(...ids: string[]): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM soundings.held_item WHERE holder_id = ANY(${ids}::uuid[])`;
  return row?.count ?? 0;
}

/** Everything live whose holder has closed, by kind: what nobody accepted. */
export const orphans = () => database().$queryRaw<{ kind: string; item: string }[]>`
  SELECT kind, item FROM soundings.orphan ORDER BY kind, item`;

/** What a second sending would change: how many rows stand in which state. */
export async function traceOf(): Promise<string> {
  const [row] = await database().$queryRaw<{ trace: string }[]>`
    SELECT concat_ws(' ', (SELECT count(*) FROM handover), (SELECT count(*) FROM handover WHERE answer = 'accepted'),
      (SELECT count(*) FROM organisation_version), (SELECT count(*) FROM organisation WHERE closed_at IS NOT NULL),
      (SELECT count(*) FROM affiliation), (SELECT count(*) FROM responsibility)) AS trace`;
  return row?.trace ?? '';
}

/** Over the list of columns: kind by kind nothing is with a closed organisation; past rows keep the name they had. */
export async function checkNothingOrphaned(findings: Findings, closed: Org[]): Promise<void> {
  const ids = closed.map(({ id }) => id);
  const open = await database().organisation.count({ where: { id: { in: ids }, closedAt: null } });
  findings.check(open === 0, `${closed.map(({ name }) => name).join(', ')} are closed`);
  const left = await orphans();
  findings.check(left.length === 0, `${left.length} live things are held by a closed organisation`);
  for (const { kind, item } of left.slice(0, 12)) findings.say(`${kind} ${item}`);
  const accepted = await database().handover.groupBy({
    by: ['kind'],
    where: { answer: 'accepted' },
    _count: true,
  });
  const counts = HELD_KIND_NAMES.flatMap((kind) => {
    const count = accepted.find((one) => one.kind === kind)?._count ?? 0;
    return count > 0 ? [`${kind} ${count}`] : [];
  });
  findings.say(`accepted: ${counts.join(', ')}`);
  let kept = 0;
  for (const place of Object.keys(COLUMNS)) {
    const [table = '', column = ''] = place.split('.');
    if (!column.endsWith('organisation_id') && column !== 'chair_id' && column !== 'owner_id') continue;
    const [row] = await database().$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM "${table}" WHERE "${column}" = ANY($1::uuid[])`,
      ids,
    );
    kept += row?.count ?? 0;
  }
  findings.say(
    `${Object.keys(COLUMNS).length} columns looked at; ${kept} rows of the past keep the old names`,
  );
  const accountable = await database().$queryRaw<{ subject: string }[]>`
    SELECT coalesce(term_id, priority_id, question_id, item_id, decision_id)::text AS subject FROM responsibility
    WHERE role = 'accountable' GROUP BY 1 HAVING count(*) FILTER (WHERE ends_on IS NULL) = 0
      AND bool_or(end_reason LIKE 'Handed over%')`;
  findings.check(accountable.length === 0, 'whatever had somebody accountable still has');
}
