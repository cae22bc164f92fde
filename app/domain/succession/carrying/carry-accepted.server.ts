import type { Db } from '~/platform/db.server';
import { HELD_KIND_NAMES, type HeldKind } from '../holding';
import { sideOf, type StoredReorganisation } from '../reorganisation-rows.server';
import { CARRIES } from './all.server';

export interface Accepted {
  id: string;
  kind: string;
  item: string;
  fromId: string;
  toId: string;
}

interface Turn {
  day: Date;
  now: Date;
  byId: string;
}

/** Carries over what was accepted. For each handover the key of the row that goes on in the place of another, if any. */
export async function carryAccepted(
  tx: Db,
  reorganisation: StoredReorganisation,
  rows: readonly Accepted[],
  turn: Turn,
): Promise<Map<string, string>> {
  const became = new Map<string, string>();
  for (const kind of HELD_KIND_NAMES)
    for (const from of sideOf(reorganisation, 'predecessor'))
      for (const to of sideOf(reorganisation, 'successor')) {
        const going = rows.filter(
          (row) => row.kind === kind && row.fromId === from.organisationId && row.toId === to.organisationId,
        );
        const names = { from: from.organisation.name, to: to.organisation.name };
        if (going.length > 0) await carryKind(tx, kind, going, { ...turn, ...names }, became);
      }
  return became;
}

async function carryKind(
  tx: Db,
  kind: HeldKind,
  [first, ...rest]: readonly Accepted[],
  { from, to, ...turn }: Turn & { from: string; to: string },
  became: Map<string, string>,
): Promise<void> {
  if (!first) return;
  const rows = [first, ...rest];
  const moved = await CARRIES[kind](tx, {
    ...turn,
    ...{ items: rows.map(({ item }) => item), fromId: first.fromId, toId: first.toId },
    note: `Handed over from ${from} to ${to}`,
  });
  const byItem = new Map(moved.map((one) => [one.item, one.became]));
  for (const { id, item } of rows) {
    const next = byItem.get(item);
    if (next !== undefined) became.set(id, next);
  }
}
