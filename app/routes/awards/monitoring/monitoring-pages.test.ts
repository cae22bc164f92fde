import { beforeAll, describe, expect, test } from 'vitest';
import { newReference } from '~/domain/new-reference.server';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { joinBid } from '../../../../tests/support/factories/bids';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeAward>>;
let lead: string;
let editor: string;
let partner: string;
let author: string;
let auditor: string;
let others: string[];
const HOSTILE = 'It <script>alert(1)</script> & “more”.';
const CODES = ['progress', 'quality', 'money', 'risk', 'use'];
const list = () => paths.monitoring(made.award.reference);
const statuses = (path: string, people: string[]) =>
  Promise.all(people.map(async (as) => (await visit(path, { as })).status));
const report = async (number: number) =>
  paths.monitoringReport(
    (await store.db.monitoringReport.findFirstOrThrow({ where: { awardId: made.award.id, number } }))
      .reference,
  );
const answers = (
  intent: string,
  said: (code: string) => { score?: string; comment?: string } = () => ({}),
) => ({
  intent,
  ...Object.fromEntries(
    CODES.flatMap((code, i) => [
      [`answers[${i}].code`, code],
      [`answers[${i}].score`, said(code).score ?? '4'],
      [`answers[${i}].comment`, said(code).comment ?? HOSTILE],
    ]),
  ),
});

beforeAll(async () => {
  made = await makeAward({ state: 'inDelivery' });
  lead = made.first.leadId;
  editor = await joinBid(made.first.id);
  partner = await joinBid(made.first.id, { role: 'partner' });
  author = made.panel.author.id;
  auditor = (await makePerson({ roles: ['auditor'] })).id;
  await makeWall(made.question.id, made.panel.evaluators[1].id, made.first.id);
  others = [made.second.leadId, (await makePerson({ expert: true })).id, made.panel.evaluators[1].id];
});

describe('planning reports', () => {
  test('is for the team; both sides read the page, nobody else has one', async () => {
    const readers = [author, lead, partner, auditor];
    expect(await statuses(list(), [...readers, ...others])).toEqual([200, 200, 200, 200, 404, 404, 404]);
    for (const as of readers) {
      const page = await visit(list(), { as });
      expect(page.text).toContain('No report is planned');
      expect(page.buttons).toEqual(as === author ? ['Plan the reports'] : []);
    }
    const tries = [lead, partner, auditor, made.panel.budgetHolder.id, ...others];
    const sent = await Promise.all(tries.map((as) => send(list(), { everyMonths: '1' }, { as })));
    expect(sent.map(({ status }) => status)).toEqual([403, 403, 403, 403, 404, 404, 404]);
    expect(await store.db.monitoringReport.count()).toBe(0);
  });

  test.each([
    ['', 'Enter a number of months from 1 to 12'],
    ['0', 'Enter a number of months from 1 to 12'],
    ['13', 'Enter a number of months from 1 to 12'],
    ['1.5', 'Enter a number of months from 1 to 12'],
    ['often', 'Enter a number of months from 1 to 12'],
    ['12', 'The contract ends before a report would be due'],
  ])('every “%s” months is refused beside the field', async (everyMonths, message) => {
    const page = await send(list(), { everyMonths }, { as: author });
    expect([page.status, page.errors, page.lostErrors]).toEqual([422, [message], []]);
    expect(page.messageBeside('everyMonths')).toBe(message);
    expect(page.fields['everyMonths']).toBe(everyMonths);
  });

  test('twice at once it is one plan, shown with its days and no score', async () => {
    const both = await Promise.all([1, 2].map(() => send(list(), { everyMonths: '1' }, { as: author })));
    expect(both.every(({ status }) => [303, 409].includes(status))).toBe(true);
    const { rows, fields } = await visit(list(), { as: author });
    expect(rows.map(([name]) => name)).toEqual(rows.map((_, i) => `Report ${i + 1}`));
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(rows.every((cells) => cells[2] === 'Not told yet' && cells[3] === 'Not started')).toBe(true);
    expect(fields['everyMonths']).toBe('1');
  });
});

describe('a report', () => {
  test('is written by the lead and the editors; others read that there is nothing yet', async () => {
    const page = await report(1);
    expect(await statuses(page, [lead, editor, partner, author, auditor])).toEqual([200, 200, 200, 200, 200]);
    expect(await statuses(page, others)).toEqual([404, 404, 404]);
    expect((await visit(paths.monitoringReport(newReference()), { as: author })).status).toBe(404);
    for (const as of [lead, editor])
      expect((await visit(page, { as })).buttons).toEqual(['Submit the report', 'Save for later']);
    for (const as of [partner, author, auditor]) expect((await visit(page, { as })).buttons).toEqual([]);
    for (const as of [partner, author, auditor])
      expect((await send(page, answers('save'), { as })).status).toBe(403);
    for (const as of others) expect((await send(page, answers('submit'), { as })).status).toBe(404);
  });

  test('half of it can be saved; the other side learns neither words, scores nor that it was begun in them', async () => {
    const page = await report(1);
    const half = answers('save', (code) => (code === 'risk' ? { score: '', comment: '' } : { score: '1' }));
    expect((await send(page, half, { as: editor })).banner).toBe('The report is saved');
    const again = await visit(page, { as: lead });
    expect([again.fields['answers[0].score'], again.fields['answers[3].score']]).toEqual(['1', '']);
    expect(again.fields['answers[0].comment']).toBe(HOSTILE);
    for (const as of [author, auditor]) {
      const { html, text } = await visit(page, { as });
      expect(text).toContain('Nothing was submitted yet');
      expect(html).not.toMatch(/alert|Mean score/);
      expect((await visit(list(), { as })).rows[0]?.[2]).toBe('Not told yet');
    }
    expect((await send(page, { step: 'approve', words: '' }, { as: author })).status).toBe(409);
  });

  test('submitting wants every score and every reason, each named beside its question', async () => {
    const missing = answers('submit', (code) => (code === 'risk' ? { score: '', comment: ' ' } : {}));
    const page = await send(await report(1), missing, { as: lead });
    expect([page.status, page.errors.length, page.lostErrors]).toEqual([422, 2, []]);
    expect(page.messageBeside('answers[3].score')).toMatch(/^Score “/);
    expect(page.messageBeside('answers[3].comment')).toMatch(/^Say why, for “/);
    expect(page.fields['answers[0].comment']).toBe(HOSTILE);
    for (const score of ['0', '6', '4.5', 'good']) {
      const wrong = answers('submit', (code) => (code === 'use' ? { score } : {}));
      expect((await send(await report(1), wrong, { as: lead })).status).toBe(422);
    }
    const stored = await store.db.monitoringReport.findFirstOrThrow({ where: { number: 1 } });
    expect(stored.state).toBe('draft');
  });

  test('submitted twice at once it is one submission, with its mean', async () => {
    const page = await report(1);
    const said = answers('submit', (code) => ({ score: code === 'risk' ? '1' : '4' }));
    const both = await Promise.all([lead, editor].map((as) => send(page, said, { as })));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const read = await visit(page, { as: author });
    expect(read.text).toContain('Mean score: 3.4 of 5');
    expect(read.html).not.toContain('<script>alert');
    expect((await visit(list(), { as: author })).rows[0]?.slice(2)).toEqual([
      '3.4 of 5',
      'Waits for approval',
    ]);
    expect((await visit(page, { as: lead })).buttons).toEqual([]);
  });

  test('a query brings it back to its writers, who see what they said; then it is approved once', async () => {
    const page = await report(1);
    const step = (name: string, words: string, as = author) => send(page, { step: name, words }, { as });
    const bare = await step('query', '');
    expect([bare.status, bare.errors, bare.fields['step']]).toEqual([422, ['Enter: your query'], 'query']);
    for (const as of [lead, partner, auditor]) expect((await step('approve', '', as)).status).toBe(403);
    await step('query', 'Which port?');
    const back = await visit(page, { as: editor });
    expect(back.fields['answers[3].score']).toBe('1');
    expect(back.text).toContain('Which port?');
    await send(page, answers('submit'), { as: editor });
    const both = await Promise.all([author, made.panel.owner.id].map((as) => step('approve', '', as)));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const { text } = await visit(page, { as: lead });
    expect(text).toMatch(/Submitted.*Queried.*Which port\?.*Submitted.*Approved/);
    expect((await send(page, answers('save'), { as: lead })).status).toBe(409);
  });

  test('planned anew, what was begun stays and the rest follows it', async () => {
    await send(list(), { everyMonths: '2' }, { as: author });
    const { rows } = await visit(list(), { as: author });
    expect(rows[0]?.[3]).toBe('Approved');
    expect(rows.map(([name]) => name)).toEqual(rows.map((_, i) => `Report ${i + 1}`));
    expect(rows.length).toBe(2);
  });

  test('is overdue from the day after its day, for both sides; after the closing nobody writes', async () => {
    await moveClock('70 days');
    for (const as of [lead, author]) {
      expect((await visit(list(), { as })).rows[1]?.[3]).toBe('Overdue: not started');
      expect((await visit(paths.award(made.award.reference), { as })).text).toContain('1 overdue');
    }
    const { decidedAt: closedAt } = made.award;
    await store.db.award.update({ where: { id: made.award.id }, data: { closedAt } });
    expect((await visit(await report(2), { as: lead })).buttons).toEqual([]);
    expect((await send(await report(2), answers('submit'), { as: lead })).status).toBe(422);
    expect((await send(list(), { everyMonths: '1' }, { as: author })).status).toBe(422);
    expect((await visit(list(), { as: author })).buttons).toEqual([]);
  });
});
