import { beforeAll, describe, expect, test } from 'vitest';
import { actorOf } from '~/domain/people/queries/actor-of.server';
import { findingList } from '~/domain/knowledge/queries/finding-list.server';
import { ask } from '~/domain/query.server';
import { useDatabase } from '../../../tests/support/database';
import { makeFinding } from '../../../tests/support/factories/findings';
import { makeReaders, type Readers } from '../../../tests/support/factories/readers';
import { makeToken } from '../../../tests/support/factories/tokens';
import { program } from '../../../tests/support/site/program';

useDatabase();
let who: Readers;
let token: string;
let released: { reference: string };

beforeAll(async () => {
  who = await makeReaders();
  token = await makeToken(who.member);
  released = await makeFinding({ title: 'Courier fraud', released: true, year: 2019 });
  await makeFinding({ title: 'Inside alone', year: 2020 });
});

const items = (json: Record<string, unknown> | null) => (json?.['items'] ?? []) as Record<string, unknown>[];

describe('the list of findings', () => {
  test('is that of the page for the same reader', async () => {
    const { status, json } = await program('/findings', { token });
    expect(status).toBe(200);
    const actor = await actorOf(who.member, null);
    const list = actor && (await ask(findingList, actor, {}));
    expect(items(json).map(({ reference }) => reference)).toEqual(
      list?.findings.map(({ reference }) => reference),
    );
  });

  test('is for a visitor what was released', async () => {
    const { json, text } = await program('/findings');
    expect(items(json)).toHaveLength(1);
    expect(text).not.toContain('Inside alone');
  });
});

test('one finding', async () => {
  const { status, json } = await program(`/findings/${released.reference}`);
  expect([status, json?.['reference']]).toEqual([200, released.reference]);
});
