import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { loadPublications } from '../../../../prisma/seed/publications';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor } from '../../../../tests/support/factories/people';
import { HOSTILE, makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';
import { flawsOf } from '../../../../tests/support/site/page';

const database = useDatabase();
let who: Readers;
/** An intervention of which nothing is said yet, taken in turn. */
let terms: { id: string; slug: string; reference: string; name: string }[] = [];

beforeAll(async () => {
  who = await makeReaders();
  terms = await database.db.term.findMany({
    where: { scheme: 'interventionType' },
    orderBy: { slug: 'asc' },
  });
});

type Finding = Awaited<ReturnType<typeof makeFinding>>;
const unused = [
  'prosecution',
  'target-hardening',
  'asset-recovery',
  'financial-sanctions',
  'regulation',
  'communications-campaign',
];
function nextTerm() {
  const slug = unused.shift();
  const term = terms.find((one) => one.slug === slug);
  if (!term) throw new Error('no intervention is left');
  return term;
}

const say = (finding: Finding, about: string, direction: string, as = who.coordinator) =>
  send(paths.recordDirection(finding.reference), { about, direction, note: `It says ${direction}.` }, { as });

/** Two people agreed on it. */
async function appraised(finding: Finding, confidence: 'low' | 'moderate' | 'high') {
  const at = new Date();
  const id = newId();
  const answers = { level: '3', effect: 'works' };
  const common = { answers, confidence, rationale: 'Both say so.' };
  await database.db.appraisal.create({
    data: {
      id,
      findingId: finding.id,
      versionId: finding.versionId,
      scheme: 'maryland',
      studyType: 'impact',
      openedAt: at,
    },
  });
  for (const [index, personId] of [who.member, who.second].entries())
    await database.db.appraisalJudgement.create({
      data: { appraisalId: id, place: index + 1, personId, joinedAt: at, submittedAt: at, ...common },
    });
  await database.db.appraisal.update({
    where: { id },
    data: { ...common, proposedAt: at, proposedById: who.member, agreedAt: at, agreedById: who.second },
  });
}

const page = (slug: string, as?: string) => visit(paths.intervention(slug), { as });
const verdictOn = (seen: Awaited<ReturnType<typeof page>>) => seen.$('.govuk-inset-text strong').text();

test('what says it helps and what says it does not come out mixed, with both sides, in and out of the network', async () => {
  const term = nextTerm();
  expect(verdictOn(await page(term.slug))).toBe('Unevidenced');
  const helps = await makeFinding({ title: 'It works in one town', released: true });
  await say(helps, term.reference, 'helps');
  expect(verdictOn(await page(term.slug))).toBe('Not known');
  await appraised(helps, 'moderate');
  const one = await page(term.slug);
  expect(one.text).toContain('Helps, by the credible findings so far');
  expect(one.text).toContain('1 credible finding, and none against. That is thin');
  expect(one.text).toContain('Moderate confidence. Maryland scale, level 3');

  const inside = await makeFinding({ title: 'It fails in another' });
  await say(inside, term.reference, 'noClearEffect');
  await appraised(inside, 'high');
  const member = await page(term.slug, who.member);
  expect(verdictOn(member)).toBe('Mixed');
  expect(member.text).toContain('Credible findings point both ways: 1 that it helps, 1 that it does not.');
  for (const title of ['It works in one town', 'It fails in another']) expect(member.text).toContain(title);
  expect(member.text).toContain('Read so by Cora Nator');
  expect(flawsOf(member.$)).toEqual([]);
  for (const as of [undefined, who.unverified]) {
    const outside = await page(term.slug, as);
    expect(outside.text).toContain('Helps, by the credible findings so far');
    expect(outside.html).not.toMatch(/It fails in another|Cora Nator/);
    expect((await visit(paths.interventions(), { as })).rows.find(([name]) => name === term.name)).toEqual([
      term.name,
      'Helps, by the credible findings so far',
      '1',
      '0',
      '0',
    ]);
  }
  expect(
    (await visit(paths.interventions(), { as: who.member })).rows.find(([name]) => name === term.name),
  ).toEqual([term.name, 'Mixed', '1', '1', '0']);
});

test('a confirmed contradiction makes it mixed, retracting one of the two takes that back', async () => {
  const term = nextTerm();
  const [claim, critique] = await Promise.all([
    makeFinding({ title: 'A claim', released: true }),
    makeFinding({ title: 'A critique filed elsewhere', released: true }),
  ]);
  await say(claim, term.reference, 'helps');
  const link = { kind: 'contradicts', to: claim.reference, note: 'The data cannot bear it' };
  await send(paths.linkFinding(critique.reference), link, { as: who.member });
  expect(verdictOn(await page(term.slug))).toBe('Not known');
  const { reference } = await database.db.findingLink.findFirstOrThrow({ where: { fromId: critique.id } });
  await send(paths.confirmFindingLink(reference), {}, { as: who.coordinator });
  const seen = await page(term.slug);
  expect(verdictOn(seen)).toBe('Mixed');
  expect(seen.text).toContain('Why: The data cannot bear it');
  expect(seen.text).toContain('A critique filed elsewhere (2025)What it says of this is not recorded.');
  await send(paths.retractFinding(critique.reference), { reason: 'Miscoded' }, { as: who.coordinator });
  expect(verdictOn(await page(term.slug))).toBe('Not known');
});

describe('the published literature', () => {
  beforeAll(async () => {
    await loadPublications(await actorFor(who.coordinator));
  }, 120_000);

  test('estimates of victims and their critique are mixed, shown side by side', async () => {
    const seen = await page('estimating-hidden-victims');
    expect(verdictOn(seen)).toBe('Mixed');
    const pair = seen.$('section[aria-labelledby=contradictions]').text();
    expect(pair).toMatch(/On the Unreliability of Multiple Systems Estimation.*\(2021\).*No clear effect/s);
    expect(pair).toMatch(
      /Multiple-systems analysis for the quantification of modern slavery.*\(2020\).*Helps/s,
    );
  });

  test('a protocol stands with its review, and is not counted', async () => {
    const seen = await page('preventing-recruitment');
    expect(seen.text).toContain('Protocols, not counted as evidence (1)');
    const protocols = seen.$('section[aria-label="Protocols, not counted as evidence"]').text();
    expect(protocols).toContain('PROTOCOL: Organised crime groups');
    expect(protocols).toContain('Protocol of Organized crime groups: A systematic review');
    expect(seen.$('section[aria-label="Mixed, or says nothing of the effect"]').text()).not.toContain(
      'PROTOCOL',
    );
    expect(verdictOn(seen)).toBe('Not known');
  });

  test('loaded again, nothing is recorded twice', async () => {
    const before = await database.db.findingDirection.count();
    await loadPublications(await actorFor(who.coordinator));
    expect(await database.db.findingDirection.count()).toBe(before);
  }, 60_000);
});

test('a reading is replaced and removed by coordinators alone, with history', async () => {
  const term = nextTerm();
  const finding = await makeFinding({ released: true });
  for (const as of [who.member, who.auditor, who.unverified])
    expect((await say(finding, term.reference, 'helps', as)).status).toBe(403);
  await say(finding, term.reference, 'helps');
  const edit = await visit(paths.recordDirection(finding.reference, term.reference), { as: who.coordinator });
  expect([edit.fields['about'], edit.fields['direction'], edit.fields['note']]).toEqual([
    term.reference,
    'helps',
    'It says helps.',
  ]);
  expect(flawsOf(edit.$)).toEqual([]);
  await say(finding, term.reference, 'harms');
  expect(await database.db.findingDirection.count({ where: { findingId: finding.id } })).toBe(2);
  const shown = await visit(paths.finding(finding.reference));
  expect(shown.text).toContain(`${term.name}: Harms. It says harms.`);
  expect(shown.links.map(({ href }) => href)).toContain(paths.intervention(term.slug));
  expect(shown.text).not.toContain('Record what it says');

  const remove = paths.removeDirection(finding.reference, term.reference);
  expect((await visit(remove, { as: who.member })).status).toBe(403);
  expect((await send(remove, {}, { as: who.coordinator })).messageBeside('reason')).toBe('Say why');
  expect((await send(remove, { reason: 'It is about another' }, { as: who.coordinator })).status).toBe(303);
  expect(verdictOn(await page(term.slug))).toBe('Unevidenced');
  expect((await visit(remove, { as: who.coordinator })).status).toBe(404);
});

test('pressed twice at once, one reading is in force', async () => {
  const term = nextTerm();
  const finding = await makeFinding();
  await Promise.all([say(finding, term.reference, 'helps'), say(finding, term.reference, 'helps')]);
  expect(
    await database.db.findingDirection.count({ where: { findingId: finding.id, replacedAt: null } }),
  ).toBe(1);
});

test.each([
  [
    'nothing chosen',
    { about: '', direction: '' },
    { about: 'Choose what it is about', direction: 'Choose which way it points' },
  ],
  ['a threat area', { about: 'area' }, { about: 'Choose what it is about from the list' }],
  ['no reason', { note: '' }, { note: 'Say in a sentence or two what in it says so' }],
])('with %s it is refused beside the field', async (_what, over: Record<string, string>, messages) => {
  const finding = await makeFinding();
  const area = await database.db.term.findFirstOrThrow({ where: { scheme: 'threatArea' } });
  const fields = { about: terms[0]?.reference ?? '', direction: 'helps', note: HOSTILE, ...over };
  if (over['about'] === 'area') fields.about = area.reference;
  const sent = await send(paths.recordDirection(finding.reference), fields, { as: who.coordinator });
  expect(sent.status).toBe(422);
  for (const [field, message] of Object.entries(messages)) expect(sent.messageBeside(field)).toBe(message);
  expect(sent.fields['note']).toBe(fields.note);
});

test.each([
  [
    'another term',
    `INSERT INTO finding_direction SELECT gen_random_uuid(), f.id, t.id, NULL, 'helps', 'x', p.id, now() FROM finding f, term t, person p WHERE t.scheme = 'threatArea' LIMIT 1`,
  ],
  ['a changed reading', `UPDATE finding_direction SET direction = 'harms'`],
  ['a deleted reading', 'DELETE FROM finding_direction'],
])('the database refuses %s', async (_what, sql) => {
  await expect(database.db.$executeRawUnsafe(sql)).rejects.toThrow(/TermIsNoIntervention|DirectionIsKept/);
});

test('an objective without evidence says so, and one contrary finding shows in its dossier', async () => {
  const item = await database.db.frameworkItem.findFirstOrThrow({
    include: { framework: true },
    orderBy: { name: 'asc' },
  });
  const dossier = () => visit(paths.objective(item.reference));
  expect(verdictOn(await dossier())).toBe('Unevidenced');
  const contrary = await makeFinding({ title: 'It made no difference', released: true });
  await say(contrary, item.reference, 'noClearEffect');
  await appraised(contrary, 'high');
  const seen = await dossier();
  expect(seen.text).toContain('No clear effect, by the credible findings so far');
  expect(seen.text).toContain('Findings of no clear effect, or of harm (1)');
  expect((await visit(paths.framework(item.framework.slug))).links.map(({ href }) => href)).toContain(
    paths.objective(item.reference),
  );
});

test('what does not exist answers 404', async () => {
  for (const address of [
    '/interventions/no-such',
    '/interventions/fraud',
    '/objectives/2222-2222',
    '/objectives/x',
  ])
    expect((await visit(address)).status).toBe(404);
  expect((await visit(paths.findings())).links.map(({ href }) => href)).toContain(paths.interventions());
});
