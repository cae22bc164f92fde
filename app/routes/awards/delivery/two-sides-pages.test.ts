import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makePerson } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';
import { addDays, ukDay } from '~/domain/uk-time';
import { recordDueFacts } from '~/domain/notifications/due-facts.server';

const database = useDatabase();
type Made = Awaited<ReturnType<typeof makeAward>>;
let made: Made;
let ready: Made;
let lead: string;
let team: string;
const award = () => made.award.reference;
const HOSTILE = 'It <script>alert(1)</script> & “more”.';

const day = (name: string, date: Date) => ({
  [`${name}.day`]: String(date.getUTCDate()),
  [`${name}.month`]: String(date.getUTCMonth() + 1),
  [`${name}.year`]: String(date.getUTCFullYear()),
});
const ahead = (days: number) => addDays(ukDay(made.award.decidedAt), days);
const errorsOf = ({ status, errors, lostErrors }: Awaited<ReturnType<typeof send>>) => [
  status,
  errors,
  lostErrors,
];

beforeAll(async () => {
  made = await makeAward({
    state: 'inDelivery',
    contractTerms: { publication: 'afterReview', reviewDays: 28 },
    milestones: [
      { title: 'Interim report', amount: 2_000_000 },
      { title: 'Final report', amount: 4_000_000 },
    ],
  });
  ready = await makeAward({ state: 'readyToContract', contractTerms: { suppliesData: 'Case files' } });
  lead = made.first.leadId;
  team = made.panel.author.id;
});

describe('between the two sides', () => {
  test('the award leads both sides to every part, and nobody else learns of one', async () => {
    const pages = [paths.agreementLetter, paths.changes, paths.monitoring, paths.obligations].map((path) =>
      path(award()),
    );
    const auditor = (await makePerson({ roles: ['auditor'] })).id;
    for (const as of [lead, auditor]) {
      const links = (await visit(paths.award(award()), { as })).links.map(({ href }) => href);
      expect(links).toEqual(expect.arrayContaining(pages));
      expect(links.includes(paths.funding(award()))).toBe(as !== lead);
      for (const page of pages) expect((await visit(page, { as })).status).toBe(200);
    }
    const rival = made.second.leadId;
    expect((await visit(paths.award(award()), { as: rival })).text).not.toContain('Between the two sides');
    for (const page of [...pages, paths.funding(award()), paths.fundingCsv(award())])
      expect((await visit(page, { as: rival })).status).toBe(404);
    expect((await visit(paths.funding(award()), { as: lead })).status).toBe(404);
  });
});

describe('the agreement letter', () => {
  const page = () => paths.agreementLetter(ready.award.reference);
  const form = () => paths.prepareLetter(ready.award.reference);
  const fields = () => ({
    text: `We agree.\n\n${HOSTILE}`,
    contractReference: 'HO-1',
    ...day('startsOn', ahead(1)),
    ...day('endsOn', ahead(200)),
    signatory: '',
  });
  const author = () => ready.panel.author.id;
  const bidder = () => ready.first.leadId;
  const letter = async () =>
    (await database.db.agreementLetter.findFirstOrThrow({ orderBy: { number: 'desc' } })).reference;
  const take = async (as: string, step: string, words = '') =>
    send(page(), { letter: await letter(), step, words }, { as });

  test('starts from a text that says what was agreed, and keeps what was typed', async () => {
    const draft = await visit(form(), { as: author() });
    expect(draft.fields['text']).toContain('£60,000');
    expect(draft.fields['text']).toContain('Data that the team supplies: Case files, from the start');
    const refused = await send(
      form(),
      { ...fields(), text: '', ...day('endsOn', ahead(0)) },
      { as: author() },
    );
    expect(errorsOf(refused)).toEqual([422, ['Enter the text of the letter'], []]);
    expect((await visit(form(), { as: bidder() })).status).toBe(403);
    expect((await send(form(), fields(), { as: author() })).status).toBe(303);
  });

  test('is the team’s alone until it is sent; then both sides read it, and its hash', async () => {
    expect((await visit(page(), { as: bidder() })).text).toContain('No letter was sent');
    expect((await visit(page(), { as: author() })).text).toContain('Prepared, not sent');
    expect((await take(bidder(), 'send')).status).toBe(403);
    expect((await take(author(), 'send')).status).toBe(303);
    const read = await visit(page(), { as: bidder() });
    expect(read.text).toContain(HOSTILE);
    expect(read.html).not.toContain('<script>alert');
    expect(read.text).toMatch(/SHA-256 of the text\s*[0-9a-f]{64}/);
  });

  test('rejecting wants words, and what happened is told with them', async () => {
    expect(errorsOf(await take(bidder(), 'reject'))).toEqual([422, ['Enter: what has to change'], []]);
    expect((await take(bidder(), 'reject', HOSTILE)).status).toBe(303);
    const view = await visit(page(), { as: author() });
    expect(view.text).toMatch(/Rejected.*alert/);
    expect(view.links.map(({ href }) => href)).toContain(form());
    await send(form(), fields(), { as: author() });
    await take(author(), 'send');
    await take(bidder(), 'sign');
    const stale = await take(bidder(), 'sign');
    expect([stale.status, stale.text.includes('This has moved on since you looked at it')]).toEqual([
      409,
      true,
    ]);
    expect((await take(ready.panel.budgetHolder.id, 'approve')).status).toBe(303);
    expect((await visit(paths.award(ready.award.reference), { as: bidder() })).text).toContain('In delivery');
    expect((await visit(paths.obligations(ready.award.reference), { as: bidder() })).text).toContain(
      'Data: Case files',
    );
  });
});

describe('changes of the plan', () => {
  test('each kind has its form; what it proposes is read beside its reason', async () => {
    for (const kind of ['dates', 'people', 'budget', 'scope', 'suspension', 'termination'])
      expect((await visit(paths.askChange(award(), kind), { as: lead })).status).toBe(200);
    expect((await visit(paths.askChange(award(), 'weather'), { as: lead })).status).toBe(404);
    const empty = await send(paths.askChange(award(), 'scope'), { text: '', reason: '' }, { as: lead });
    expect(errorsOf(empty)).toEqual([422, [expect.any(String), expect.any(String)], []]);
    const asked = await send(
      paths.askChange(award(), 'scope'),
      { text: HOSTILE, reason: 'Law changed.' },
      { as: lead },
    );
    const view = await visit(asked.location ?? '', { as: made.panel.owner.id });
    expect(view.text).toContain(HOSTILE);
    expect(view.text).toContain('Law changed.');
    expect(view.text).toContain('What do you do?');
    expect((await visit(asked.location ?? '', { as: team })).text).not.toContain('What do you do?');
    expect(errorsOf(await send(asked.location ?? '', {}, { as: made.panel.owner.id }))[0]).toBe(422);
    const answered = await send(
      asked.location ?? '',
      { step: 'accept', words: 'Fine' },
      { as: made.panel.owner.id },
    );
    expect(answered.status).toBe(303);
    const plans = await visit(paths.changes(award()), { as: lead });
    expect(plans.links.map(({ href }) => href)).toContain(paths.plan(award(), 2));
    expect((await visit(paths.plan(award(), 1), { as: lead })).text).toContain('Final report');
    expect((await visit(paths.plan(award(), 9), { as: lead })).status).toBe(404);
  });

  test('dates start from what stands and are changed by row', async () => {
    const form = await visit(paths.askChange(award(), 'dates'), { as: team });
    expect(form.text).toContain('1. Interim report');
    const rows = { 'rows[0].position': '1', ...day('rows[0].dueOn', ahead(70)) };
    const sent = await send(
      paths.askChange(award(), 'dates'),
      { ...day('endsOn', ahead(120)), ...rows, reason: 'Leave.' },
      { as: team },
    );
    await send(sent.location ?? '', { step: 'accept' }, { as: lead });
    const stored = await database.db.milestone.findFirstOrThrow({
      where: { awardId: made.award.id, position: 1 },
    });
    expect(stored.dueOn).toEqual(ahead(70));
  });
});

describe('monitoring reports', () => {
  test('are planned by the team, written by the experts and told once submitted', async () => {
    const wrong = await send(paths.monitoring(award()), { everyMonths: '0' }, { as: team });
    expect(errorsOf(wrong)).toEqual([422, ['Enter a number of months from 1 to 12'], []]);
    expect((await send(paths.monitoring(award()), { everyMonths: '2' }, { as: team })).status).toBe(303);
    const { reference } = await database.db.monitoringReport.findFirstOrThrow({ where: { number: 1 } });
    const page = paths.monitoringReport(reference);
    const answers = Object.fromEntries(
      ['progress', 'quality', 'money', 'risk', 'use'].flatMap((code, i) => [
        [`answers[${i}].code`, code],
        [`answers[${i}].score`, '4'],
        [`answers[${i}].comment`, i === 1 ? '' : HOSTILE],
      ]),
    );
    const half = await send(page, { ...answers, intent: 'submit' }, { as: lead });
    expect(errorsOf(half)).toEqual([422, ['Say why, for “Quality of data and methods”'], []]);
    await send(page, { ...answers, intent: 'save' }, { as: lead });
    expect((await visit(page, { as: lead })).fields['answers[0].comment']).toBe(HOSTILE);
    expect((await visit(page, { as: team })).text).not.toContain('alert(1)');
    await send(page, { ...answers, 'answers[1].comment': 'Good.', intent: 'submit' }, { as: lead });
    const read = await visit(page, { as: team });
    expect(read.text).toContain('Mean score: 4.0 of 5');
    expect(read.text).toContain(HOSTILE);
    expect((await send(page, { step: 'approve', words: '' }, { as: lead })).status).toBe(403);
    expect((await send(page, { step: 'approve', words: '' }, { as: team })).status).toBe(303);
    expect((await visit(paths.monitoring(award()), { as: lead })).text).toContain('4.0 of 5');
  });
});

describe('what the team supplies', () => {
  test('is added with its date, overdue to both sides, and met in words', async () => {
    const bare = await send(paths.obligations(award()), {}, { as: team });
    expect([bare.status, bare.errors.length, bare.lostErrors]).toEqual([422, 4, []]);
    const owed = { kind: 'access', what: HOSTILE, recipient: 'Lead', ...day('dueOn', ahead(-2)) };
    expect((await send(paths.obligations(award()), owed, { as: lead })).status).toBe(403);
    expect((await send(paths.obligations(award()), owed, { as: team })).status).toBe(303);
    for (const as of [lead, team]) {
      expect((await visit(paths.obligations(award()), { as })).text).toContain('Overdue');
      expect((await visit(paths.award(award()), { as })).text).toContain('1 overdue');
    }
    const { reference } = await database.db.obligation.findFirstOrThrow({
      where: { awardId: made.award.id },
    });
    const page = paths.obligation(reference);
    await send(page, { step: 'meet', words: 'By post.' }, { as: team });
    await send(page, { step: 'dispute', words: 'Not here.' }, { as: lead });
    expect((await visit(page, { as: team })).text).toMatch(/By post\..*Not here\./);
  });
});

describe('funding', () => {
  test('stands per funder, planned against actual, on the page and as CSV', async () => {
    const { slug, name } = await database.db.organisation.findFirstOrThrow({ where: { mergedIntoId: null } });
    const tranches = { ...day('tranches[0].plannedOn', ahead(-30)), 'tranches[0].plannedAmount': '60,000' };
    const funder = { organisation: slug, amount: '60,000', certainty: 'firm', ...tranches };
    const empty = { 'tranches[1].plannedAmount': '' };
    expect(
      (await send(paths.addFunding(award()), { ...funder, ...empty, amount: '1' }, { as: team })).status,
    ).toBe(422);
    expect((await send(paths.addFunding(award()), { ...funder, ...empty }, { as: team })).status).toBe(303);
    const view = await visit(paths.funding(award()), { as: made.panel.budgetHolder.id });
    expect(view.text).toContain(name);
    expect(view.text).toContain('Most days late30');
    const { reference } = await database.db.tranche.findFirstOrThrow();
    const page = paths.recordTranche(award(), reference);
    expect((await visit(page, { as: team })).fields['actualAmount']).toBe('60000');
    await send(page, { ...day('actualOn', ahead(-10)), actualAmount: '60000' }, { as: team });
    expect((await visit(page, { as: team })).status).toBe(403);
    const csv = await visit(paths.fundingCsv(award()), { as: team });
    expect(csv.headers.get('Content-Type')).toContain('text/csv');
    expect(csv.html).toContain(',60000.00,20');
  });
});

describe('from sign-off to publication', () => {
  let work: string;

  test('named reviewers advise, and the owner signs off', async () => {
    const sent = await send(
      paths.deliver(award(), 2),
      { title: 'Final', summary: 'What we found.', limits: '' },
      { as: lead },
    );
    const row = await database.db.deliverable.findFirstOrThrow({ where: { title: 'Final' } });
    work = row.reference;
    expect(sent.location).toBe(paths.deliverable(work));
    const [reviewer] = made.panel.evaluators;
    const round = paths.openReviewRound(work);
    expect(errorsOf(await send(round, { ...day('dueOn', ahead(9)) }, { as: team }))).toEqual([
      422,
      ['Choose from 1 to 10 of these people'],
      [],
    ]);
    const { reference } = await database.db.person.findUniqueOrThrow({ where: { id: reviewer.id } });
    await send(round, { reviewers: reference, ...day('dueOn', ahead(9)) }, { as: team });
    expect((await visit(paths.reviewDeliverable(work), { as: team })).status).toBe(403);
    const none = await send(paths.reviewDeliverable(work), { note: 'Sound.' }, { as: reviewer.id });
    expect(errorsOf(none)).toEqual([422, ['Choose what you advise'], []]);
    await send(
      paths.reviewDeliverable(work),
      { note: HOSTILE, decision: 'acceptWithChanges' },
      { as: reviewer.id },
    );
    expect((await visit(paths.deliverable(work), { as: lead })).text).toMatch(/Accept with changes.*alert/);
    expect((await send(paths.acceptDeliverable(work), {}, { as: made.panel.owner.id })).status).toBe(303);
  });

  test('both sides see the clock; a hold has its reason; at its end whoever knows the question can read', async () => {
    const page = paths.publication(work);
    for (const as of [lead, team])
      expect((await visit(page, { as })).text).toContain('The team has sight of it before publication');
    const bare = await send(page, { words: '' }, { as: team });
    expect([bare.status, bare.errors.length, bare.lostErrors]).toEqual([422, 3, []]);
    const hold = { reason: 'policyChange', words: HOSTILE, ...day('endsOn', ahead(100)) };
    expect((await send(page, hold, { as: lead })).status).toBe(403);
    await send(page, hold, { as: team });
    const held = await visit(page, { as: lead });
    expect(held.text).toContain(`Hold: Change of policy`);
    expect(held.text).toContain(made.panel.author.name);
    const network = (await makePerson()).id;
    expect((await visit(paths.deliverable(work), { as: network })).status).toBe(404);
    await moveClock('101 days');
    await recordDueFacts();
    expect((await visit(page, { as: lead })).text).toContain('Released');
    const read = await visit(paths.deliverable(work), { as: network });
    expect([read.status, read.text.includes('What we found.'), read.text.includes('alert')]).toEqual([
      200,
      true,
      false,
    ]);
    expect((await visit(page, { as: network })).status).toBe(404);
  });
});

describe('payments and closing', () => {
  test('a claim is made, queried and paid on its page', async () => {
    const made1 = await send(paths.makeClaim(award(), 2), { amount: '40000', note: HOSTILE }, { as: lead });
    const page = made1.location ?? '';
    await send(page, { step: 'submit' }, { as: lead });
    expect((await visit(page, { as: team })).text).toContain(HOSTILE);
    await send(page, { step: 'query', words: 'Which?' }, { as: team });
    expect((await visit(page, { as: lead })).text).toContain('Answer the query: your answer.');
    await send(page, { step: 'answer', words: 'This.' }, { as: lead });
    await send(page, { step: 'approve', words: '' }, { as: team });
    const holder = { as: made.panel.budgetHolder.id };
    await send(page, { step: 'request' }, holder);
    expect(errorsOf(await send(page, { step: 'pay' }, holder))).toEqual([422, ['Enter the day'], []]);
    await send(page, { step: 'pay', ...day('on', ahead(0)) }, holder);
    expect((await visit(paths.award(award()), { as: lead })).text).toContain('£40,000, paid');
  });

  test('closing asks a reason for what is open; teams read the lessons, bidders do not', async () => {
    const form = await visit(paths.closeAward(award()), { as: team });
    expect(form.text).toContain('Interim report');
    const keys = Object.entries(form.fields).filter(([name]) => name.endsWith('.key'));
    const reasons = keys.flatMap(([name, key]) => [
      [name, String(key)],
      [name.replace('.key', '.reason'), 'Not needed'],
    ]);
    const said: Record<string, string> = {
      ...(Object.fromEntries(reasons) as Record<string, string>),
      worked: HOSTILE,
      didNot: '',
      nextTime: 'Ask earlier.',
    };
    expect((await send(paths.closeAward(award()), { worked: 'x' }, { as: team })).status).toBe(422);
    expect((await send(paths.closeAward(award()), said, { as: team })).status).toBe(303);
    const lessons = await visit(paths.lessons(), { as: team });
    expect(lessons.text).toContain('Ask earlier.');
    expect(lessons.html).not.toContain('<script>alert');
    expect((await visit(paths.lessons(), { as: lead })).status).toBe(403);
  });
});
