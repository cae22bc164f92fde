import { connectTo, disconnect } from '~/platform/db.server';
import { playCompetition } from '../../bench/competition/play-competition';
import { createTestDatabase, holdTestServer } from '../../support/database-server';
import { tryPack } from '../../support/packs/pack-trial';
import { PLANTED } from '../../support/packs/planted-words';
import { PACK_TAMPERINGS } from '../../support/packs/tampering';
import { Findings, type SuiteOptions, type SuiteResult } from '../suite';

const SAMPLE = { bids: 8, assessors: 9, places: 3, awards: 2 };
const WHOLE = { bids: 40, assessors: 24, places: 3, awards: 4 };

/** The assurance pack of a competition that was played from its draft to its contracts, and its redacted version. */
export async function run({ sample }: SuiteOptions): Promise<SuiteResult> {
  const release = holdTestServer();
  const made = await createTestDatabase();
  const findings = new Findings();
  const sizes = sample ? SAMPLE : WHOLE;
  try {
    await connectTo(made.url);
    const { reference } = await playCompetition(sizes);
    await tryPack(reference, made.url, (holds, text) => findings.check(holds, text));
    return {
      tried: `${sizes.bids} bids, ${PACK_TAMPERINGS.length} ways to tamper, ${PLANTED} secret and ${PLANTED} public words`,
      failures: findings.failures,
    };
  } finally {
    await disconnect();
    await made.drop();
    await release();
  }
}
