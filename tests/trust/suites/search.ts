import { connectTo, disconnect } from '~/platform/db.server';
import { createTestDatabase, holdTestServer } from '../../support/database-server';
import { makePerson } from '../../support/factories/people';
import { makeSearchable } from '../../support/factories/searchable';
import { Draw } from '../search/draw';
import { hiddenRows } from '../search/hidden-rows';
import { compareWorlds, type Compared } from '../search/interference';
import { fuzzPages } from '../search/page-fuzz';
import { fuzzParser } from '../search/parser-fuzz';
import { builtSearch, type AskAbout } from '../search/search-pages';
import { Findings, type SuiteOptions, type SuiteResult } from '../suite';

const WHOLE = { inputs: 50_000, pages: 2_000, queries: 2_000 };
const SAMPLE_SHARE = 20;

/** The search language: no text breaks it, and no answer tells of what the one who asks may not know. */
export async function run({ sample }: SuiteOptions): Promise<SuiteResult> {
  const release = holdTestServer();
  const made = await createTestDatabase();
  try {
    await connectTo(made.url);
    return await attackSearch(await builtSearch(made.url), sample);
  } finally {
    await disconnect();
    await made.drop();
    await release();
  }
}

/** On the database that this process is connected to. */
export async function attackSearch(ask: AskAbout, sample: boolean): Promise<SuiteResult> {
  const share = sample ? SAMPLE_SHARE : 1;
  const [inputs, pages, queries] = [WHOLE.inputs, WHOLE.pages, WHOLE.queries].map((all) => all / share);
  const findings = new Findings();
  const { draw, seed } = Draw.fromNowhere();
  findings.say(`drawn from seed ${seed}; the same again with TRUST_SEED=${seed}`);
  const world = await makeSearchable();
  const askers = {
    visitor: null,
    unverified: (await makePerson({ verified: false })).id,
    member: (await makePerson()).id,
    committee: (await makePerson({ roles: ['committeeReader'] })).id,
  };
  fuzzParser(draw, inputs ?? 0, findings);
  await fuzzPages(draw, ask.page, { count: pages ?? 0, askers: Object.values(askers) }, findings);
  const rows = await hiddenRows(world, askers);
  const each = Math.ceil((queries ?? 0) / rows.length);
  const compared: Compared[] = [];
  for (const row of rows) compared.push(await compareWorlds(draw, ask, row, each, findings));
  const [narrowed, meant] = (['narrowed', 'meant'] as const).map((kind) =>
    compared.reduce((sum, pages) => sum + pages[kind], 0),
  );
  findings.check(
    (narrowed ?? 0) > 0 && (meant ?? 0) > 0,
    `of the compared pages ${narrowed} offered facets and ${meant} a suggestion`,
  );
  const tried = `${inputs} inputs parsed, ${pages} pages asked, ${each * rows.length} queries in ${rows.length} pairs of worlds`;
  return { tried, failures: findings.failures };
}
