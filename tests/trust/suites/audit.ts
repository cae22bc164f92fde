import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealAll } from '~/domain/audit/sealer.server';
import { run as runCommand } from '~/domain/command.server';
import { recordFacts } from '~/domain/fact-record.server';
import { erasePerson } from '~/domain/people/commands/erase-person.server';
import { connectTo, database, disconnect } from '~/platform/db.server';
import { createTestDatabase, holdTestServer } from '../../support/database-server';
import { actorFor, makePerson } from '../../support/factories/people';
import { Findings, type SuiteOptions, type SuiteResult } from '../suite';
import { TAMPERINGS } from '../support/tampering';
import { keepApart, putBack, ruler, verdictOf } from '../support/trail-verdict';

const BATCHES = 6;
const BATCH = 50;

/** Tampering with the trail by somebody who rules the database, judged from an export by the lone verifier. */
export async function run({ sample }: SuiteOptions): Promise<SuiteResult> {
  const release = holdTestServer();
  const made = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'soundings-trail-'));
  const findings = new Findings();
  try {
    await connectTo(made.url);
    const person = await makePerson({ name: 'Ada Goneaway' });
    for (let batch = 0; batch < BATCHES; batch += 1) await happen(person.id);
    await keepApart(folder);
    findings.check((await verdictOf(folder)).whole, 'the trail as it stands is whole');
    const tried = await tamperWith(made.url, folder, sample ? 1 : 10, findings);
    await erase(person.reference);
    findings.check((await verdictOf(folder)).whole, 'after a lawful erasure it is whole');
    return { tried: `${TAMPERINGS.length} kinds, ${tried} places`, failures: findings.failures };
  } finally {
    await disconnect();
    await made.drop();
    await release();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function happen(personId: string): Promise<void> {
  const actor = await actorFor(personId);
  const fact = { name: 'SomethingWasSaid', noun: 'person', nounId: personId } as const;
  const facts = Array.from({ length: BATCH }, (_, made) => ({
    ...fact,
    data: { made },
    personal: { personId, text: { said: `words ${made}` } },
  }));
  await database().$transaction((tx) => recordFacts(tx, { actor, now: new Date(), command: 'test' }, facts));
  await sealAll();
}

async function tamperWith(url: string, folder: string, places: number, findings: Findings): Promise<number> {
  const client = await ruler(url);
  const last = await database().fact.count();
  let tried = 0;
  for (const { kind, tamper, found } of TAMPERINGS) {
    let named = 0;
    for (let place = 1; place <= places; place += 1) {
      const at = 1 + Math.round((place * (last - 3)) / (places + 1));
      await tamper(client, at, last);
      const { whole, words } = await verdictOf(folder);
      await putBack(client);
      if (!whole && found(at, last, signedBefore(at)).test(words)) named += 1;
    }
    tried += places;
    findings.check(named === places, `${kind}: found and placed ${named} of ${places}`);
  }
  await client.end();
  return tried;
}

/** Every batch ends with a signed head. */
const signedBefore = (at: number): number => Math.floor((at - 1) / BATCH) * BATCH;

async function erase(person: string): Promise<void> {
  const administrator = await actorFor((await makePerson({ roles: ['administrator'] })).id);
  const asked = { person, basis: 'request', confirmation: 'Ada Goneaway' };
  const outcome = await runCommand(erasePerson, administrator, asked);
  if (outcome.kind !== 'done') throw new Error(`the erasure was not done: ${outcome.kind}`);
  await sealAll();
}
