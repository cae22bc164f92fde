import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, ukDay } from '~/domain/uk-time';
import { newReference } from '~/domain/new-reference.server';
import { CHANGE_KIND_CODES } from '~/domain/awards/changes/change-request';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { joinBid } from '../../../../tests/support/factories/bids';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeAward>>;
let lead: string;
let partner: string;
let author: string;
let owner: string;
let auditor: string;
let others: string[];
const HOSTILE = 'It <script>alert(1)</script> & “more”.';
const reference = () => made.award.reference;
const form = (kind: string) => paths.askChange(reference(), kind);
const day = (name: string, ahead: number) => {
  const date = addDays(ukDay(made.award.decidedAt), ahead);
  return {
    [`${name}.day`]: String(date.getUTCDate()),
    [`${name}.month`]: String(date.getUTCMonth() + 1),
    [`${name}.year`]: String(date.getUTCFullYear()),
  };
};
const statuses = (path: string, people: string[]) =>
  Promise.all(people.map(async (as) => (await visit(path, { as })).status));
const scope = (as: string, text: string) => send(form('scope'), { text, reason: 'The law changed.' }, { as });

beforeAll(async () => {
  made = await makeAward({
    state: 'inDelivery',
    milestones: [
      { title: 'Interim report', amount: 2_000_050 },
      { title: 'Final report', amount: 3_999_950 },
    ],
  });
  lead = made.first.leadId;
  partner = await joinBid(made.first.id, { role: 'partner' });
  author = made.panel.author.id;
  owner = made.panel.owner.id;
  auditor = (await makePerson({ roles: ['auditor'] })).id;
  await makeWall(made.question.id, made.panel.evaluators[1].id, made.first.id);
  others = [made.second.leadId, (await makePerson({ expert: true })).id, made.panel.evaluators[1].id];
});

describe('who asks', () => {
  test('either side; those who only read get no form, and to everybody else there is nothing', async () => {
    const readers = [lead, author, owner, partner, auditor, made.panel.budgetHolder.id];
    expect(await statuses(paths.changes(reference()), readers)).toEqual(readers.map(() => 200));
    for (const kind of CHANGE_KIND_CODES)
      expect(await statuses(form(kind), readers)).toEqual([200, 200, 200, 403, 403, 403]);
    for (const path of [paths.changes(reference()), form('dates'), paths.plan(reference(), 1)])
      expect(await statuses(path, others)).toEqual([404, 404, 404]);
    const tries = [partner, auditor, made.panel.budgetHolder.id, ...others];
    const sent = await Promise.all(tries.map((as) => scope(as, 'Mine.')));
    expect(sent.map(({ status }) => status)).toEqual([403, 403, 403, 404, 404, 404]);
    expect(await store.db.changeRequest.count()).toBe(0);
  });

  test('nothing asked yet is told, with a way to each kind for those who may', async () => {
    const kinds = CHANGE_KIND_CODES.map(form);
    const links = async (as: string) =>
      (await visit(paths.changes(reference()), { as })).links.map(({ href }) => href);
    expect(await links(lead)).toEqual(expect.arrayContaining(kinds));
    for (const as of [partner, auditor])
      expect((await links(as)).filter((href) => kinds.includes(href))).toEqual([]);
    expect((await visit(paths.changes(reference()), { as: auditor })).text).toContain(
      'Nothing was asked to change',
    );
  });

  test.each(['weather', 'constructor', 'Dates', '%00'])('a change of “%s” is no page', async (kind) => {
    expect((await visit(`${paths.changes(reference())}/${kind}`, { as: lead })).status).toBe(404);
    const sent = await send(`${paths.changes(reference())}/${kind}`, { reason: 'x' }, { as: lead });
    expect(sent.status).toBe(404);
  });
});

describe('what is asked', () => {
  test('starts from what stands: days of what is owed, money of what is not paid', async () => {
    const dates = await visit(form('dates'), { as: lead });
    expect(dates.fields).toMatchObject({ ...day('endsOn', 90), ...day('rows[1].dueOn', 60) });
    const budget = await visit(form('budget'), { as: lead });
    expect([budget.fields['rows[0].amount'], budget.fields['rows[1].amount']]).toEqual([
      '20000.50',
      '39999.50',
    ]);
  });

  test('without its reason or with nothing in it, each field says so and keeps the rest', async () => {
    const bare = await send(form('scope'), { text: HOSTILE, reason: '' }, { as: lead });
    expect([bare.status, bare.errors, bare.lostErrors]).toEqual([422, ['Say why it has to change'], []]);
    expect(bare.fields['text']).toBe(HOSTILE);
    const turned = { ...day('from', 20), ...day('until', 10), reason: 'Leave.' };
    const suspension = await send(form('suspension'), turned, { as: lead });
    expect(suspension.messageBeside('until')).toBe('The last day cannot come before the first');
    expect(suspension.fields).toMatchObject(turned);
    const early = await send(form('termination'), { ...day('lastDay', -9), reason: 'Gone.' }, { as: author });
    expect(early.messageBeside('lastDay')).toBe('The last day cannot come before the contract’s first');
  });

  test('money has to come to the award, to the penny', async () => {
    const rows = (first: string, second: string) => ({
      ...{ 'rows[0].position': '1', 'rows[0].amount': first },
      ...{ 'rows[1].position': '2', 'rows[1].amount': second },
      reason: 'Fieldwork costs more.',
    });
    const short = await send(form('budget'), rows('30,000', '29,999.99'), { as: lead });
    expect(short.status).toBe(422);
    expect(short.errors[0]).toContain('The milestones come to £59,999.99');
    expect(short.fields['rows[1].amount']).toBe('29,999.99');
    const words = await send(form('budget'), rows('much', ''), { as: lead });
    expect([words.status, words.errors.length, words.lostErrors]).toEqual([422, 2, []]);
    const done = await send(form('budget'), rows('30,000', '30,000'), { as: lead });
    expect(done.banner).toBe('The change is asked for. The other side decides.');
    expect((await visit(done.location ?? '', { as: owner })).text).toContain('£30,000');
  });

  test('of people names nobody who is unknown, there already, or the lead', async () => {
    const of = async (id: string) => (await store.db.person.findUniqueOrThrow({ where: { id } })).reference;
    const ask = async (fields: object) => send(form('people'), { reason: 'Leave.', ...fields }, { as: lead });
    expect((await ask({ joins: newReference() })).messageBeside('joins')).toBe(
      'Nobody verified has this reference',
    );
    expect((await ask({ joins: await of(partner) })).messageBeside('joins')).toBe('They work on it already');
    expect((await ask({ leaves: await of(lead) })).messageBeside('leaves')).toMatch(/^The lead stays/);
    const nobody = await ask({ joins: '', leaves: '' });
    expect([nobody.status, nobody.errors]).toEqual([422, ['Say who comes, who leaves, or both.']]);
  });
});

describe('a request', () => {
  let page: string;

  test('of one kind waits once, though both sides ask at once', async () => {
    const both = await Promise.all([scope(lead, HOSTILE), scope(author, HOSTILE)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    const late = both.find(({ status }) => status === 422);
    expect(late?.text).toContain('A change of this kind waits for an answer already.');
    expect(late?.fields['text']).toBe(HOSTILE);
    const winner = both.find(({ location }) => location)?.location ?? '';
    const asker = both[0].location ? lead : author;
    await send(winner, { step: 'withdraw', words: '' }, { as: asker });
    page = (await scope(lead, HOSTILE)).location ?? '';
  });

  test('is read by both sides; only the owner answers the experts, only they take it back', async () => {
    expect(await statuses(page, [lead, partner, author, owner, auditor])).toEqual([200, 200, 200, 200, 200]);
    expect(await statuses(page, others)).toEqual([404, 404, 404]);
    const buttons = async (as: string) => (await visit(page, { as })).buttons;
    expect([await buttons(owner), await buttons(lead)]).toEqual([['Continue'], ['Withdraw it']]);
    for (const as of [partner, author, auditor]) expect(await buttons(as)).toEqual([]);
    const take = (as: string, step: string) => send(page, { step, words: 'Yes.' }, { as });
    for (const as of [lead, partner, author, auditor]) expect((await take(as, 'accept')).status).toBe(403);
    for (const as of others) expect((await take(as, 'accept')).status).toBe(404);
    expect((await take(owner, 'withdraw')).status).toBe(403);
    const { text, html } = await visit(page, { as: owner });
    expect(text).toContain(HOSTILE);
    expect(html).not.toContain('<script>alert');
  });

  test('is declined with words, once, and no plan is written', async () => {
    const bare = await send(page, { step: 'decline', words: '' }, { as: owner });
    expect([bare.status, bare.errors, bare.fields['step']]).toEqual([
      422,
      ['Enter: why it is declined'],
      'decline',
    ]);
    const answer = () => send(page, { step: 'decline', words: 'Too late.' }, { as: owner });
    const both = await Promise.all([answer(), answer()]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const { text, buttons } = await visit(page, { as: lead });
    expect(text).toMatch(/Declined.*Too late\./);
    expect(buttons).toEqual([]);
    expect(await store.db.awardPlan.count()).toBe(0);
  });

  test('accepted it is the plan; the one before and who brought it stay readable', async () => {
    const asked = await send(
      form('dates'),
      { ...day('endsOn', 120), 'rows[0].position': '2', ...day('rows[0].dueOn', 110), reason: 'Leave.' },
      { as: author },
    );
    const change = asked.location ?? '';
    expect((await send(change, { step: 'accept', words: '' }, { as: owner })).status).toBe(403);
    await send(change, { step: 'accept', words: '' }, { as: lead });
    const [before, after] = await Promise.all(
      [1, 2].map((n) => visit(paths.plan(reference(), n), { as: lead })),
    );
    expect(before?.rows[1]?.[2]).not.toBe(after?.rows[1]?.[2]);
    expect(after?.links.map(({ href }) => href)).toContain(change);
    expect(before?.links.map(({ href }) => href)).not.toContain(change);
    expect(await statuses(paths.plan(reference(), 2), others)).toEqual([404, 404, 404]);
    for (const number of ['0', '3', '-1', '1.5', 'abc', '99999999'])
      expect((await visit(`/awards/${reference()}/plans/${number}`, { as: lead })).status).toBe(404);
  });

  test('once the award is closed nothing more is asked or accepted', async () => {
    const waiting = await scope(lead, 'More.');
    const { decidedAt: closedAt } = made.award;
    await store.db.award.update({ where: { id: made.award.id }, data: { closedAt } });
    expect(await statuses(form('scope'), [lead, author])).toEqual([403, 403]);
    const late = await send(waiting.location ?? '', { step: 'accept', words: '' }, { as: owner });
    expect([late.status, await store.db.awardPlan.count()]).toEqual([422, 2]);
    expect((await send(form('dates'), { reason: 'x', ...day('endsOn', 9) }, { as: lead })).status).toBe(422);
  });
});
