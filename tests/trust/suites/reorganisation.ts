import { connectTo, database, disconnect } from '~/platform/db.server';
import { createTestDatabase, holdTestServer } from '../../support/database-server';
import { loadDemonstration } from '../../../prisma/seed/demonstration';
import { loadBuild } from '../access/product';
import { serveHere } from '../non-interference/site';
import { addressesOf, answersOf, fallen } from '../reorganisation/addresses';
import { castOf, makeCountry, type Cast } from '../reorganisation/cast';
import { Desk, type Org } from '../reorganisation/desk';
import { plantLeftovers } from '../reorganisation/leftovers';
import { checkNothingOrphaned, heldBy, traceOf } from '../reorganisation/proof';
import { Findings, type SuiteOptions, type SuiteResult } from '../suite';

/**
 * Merges two police forces and splits a department, through the forms of the pages: on the demonstration's data, or
 * for a sample on a few organisations that hold one of each. Nothing may be orphaned, and every page has to answer.
 */
export async function run({ sample }: SuiteOptions): Promise<SuiteResult> {
  const release = holdTestServer();
  const made = await createTestDatabase();
  try {
    await connectTo(made.url);
    await (sample ? makeCountry() : loadDemonstration());
    const site = await serveHere(await loadBuild(made.url));
    const result = await reorganiseAll(new Desk(site), await castOf());
    await site.stop();
    return result;
  } finally {
    await disconnect();
    await made.drop();
    await release();
  }
}

async function reorganiseAll(desk: Desk, cast: Cast): Promise<SuiteResult> {
  const findings = new Findings();
  const { north, south, department } = cast;
  const ending = [north, south, department];
  for (const one of ending) findings.say(`${one.name} holds ${await heldBy(one.id)}`);
  const addresses = await addressesOf(ending.map(({ id }) => id));
  const askers = [cast.proposer, cast.confirmer, ...cast.owners];
  const before = await answersOf(desk, addresses, askers);
  findings.say(`${addresses.length} pages about what they hold, ${before.size} answers of 200`);

  const union = await desk.addOrganisation(cast, 'United Shires Police', 'police-force');
  await merge(desk, cast, union, findings);
  const heirs = [
    await desk.addOrganisation(cast, 'Department of Order', 'central-government-department'),
    await desk.addOrganisation(cast, 'Department of Borders', 'central-government-department'),
  ];
  await split(desk, cast, heirs, findings);

  await checkNothingOrphaned(findings, ending);
  const after = await answersOf(desk, addresses, askers);
  const { lost, gone } = await fallen(before, after);
  for (const one of lost.slice(0, 12)) findings.say(`no longer answers: ${one}`);
  for (const one of gone) findings.say(`went to another successor than their team: ${one}`);
  findings.check(lost.length === 0, `${before.size} pages asked again, ${lost.length} no longer answer`);
  const later = await addressesOf([union, ...heirs].map(({ id }) => id));
  const silent = later.filter((path) => ![...askers].some((id) => after.has(`${id} ${path}`)));
  const anew = await answersOf(desk, silent, askers);
  const unanswered = silent.filter((path) => !askers.some((id) => anew.has(`${id} ${path}`)));
  for (const one of unanswered.slice(0, 12)) findings.say(`nobody opens ${one}`);
  findings.check(
    unanswered.length === 0,
    `${later.length} pages about what the successors hold, ${unanswered.length} answer nobody`,
  );
  const found = await plantLeftovers(ending[0]?.id ?? '', union.id, findings);
  return {
    tried: `a merger and a split, ${before.size} pages before and after, ${later.length} of the successors, ${found} planted leftovers found`,
    failures: findings.failures,
  };
}

async function merge(desk: Desk, cast: Cast, union: Org, findings: Findings): Promise<void> {
  const { north, south } = cast;
  const reference = await desk.propose(cast, north, 'merge', { others: [south], successors: [union] });
  await desk.name(cast, reference, [north, south], cast.holder);
  await desk.name(cast, reference, [union], cast.accepter);
  const early = await desk.complete(cast, reference);
  findings.check(early === 403, `completing before it is confirmed answers ${early}`);
  findings.check(
    (await desk.confirm(cast, reference, cast.proposer)) === 403,
    'the proposer may not confirm',
  );
  findings.check((await desk.confirm(cast, reference)) === 303, 'another person confirms');
  if ((await heldBy(north.id, south.id)) > 0)
    findings.check((await desk.complete(cast, reference)) === 422, 'cannot close while something is held');
  findings.check((await desk.acceptAll(reference, cast.accepter)) < 400, 'the receiving side accepts');
  await finish(desk, cast, reference, findings);
}

async function split(desk: Desk, cast: Cast, heirs: Org[], findings: Findings): Promise<void> {
  const { department } = cast;
  const reference = await desk.propose(cast, department, 'split', { others: [], successors: heirs });
  await desk.name(cast, reference, [department], cast.holder);
  await desk.name(cast, reference, heirs, cast.accepter);
  findings.check((await desk.confirm(cast, reference)) === 422, 'not before each thing has a successor');
  const offered = await desk.divide(cast, reference, department, heirs);
  findings.check((await desk.confirm(cast, reference)) === 303, `${offered} kinds divided, then confirmed`);
  findings.check((await desk.acceptAll(reference, cast.accepter)) < 400, 'both sides accept');
  await finish(desk, cast, reference, findings);
}

/** Closed once: sent again it is refused and changes nothing. */
async function finish(desk: Desk, cast: Cast, reference: string, findings: Findings): Promise<void> {
  findings.check((await desk.complete(cast, reference)) === 303, 'completed');
  const trace = await traceOf();
  const again = [
    await desk.complete(cast, reference),
    await desk.confirm(cast, reference),
    await desk.acceptAll(reference, cast.accepter),
  ];
  findings.check(
    again.every((status) => status >= 400) && (await traceOf()) === trace,
    `sent again: ${again.join(', ')}, and nothing changes`,
  );
  const rows = await database().reorganisation.count({ where: { completedAt: { not: null } } });
  findings.say(`${rows} reorganisations completed`);
}
