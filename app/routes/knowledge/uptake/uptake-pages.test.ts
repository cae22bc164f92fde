import { beforeAll, describe, expect, test } from 'vitest';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeOrganisation, makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { makePriority } from '../../../../tests/support/factories/priorities';
import { HOSTILE, makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';
import { flawsOf } from '../../../../tests/support/site/page';

const database = useDatabase();
let who: Readers;
/** Two of one team, of which the first rated the finding; the team's organisation. */
let rater = '';
let colleague = '';
let body: Awaited<ReturnType<typeof makeOrganisation>>;

beforeAll(async () => {
  who = await makeReaders();
  [rater, colleague] = await Promise.all([
    makePerson().then(({ id }) => id),
    makePerson().then(({ id }) => id),
  ]);
  body = await makeOrganisation({ name: 'Port authority' });
  await makeTeam({
    organisationId: body.id,
    members: [
      { personId: rater, roles: ['author'] },
      { personId: colleague, roles: ['observer'] },
    ],
  });
});

async function rated(over: Parameters<typeof makeFinding>[0] = {}) {
  const finding = await makeFinding(over);
  const priority = await makePriority();
  const at = new Date();
  await database.db.rating.create({
    data: {
      ...{ id: newId(), findingId: finding.id, versionId: finding.versionId, priorityId: priority.id },
      ...{ personId: rater, value: 5, certainty: 3, raterRole: 'policy', ratedAt: at, changedAt: at },
    },
  });
  return finding;
}

const on = (year: number) => ({
  'happenedOn.day': '1',
  'happenedOn.month': '3',
  'happenedOn.year': String(year),
});
const fields = (over: Record<string, string> = {}) => ({
  ...{ text: 'Move vetting to night shifts', organisation: body.reference, owner: 'Head of vetting' },
  ...on(2024),
  ...over,
});
const record = (finding: { reference: string }, follows?: string, over = {}, as = rater) =>
  send(paths.recordUptake(finding.reference, follows), fields(over), { as });
const latest = async (findingId: string) =>
  (await database.db.uptakeStep.findFirstOrThrow({ where: { findingId }, orderBy: { recordedAt: 'desc' } }))
    .reference;
const page = (finding: { reference: string }, as?: string) => visit(paths.finding(finding.reference), { as });

/** A finding with its chain up to a step; gives the references of the steps. */
async function chain(length: number) {
  const finding = await rated();
  const steps: string[] = [];
  const more = [{}, { taken: 'accepted' }, {}, { evidence: 'Evaluation of 2025' }];
  for (let at = 0; at < length; at += 1) {
    expect((await record(finding, steps.at(-1), { text: `Step ${at + 1}`, ...more[at] })).status).toBe(303);
    steps.push(await latest(finding.id));
  }
  return { finding, steps };
}

test('a team that rated it takes a finding to an outcome, one step after the other', async () => {
  const finding = await rated({ title: 'How approaches are made', released: true });
  expect((await page(finding, colleague)).links.map(({ href }) => href)).toContain(
    paths.recordUptake(finding.reference),
  );
  await record(finding, undefined, {}, colleague);
  const recommended = await latest(finding.id);
  const decide = await visit(paths.recordUptake(finding.reference, recommended), { as: rater });
  expect(decide.heading).toBe('Record a decision');
  expect(decide.text).toContain(
    'It follows the recommendation of 1 March 2024: Move vetting to night shifts',
  );
  expect(flawsOf(decide.$)).toEqual([]);
  await record(finding, recommended, { taken: 'partly', text: 'Twelve ports only', ...on(2024) });
  const decided = await latest(finding.id);
  await record(finding, decided, { text: 'Shifts were moved', ...on(2025) });
  const done = await latest(finding.id);
  expect((await record(finding, done, { text: 'Fewer approaches' })).messageBeside('happenedOn')).toBe(
    'Enter a day no earlier than that of the action',
  );
  const lacking = await record(finding, done, { text: 'Fewer approaches', ...on(2026) });
  expect([lacking.status, lacking.messageBeside('evidence')]).toEqual([422, 'Say what shows it']);
  expect(lacking.fields['text']).toBe('Fewer approaches');
  await record(finding, done, {
    text: 'Fewer approaches',
    evidence: 'Evaluation of March 2026',
    ...on(2026),
  });

  const seen = await page(finding, who.auditor);
  const shown = seen.$('section[aria-labelledby=uptake]').text();
  expect(shown).toMatch(
    /Recommendation.*1 March 2024.*Decision: accepted in part.*Action.*Outcome.*1 March 2026/s,
  );
  expect(shown).toContain('Owned by Head of vetting, Port authority');
  expect(shown).toContain('Evaluation of March 2026');
  expect(flawsOf(seen.$)).toEqual([]);
  for (const as of [undefined, who.unverified, who.committee])
    expect((await page(finding, as)).html).not.toContain('Twelve ports only');
});

test('who does not use the finding records nothing; a coordinator does, for any body', async () => {
  const finding = await rated();
  for (const as of [who.member, who.auditor]) {
    expect((await page(finding, as)).links.map(({ href }) => href)).not.toContain(
      paths.recordUptake(finding.reference),
    );
    expect((await record(finding, undefined, {}, as)).status).toBe(403);
  }
  expect((await record(finding, undefined, {}, who.unverified)).status).toBe(404);
  expect((await record(finding, undefined, {}, who.coordinator)).status).toBe(303);
  const other = await makeOrganisation();
  expect(
    (await record(finding, undefined, { organisation: other.reference })).messageBeside('organisation'),
  ).toBe('Choose one of your own organisations');
});

describe('no step is skipped', () => {
  test.each([
    ['an action after a recommendation', 1, `'action'`],
    ['an outcome after a decision', 2, `'outcome'`],
    ['a decision after a decision', 2, `'decision'`],
    ['an action that follows nothing', 0, `'action'`],
  ])('the database refuses %s', async (_what, length, kind) => {
    const { finding, steps } = await chain(length);
    const before =
      steps.length > 0 ? `(SELECT id FROM uptake_step WHERE reference = '${steps.at(-1) ?? ''}')` : 'NULL';
    await expect(
      database.db
        .$executeRawUnsafe(`INSERT INTO uptake_step (id, reference, finding_id, kind, follows_id, text, happened_on,
        organisation_id, owner, taken, evidence, recorded_by_id, recorded_at)
        VALUES (gen_random_uuid(), gen_random_uuid()::text, '${finding.id}', ${kind}, ${before}, 'x', '2025-01-01', '${body.id}', 'x',
          ${kind === `'decision'` ? `'accepted'` : 'NULL'}, 'x', '${rater}', now())`),
    ).rejects.toThrow(/StepIsSkipped|uptake_step_follows_check/);
  });

  test('nothing follows what was rejected, or an outcome, or a step of another finding', async () => {
    const { finding, steps } = await chain(1);
    await record(finding, steps[0], { taken: 'rejected' });
    const rejected = await latest(finding.id);
    expect((await visit(paths.recordUptake(finding.reference, rejected), { as: rater })).status).toBe(403);
    expect((await record(finding, rejected)).status).toBe(422);
    expect((await page(finding, rater)).text).toContain('Decision: rejected');
    const other = await rated();
    expect((await visit(paths.recordUptake(other.reference, steps[0]), { as: rater })).status).toBe(404);
    expect((await record(other, steps[0], { taken: 'accepted' })).status).toBe(409);
    const whole = await chain(4);
    expect((await record(whole.finding, whole.steps[3])).status).toBe(422);
  });

  test('a step in the middle stays until what follows is withdrawn, and a withdrawn one is followed by nothing', async () => {
    const { finding, steps } = await chain(2);
    const withdraw = (step: string | undefined, as = rater) =>
      send(paths.withdrawUptake(step ?? ''), { reason: 'It was another paper' }, { as });
    expect((await withdraw(steps[0])).errors).toEqual(['Withdraw the steps that follow it first.']);
    expect((await withdraw(steps[1], colleague)).status).toBe(403);
    expect((await withdraw(steps[1], who.coordinator)).status).toBe(303);
    expect((await page(finding, rater)).text).not.toContain('Step 2');
    expect((await record(finding, steps[1])).status).toBe(409);
    expect((await withdraw(steps[0])).status).toBe(303);
    expect(await database.db.uptakeStep.count({ where: { findingId: finding.id, withdrawnAt: null } })).toBe(
      0,
    );
    for (const sql of [`UPDATE uptake_step SET text = 'x'`, 'DELETE FROM uptake_step'])
      await expect(database.db.$executeRawUnsafe(sql)).rejects.toThrow(/StepIsKept/);
  });
});

test.each<[string, Record<string, string>, string, string]>([
  ['no text', { text: ' ' }, 'text', 'Say what it is'],
  [
    'no day',
    { 'happenedOn.day': '', 'happenedOn.month': '', 'happenedOn.year': '' },
    'happenedOn',
    'Enter when it happened',
  ],
  ['a day ahead', on(2190), 'happenedOn', 'Enter a day that has been'],
  ['no body', { organisation: '' }, 'organisation', 'Choose the organisation that owns it'],
  ['no owner', { owner: '' }, 'owner', 'Enter the post that owns it, like head of port security'],
])('a recommendation with %s is refused beside the field', async (_what, over, field, message) => {
  const finding = await rated();
  const sent = await record(finding, undefined, { text: HOSTILE, ...over });
  expect([sent.status, sent.messageBeside(field), sent.lostErrors]).toEqual([422, message, []]);
  if (field !== 'text') expect(sent.fields['text']).toBe(HOSTILE);
});

test('an outcome points to an impact record of its own finding alone', async () => {
  const { finding, steps } = await chain(3);
  const impact = async (findingId: string) => {
    const id = newId();
    const at = new Date('2025-01-01');
    await database.db.impactRecord.create({
      data: {
        ...{ id, reference: (await makeFinding({ state: 'draft' })).reference, findingId, findingNumber: 1 },
        ...{
          organisationId: body.id,
          recordedById: rater,
          decision: 'Twelve ports',
          decidedOn: at,
          effect: 'x',
        },
        ...{ evidence: 'x', recordedAt: at },
      },
    });
    return (await database.db.impactRecord.findUniqueOrThrow({ where: { id } })).reference;
  };
  const outcome = { evidence: 'Evaluation', ...on(2025) };
  const own = await impact(finding.id);
  const foreign = await impact((await makeFinding()).id);
  expect(
    (await record(finding, steps[2], { ...outcome, impactRecord: foreign })).messageBeside('impactRecord'),
  ).toBe('Choose an impact record of this finding');
  expect((await record(finding, steps[2], { ...outcome, impactRecord: own })).status).toBe(303);
  expect((await page(finding, who.member)).links.map(({ href }) => href)).toContain(paths.impactRecord(own));
});

test('the share of findings that reached each step agrees with a count by hand, and with the rows behind it', async () => {
  await chain(4);
  const { finding } = await chain(2);
  const gone = await chain(3);
  await database.db.finding.update({
    where: { id: gone.finding.id },
    data: { retractedAt: new Date(), retractedReason: 'x' },
  });
  const twin = await makeFinding();
  await database.db.finding.update({ where: { id: twin.id }, data: { mergedIntoId: finding.id } });
  await makeFinding({ state: 'draft' });
  const stands = { publishedAt: { not: null }, retractedAt: null, supersededAt: null };
  const all = await database.db.finding.count({ where: stands });
  const by = async (kind: 'recommendation' | 'decision' | 'action' | 'outcome') =>
    database.db.finding.count({ where: { ...stands, uptakeSteps: { some: { kind, withdrawnAt: null } } } });
  const counts = await Promise.all([by('recommendation'), by('decision'), by('action'), by('outcome')]);
  const report = await visit(paths.uptake(), { as: who.member });
  const names = ['Recommended', 'Decided', 'Acted on', 'With an outcome'];
  for (const [index, name] of names.entries()) {
    const [, ofAll, ofBefore] = report.rows.find(([first]) => first === name) ?? [];
    expect(ofAll).toMatch(new RegExp(`^${counts[index]} of ${all} \\(`));
    expect(ofBefore).toMatch(new RegExp(`^${counts[index]} of ${index === 0 ? all : counts[index - 1]} \\(`));
  }
  expect(flawsOf(report.$)).toEqual([]);
  const outcomes = await visit(paths.uptake('outcome'), { as: who.auditor });
  expect(outcomes.$('section[aria-labelledby=findings] tbody tr').length).toBe(counts[3]);
  expect((await visit(paths.uptake('none'), { as: who.member })).heading).toBe('From finding to outcome');
  const csv = (await visit(paths.uptakeCsv(), { as: who.member })).html;
  expect(csv).toContain(`outcome,${counts[3]},${all},${counts[2]}`);
  expect(csv).toContain(`${showReference(finding.reference)},`);
  expect(csv).not.toContain(showReference(gone.finding.reference));
  for (const address of [paths.uptake(), paths.uptakeCsv()]) {
    for (const as of [who.unverified, who.committee]) expect((await visit(address, { as })).status).toBe(403);
    expect((await visit(address)).location).toContain('/sign-in');
  }
});

test('pressed twice at once, the second is no second recommendation of the same form', async () => {
  const finding = await rated();
  const form = { ...fields(), _key: 'same-key' };
  const both = await Promise.all(
    [1, 2].map(() => send(paths.recordUptake(finding.reference), form, { as: rater })),
  );
  expect(both.map(({ status }) => status)).toEqual([303, 303]);
  expect(await database.db.uptakeStep.count({ where: { findingId: finding.id } })).toBe(1);
});
