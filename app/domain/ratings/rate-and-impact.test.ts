import { expect, test as it } from 'vitest';
import { moveClock, useDatabase } from '../../../tests/support/database';
import { makeFinding } from '../../../tests/support/factories/findings';
import { actorFor, makeOrganisation, makePerson, makeTeam } from '../../../tests/support/factories/people';
import type { Actor } from '../actor';
import { run, type Command } from '../command.server';
import { publishFinding } from '../knowledge/commands/publish-finding.server';
import { startFindingVersion } from '../knowledge/commands/start-finding-version.server';
import { submitFinding } from '../knowledge/commands/submit-finding.server';
import { ask } from '../query.server';
import { rateFinding } from './commands/rate-finding.server';
import { reaffirmRating } from './commands/reaffirm-rating.server';
import { recordImpact } from './commands/record-impact.server';
import { releaseImpact } from './commands/release-impact.server';
import { withdrawImpact } from './commands/withdraw-impact.server';
import { findingUptake } from './queries/finding-uptake.server';
import { findingRatings } from './queries/finding-ratings.server';
import { impactRecordPage } from './queries/impact-record-page.server';
import { statementCheck } from './queries/statement-check.server';

const test = useDatabase();
const visitor: Actor = { kind: 'visitor', asOf: new Date() };
const official = async () => {
  const organisation = await makeOrganisation({ kind: 'central-government-department' });
  return actorFor((await makePerson({ organisationId: organisation.id })).id);
};
const coordinator = async () => actorFor((await makePerson({ roles: ['coordinator'] })).id);
const priorityInForce = () => test.db.priority.findFirstOrThrow({ where: { prioritySet: { endsOn: null } } });

async function done<I, L, C, V>(operation: Command<I, L, C, V>, actor: Actor, raw: unknown): Promise<V> {
  const outcome = await run(operation, actor, raw);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}
const rating = (reference: string, priority: string, value: string) => ({
  reference,
  priority,
  value,
  certainty: '2',
  reason: 'It fits our plan',
});

it('counts three ratings, tells members names and the public only the sum', async () => {
  const { reference } = await makeFinding({ released: true });
  const priority = (await priorityInForce()).reference;
  const raters = [await official(), await official(), await official()];
  await done(rateFinding, raters[0] ?? visitor, rating(reference, priority, '5'));
  await done(rateFinding, raters[1] ?? visitor, rating(reference, priority, '4'));
  expect(await ask(findingRatings, visitor, { reference })).toEqual([]);
  const [few] = (await ask(findingRatings, raters[0] ?? visitor, { reference })) ?? [];
  expect(few?.summary).toMatchObject({ counted: 2, mean: null, spread: [] });
  await done(rateFinding, raters[2] ?? visitor, rating(reference, priority, '3'));
  const [seen] = (await ask(findingRatings, raters[0] ?? visitor, { reference })) ?? [];
  expect(seen?.summary).toMatchObject({ counted: 3, spread: [{ role: 'policy', counts: [0, 0, 1, 1, 1] }] });
  expect(seen?.ratings.map(({ rater }) => rater).sort()).toEqual(raters.map(({ name }) => name).sort());
  const [told] = (await ask(findingRatings, visitor, { reference })) ?? [];
  expect(told).toMatchObject({ ratings: [], summary: { counted: 3 } });
});

it('shows the rating of an author but does not count it, found or declared', async () => {
  const author = await makePerson({ expert: true });
  const { reference } = await makeFinding({ authors: [{ name: author.name, personId: author.id }] });
  const priority = (await priorityInForce()).reference;
  const outcome = await done(rateFinding, await actorFor(author.id), rating(reference, priority, '5'));
  expect(outcome).toEqual({ reference, counted: false });
  const declared = await official();
  await done(rateFinding, declared, { ...rating(reference, priority, '5'), interest: 'on' });
  const [group] = (await ask(findingRatings, declared, { reference })) ?? [];
  expect(group?.summary).toMatchObject({ counted: 0, withInterest: 2 });
});

it('keeps what a rating said before, one row a person and priority', async () => {
  const { reference, id } = await makeFinding();
  const priority = (await priorityInForce()).reference;
  const rater = await official();
  await done(rateFinding, rater, rating(reference, priority, '2'));
  await done(rateFinding, rater, { ...rating(reference, priority, 'cannotJudge'), reason: '' });
  const rows = await test.db.rating.findMany({ where: { findingId: id }, include: { history: true } });
  expect(rows).toMatchObject([
    { value: null, revision: 2, history: [{ value: 2, reason: 'It fits our plan' }] },
  ]);
  await expect(test.db.ratingHistory.deleteMany({ where: { ratingId: rows[0]?.id ?? '' } })).rejects.toThrow(
    /RatingHistoryIsKept/,
  );
});

it.each([
  [{ value: '6' }, 'invalid'],
  [{ certainty: '0' }, 'invalid'],
  [{ priority: '' }, 'invalid'],
  [{ reason: '' }, 'refused'],
  [{ extra: 'x' }, 'invalid'],
])('refuses %j', async (over, kind) => {
  const { reference } = await makeFinding();
  const priority = (await priorityInForce()).reference;
  const raw = { ...rating(reference, priority, '4'), ...over };
  expect(await run(rateFinding, await official(), raw)).toMatchObject({ kind });
});

it('asks who may rate what', async () => {
  const priority = (await priorityInForce()).reference;
  const open = await makeFinding({ released: true });
  const retracted = await makeFinding({ state: 'retracted' });
  const draft = await makeFinding({ state: 'draft' });
  const auditor = await actorFor((await makePerson({ roles: ['auditor'] })).id);
  expect(await run(rateFinding, auditor, rating(open.reference, priority, '4'))).toMatchObject({
    kind: 'denied',
  });
  expect(await run(rateFinding, await official(), rating(retracted.reference, priority, '4'))).toMatchObject({
    kind: 'denied',
  });
  expect(await run(rateFinding, await official(), rating(draft.reference, priority, '4'))).toEqual({
    kind: 'hidden',
  });
});

it('goes stale with a new version and holds again when reaffirmed', async () => {
  const submitter = await makePerson({ expert: true });
  const { reference } = await makeFinding({ submittedById: submitter.id });
  const priority = (await priorityInForce()).reference;
  const rater = await official();
  await done(rateFinding, rater, rating(reference, priority, '4'));
  const author = await actorFor(submitter.id);
  await done(startFindingVersion, author, { reference, changeNote: 'More data' });
  await done(submitFinding, author, { reference });
  await done(publishFinding, await coordinator(), { reference });
  const own = async () => (await ask(findingRatings, rater, { reference }))?.[0];
  expect(await own()).toMatchObject({
    summary: { counted: 0, stale: 1 },
    ratings: [{ stale: 'newVersion', ratedNumber: 1 }],
  });
  await done(reaffirmRating, rater, { reference, priority });
  expect(await own()).toMatchObject({
    summary: { counted: 1, stale: 0 },
    ratings: [{ stale: null, ratedNumber: 2 }],
  });
  expect(await run(reaffirmRating, await official(), { reference, priority })).toMatchObject({
    refusal: { name: 'NoRatingToReaffirm' },
  });
});

async function impactOf(reference: string, organisation: string, over: Record<string, string> = {}) {
  const [year, month, day] = ['2026', '3', '1'];
  const said = { decision: 'A scheme was widened', effect: 'Its scope', evidence: 'The minutes' };
  return { reference, organisation, decidedOn: { year, month, day }, ...said, ...over };
}

it('records what a finding changed, with a statement that proves it', async () => {
  const department = await makeOrganisation({ kind: 'central-government-department' });
  const member = await makePerson();
  await makeTeam({ organisationId: department.id, members: [{ personId: member.id, roles: ['author'] }] });
  const recorder = await actorFor(member.id);
  const { reference } = await makeFinding({ released: true });
  const raw = await impactOf(reference, department.reference);
  const record = await done(recordImpact, recorder, raw);
  expect((await ask(findingUptake, recorder, { reference }))?.impacts).toMatchObject([
    { organisation: department.name },
  ]);
  expect((await ask(findingUptake, visitor, { reference }))?.impacts).toEqual([]);
  const page = await ask(impactRecordPage, recorder, record);
  expect(page?.code).toMatch(/^([0-9A-F]{4}-){3}[0-9A-F]{4}$/);
  const text = JSON.stringify(page?.signed);
  expect(await ask(statementCheck, visitor, { text })).toMatchObject({ holds: true, code: page?.code });
  expect(await ask(statementCheck, visitor, { text: text.replace('widened', 'narrowed') })).toMatchObject({
    holds: false,
  });
  expect(await ask(statementCheck, visitor, { text: 'no statement' })).toBeNull();
  await done(releaseImpact, await coordinator(), { ...record, reason: 'The decision is public' });
  expect(await ask(impactRecordPage, visitor, record)).toMatchObject({ recordedBy: null, state: 'released' });
  await done(withdrawImpact, recorder, { ...record, reason: 'It was another study' });
  expect((await ask(findingUptake, recorder, { reference }))?.impacts).toEqual([]);
  expect(await ask(statementCheck, recorder, { text })).toMatchObject({ holds: true, withdrawn: true });
});

it('refuses an impact of what states no limits, of a stranger, and of tomorrow', async () => {
  const organisation = await makeOrganisation({ kind: 'police-force' });
  const recorder = await actorFor((await makePerson({ organisationId: organisation.id })).id);
  const bare = await makeFinding({ limits: '' });
  const whole = await makeFinding();
  const elsewhere = await makeOrganisation();
  const tried = async (reference: string, place: string, over = {}) =>
    run(recordImpact, recorder, await impactOf(reference, place, over));
  expect(await tried(bare.reference, organisation.reference)).toMatchObject({
    refusal: { name: 'FindingIsNotStated' },
  });
  expect(await tried(whole.reference, elsewhere.reference)).toMatchObject({
    refusal: { name: 'OrganisationIsNotOwn' },
  });
  expect(await tried(whole.reference, organisation.reference, { decidedOn: '2090-01-01' })).toMatchObject({
    refusal: { name: 'DecisionIsAhead' },
  });
  await moveClock('1 day');
  expect(await tried(whole.reference, organisation.reference)).toMatchObject({ kind: 'done' });
});
