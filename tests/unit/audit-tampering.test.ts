import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealAll } from '~/domain/audit/sealer.server';
import { run } from '~/domain/command.server';
import { recordFacts } from '~/domain/fact-record.server';
import { erasePerson } from '~/domain/people/commands/erase-person.server';
import { actorFor, makePerson } from '../support/factories/people';
import { useDatabase } from '../support/database';
import { TAMPERINGS } from '../trust/support/tampering';
import { keepApart, putBack, ruler, verdictOf } from '../trust/support/trail-verdict';

const data = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'soundings-trail-'));
let client: Client;
let erased: { id: string; reference: string };
let last = 0;

async function happen(personId: string, times: number): Promise<void> {
  const actor = await actorFor(personId);
  for (let made = 0; made < times; made += 1)
    await data.db.$transaction((tx) =>
      recordFacts(tx, { actor, now: new Date(), command: 'test' }, [
        {
          name: 'SomethingWasSaid',
          noun: 'person',
          nounId: personId,
          data: { made },
          personal: { personId, text: { said: `words ${made}` } },
        },
      ]),
    );
  await sealAll();
}

beforeAll(async () => {
  erased = await makePerson({ name: 'Ada Goneaway' });
  const other = await makePerson();
  await happen(erased.id, 6);
  await happen(other.id, 8);
  await happen(erased.id, 6);
  last = await data.db.fact.count();
  await keepApart(folder);
  client = await ruler(data.url);
}, 120_000);

afterAll(async () => {
  await client.end();
  rmSync(folder, { recursive: true, force: true });
});

test('the trail as it stands is whole', async () => {
  expect(last).toBe(20);
  expect(await verdictOf(folder)).toMatchObject({
    whole: true,
    words: expect.stringContaining('20 facts, 3 signed heads'),
  });
});

test.each(TAMPERINGS)('$kind is found, with its place', async ({ tamper, found }) => {
  const [at, signed] = [9, 6];
  await tamper(client, at, last);
  const verdict = await verdictOf(folder);
  await putBack(client);
  expect(verdict.whole).toBe(false);
  expect(verdict.words).toMatch(found(at, last, signed));
});

test('heads forged with another key do not hold', async () => {
  const forged = mkdtempSync(join(tmpdir(), 'soundings-forged-'));
  await client.query(
    `UPDATE audit_head SET signature = sha256(signature) || sha256(signature) WHERE position = 14`,
  );
  await keepApart(forged);
  await putBack(client);
  expect((await verdictOf(forged)).words).toMatch(/the signature of the head at position 14 does not hold/);
  rmSync(forged, { recursive: true, force: true });
});

test('a lawful erasure leaves the trail whole and the words unreadable', async () => {
  const administrator = await actorFor((await makePerson({ roles: ['administrator'] })).id);
  const outcome = await run(erasePerson, administrator, {
    person: erased.reference,
    basis: 'request',
    confirmation: 'Ada Goneaway',
  });
  expect(outcome).toMatchObject({ kind: 'done' });
  await sealAll();
  const said = await data.db.factPersonal.findFirst({ where: { personId: erased.id } });
  const key = await data.db.personKey.findUnique({ where: { personId: erased.id } });
  expect(key?.wrappedKey ?? null).toBeNull();
  expect(said).not.toBeUndefined();
  expect(await verdictOf(folder)).toMatchObject({ whole: true });
});
