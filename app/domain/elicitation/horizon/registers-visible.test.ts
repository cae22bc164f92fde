import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeDataset } from '../../../../tests/support/factories/datasets';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeReaders } from '../../../../tests/support/factories/readers';
import { makeSignal } from '../../../../tests/support/factories/signals';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import type { Actor } from '../../actor';
import { maySeeDataset } from '../../knowledge/datasets/dataset-policy';
import { lockedDataset } from '../../knowledge/datasets/dataset-standing.server';
import { datasetsVisibleSql } from '../../knowledge/datasets/dataset-visibility.server';
import { isAllowed } from '../../policy';
import { maySeeSignal } from './signal-policy';
import { lockedSignal, signalsVisibleSql } from './signal-standing.server';

const database = useDatabase();
const cast = new Map<string, Actor>();
const datasets = new Map<string, string>();
const signals = new Map<string, string>();

beforeAll(async () => {
  const who = await makeReaders();
  const owner = (await makePerson({ expert: true })).id;
  const writers = { member: who.member, unverified: who.unverified, committee: who.committee };
  for (const [name, createdById] of Object.entries(writers)) {
    const [waiting, confirmed] = [
      await makeDataset({ createdById }),
      await makeDataset({ createdById, confirmedById: who.coordinator }),
    ];
    datasets.set(waiting.reference, `${name}, waiting`).set(confirmed.reference, `${name}, confirmed`);
    const [draft, published] = [
      await makeSignal({ createdById }),
      await makeSignal({ createdById, publishedById: who.coordinator }),
    ];
    signals.set(draft.reference, `${name}, draft`).set(published.reference, `${name}, published`);
    await database.db.dataset.update({ where: { id: waiting.id }, data: { ownerId: owner } });
    await database.db.signal.update({ where: { id: draft.id }, data: { ownerId: owner } });
  }
  for (const [name, id] of Object.entries({ ...who, owner })) cast.set(name, await actorFor(id));
  cast.set('visitor', await visitorNow());
});

type Rows = { reference: string }[];
const named = (rows: Rows, names: Map<string, string>) =>
  rows.map(({ reference }) => names.get(reference) ?? reference).sort();

test('lists hold the datasets that the policy shows, for everybody', async () => {
  for (const [name, actor] of cast) {
    const listed = await database.db.$queryRaw<Rows>`
      SELECT d.reference FROM dataset d WHERE ${datasetsVisibleSql(actor)}`;
    const allowed: string[] = [];
    for (const [reference, called] of datasets) {
      const found = await lockedDataset(database.db, reference);
      if (found && isAllowed(maySeeDataset(actor, found.standing))) allowed.push(called);
    }
    expect([name, named(listed, datasets)]).toEqual([name, allowed.sort()]);
  }
});

test('lists hold the signals that the policy shows, for everybody', async () => {
  for (const [name, actor] of cast) {
    const listed = await database.db.$queryRaw<Rows>`
      SELECT s.reference FROM signal s WHERE ${signalsVisibleSql(actor)}`;
    const allowed: string[] = [];
    for (const [reference, called] of signals) {
      const found = await lockedSignal(database.db, reference);
      if (found && isAllowed(maySeeSignal(actor, found.standing))) allowed.push(called);
    }
    expect([name, named(listed, signals)]).toEqual([name, allowed.sort()]);
  }
});

test('those of a visitor are none, of a coordinator all, and a new owner’s are no longer the old one’s alone', async () => {
  const seen = async (name: string) => {
    const actor = cast.get(name);
    if (!actor) throw new Error(`nobody is ${name}`);
    const rows = await database.db.$queryRaw<Rows>`
      SELECT s.reference FROM signal s WHERE ${signalsVisibleSql(actor)}`;
    return named(rows, signals);
  };
  expect(await seen('visitor')).toEqual([]);
  expect(await seen('coordinator')).toHaveLength(signals.size);
  expect(await seen('owner')).toHaveLength(signals.size);
  expect(await seen('member')).toContain('member, draft');
});

test('a signal that is none is null; one that is counts its judgements and evidence', async () => {
  expect(await lockedSignal(database.db, '22222222')).toBeNull();
  expect(await lockedDataset(database.db, '22222222')).toBeNull();
  const [reference = ''] = signals.keys();
  expect(await lockedSignal(database.db, reference)).toMatchObject({
    ...{ judgements: 1, latest: 'unlikely', evidence: 1 },
  });
  await database.db.signalEvidence.updateMany({
    where: { signal: { reference } },
    data: { removedAt: new Date() },
  });
  expect(await lockedSignal(database.db, reference)).toMatchObject({ evidence: 0 });
});
