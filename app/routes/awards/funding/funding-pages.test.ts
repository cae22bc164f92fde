import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, isoDay, ukDay } from '~/domain/uk-time';
import { newReference } from '~/domain/new-reference.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();
let made: Awaited<ReturnType<typeof makeAward>>;
let other: Awaited<ReturnType<typeof makeAward>>;
let formula: { slug: string; name: string };
let office: { slug: string; name: string };
let author: string;
let holder: string;
let evaluator: string;
let auditor: string;
const page = () => paths.funding(made.award.reference);
const form = () => paths.addFunding(made.award.reference);
const csv = () => paths.fundingCsv(made.award.reference);

const inDays = (ahead: number) => addDays(ukDay(made.award.decidedAt), ahead);
const day = (name: string, ahead: number) => ({
  [`${name}.day`]: String(inDays(ahead).getUTCDate()),
  [`${name}.month`]: String(inDays(ahead).getUTCMonth() + 1),
  [`${name}.year`]: String(inDays(ahead).getUTCFullYear()),
});
const row = (index: number, ahead: number, amount: string) => ({
  ...day(`tranches[${index}].plannedOn`, ahead),
  [`tranches[${index}].plannedAmount`]: amount,
});
const funder = (over: object = {}) => ({
  ...{ organisation: office.slug, amount: '300', certainty: 'firm', condition: '' },
  ...{ secureFrom: '', secureUntil: '', ...row(0, -30, '100'), ...row(1, 10, '200') },
  ...over,
});
const statuses = (path: string, people: string[]) =>
  Promise.all(people.map(async (as) => (await visit(path, { as })).status));
const tranche = async (position: number) =>
  paths.recordTranche(
    made.award.reference,
    (await store.db.tranche.findFirstOrThrow({ where: { position, funding: { amount: 30_000 } } })).reference,
  );

beforeAll(async () => {
  made = await makeAward({ state: 'inDelivery' });
  other = await makeAward({ state: 'inDelivery' });
  formula = await makeOrganisation({ name: '=HYPERLINK("http://x","y"), Ltd' });
  office = await makeOrganisation({ name: 'Office <script>alert(1)</script>' });
  author = made.panel.author.id;
  holder = made.panel.budgetHolder.id;
  evaluator = made.panel.evaluators[0].id;
  auditor = (await makePerson({ roles: ['auditor'] })).id;
});

describe('who comes to the money', () => {
  test('the asking side reads, the team and the budget holder record; the winner learns of nothing', async () => {
    const readers = [author, made.panel.owner.id, holder, evaluator, auditor];
    for (const path of [page(), csv()])
      expect(await statuses(path, readers)).toEqual([200, 200, 200, 200, 200]);
    expect(await statuses(form(), readers)).toEqual([200, 200, 200, 403, 403]);
    const stranger = (await makePerson({ expert: true })).id;
    const others = [made.first.leadId, made.second.leadId, stranger, other.panel.author.id];
    for (const path of [page(), csv(), form()])
      expect(await statuses(path, others)).toEqual([404, 404, 404, 404]);
    const sent = await Promise.all(
      [stranger, other.panel.author.id, evaluator, auditor].map((as) => send(form(), funder(), { as })),
    );
    expect(sent.map(({ status }) => status)).toEqual([404, 404, 403, 403]);
    expect((await send(form(), funder(), { as: made.first.leadId })).status).toBeGreaterThanOrEqual(403);
    expect(await store.db.funding.count()).toBe(0);
  });

  test('a wall around the bid that won closes it', async () => {
    const walled = made.panel.evaluators[1].id;
    expect((await visit(page(), { as: walled })).status).toBe(200);
    await makeWall(made.question.id, walled, made.first.id);
    for (const path of [page(), csv()]) expect((await visit(path, { as: walled })).status).toBe(404);
  });

  test('with nothing recorded the page says what it is for, and the CSV has its head alone', async () => {
    const { text, links } = await visit(page(), { as: author });
    expect(text).toContain('No funder is recorded');
    expect(links.map(({ href }) => href)).toContain(form());
    expect(links.map(({ href }) => href)).not.toContain(csv());
    expect((await visit(page(), { as: auditor })).links.map(({ href }) => href)).not.toContain(form());
    expect((await visit(csv(), { as: author })).html.trim().split('\n')).toHaveLength(1);
  });
});

describe('adding a funder', () => {
  test.each<[string, () => object, string, string]>([
    ['without an organisation', () => ({ organisation: '' }), 'organisation', 'Choose the organisation'],
    ['of an unknown one', () => ({ organisation: 'nowhere' }), 'organisation', 'Choose the organisation'],
    ['that gives nothing', () => ({ amount: '0' }), 'amount', 'Enter more than £0'],
    ['on a condition unsaid', () => ({ certainty: 'conditional' }), 'condition', 'Say on what it depends'],
    ['with one year', () => ({ secureFrom: '2027' }), 'secureUntil', 'Enter both years, the first one first'],
    [
      'with years in disorder',
      () => ({ secureFrom: '2028', secureUntil: '2027' }),
      'secureUntil',
      'Enter both years, the first one first',
    ],
  ])('%s is refused beside the field', async (_, over, field, message) => {
    const refused = await send(form(), funder(over()), { as: author });
    expect([refused.status, refused.errors, refused.lostErrors]).toEqual([422, [message], []]);
    expect(refused.messageBeside(field)).toBe(message);
    expect(refused.fields['tranches[1].plannedAmount']).toBe('200');
    expect(await store.db.funding.count()).toBe(0);
  });

  test('its tranches have to come to what it gives; what was typed stays', async () => {
    const short = await send(form(), funder({ amount: '301' }), { as: author });
    expect(short.errors).toEqual([
      'The tranches come to £300. They have to come to £301, none of them nothing.',
    ]);
    expect([short.fields['amount'], short.fields['organisation']]).toEqual(['301', office.slug]);
    const nothing = funder({ ...row(1, 10, '0'), amount: '100' });
    expect((await send(form(), nothing, { as: author })).status).toBe(422);
    const dateless = { 'tranches[1].plannedOn.day': '', 'tranches[1].plannedOn.month': '' };
    expect((await send(form(), funder(dateless), { as: author })).status).toBe(422);
  });

  test('sent twice at once it is recorded once, and never a second time', async () => {
    const both = await Promise.all([author, holder].map((as) => send(form(), funder(), { as })));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    const again = await send(form(), funder(), { as: author });
    expect(again.messageBeside('organisation')).toBe('This organisation is a funder of the award already');
    expect(await store.db.tranche.count()).toBe(2);
  });

  test('rows that were left empty are no tranches', async () => {
    const terms = { certainty: 'conditional', condition: HOSTILE, ringFenced: 'on', secureFrom: '2026' };
    const second = funder({ organisation: formula.slug, amount: '0.50', secureUntil: '2028', ...terms });
    const rows = { ...row(0, 5, '0.50'), 'tranches[1].plannedAmount': '', ...empty(1), ...empty(2) };
    const sent = await send(form(), { ...second, ...rows }, { as: holder });
    expect([sent.status, sent.errors]).toEqual([303, []]);
    expect(await store.db.tranche.count()).toBe(3);
  });
});

const HOSTILE = 'The <script>alert(2)</script> budget';
const empty = (index: number) => ({
  ...Object.fromEntries(['day', 'month', 'year'].map((part) => [`tranches[${index}].plannedOn.${part}`, ''])),
  [`tranches[${index}].plannedAmount`]: '',
});

describe('the ledger', () => {
  test('says per funder what was planned, and over all what is late', async () => {
    const { text, html, rows } = await visit(page(), { as: holder });
    expect(text).toContain('Planned£300.50 of the award’s £60,000');
    expect(text).toContain('Late and not here£100');
    expect(text).toContain('Most days late30');
    expect(text).toContain(`On a condition: ${HOSTILE}. Ring-fenced. Secure from 2026 to 2028.`);
    expect(html).not.toMatch(/<script>alert/);
    expect(rows.map((cells) => cells.at(-1))).toEqual(['30', '0', '0']);
  });

  test('as CSV it is a line a tranche, no cell of it a formula, and kept by nobody on the way', async () => {
    const { html, headers } = await visit(csv(), { as: auditor });
    const lines = html.trim().split(/\r?\n/);
    expect(lines).toHaveLength(4);
    expect(html).toContain(`,1,${isoDay(inDays(-30))},100.00,,,30`);
    expect(html).toContain(`,2,${isoDay(inDays(10))},200.00,,,0`);
    expect(lines.filter((line) => /^"?[=+@-]/.test(line))).toEqual([]);
    expect(headers.get('Cache-Control')).toBe('private, no-store');
    expect(headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="soundings-funding-[A-Z0-9-]+\.csv"$/i,
    );
  });

  test('readers who record nothing see that it is not here, without a link', async () => {
    const { text, links } = await visit(page(), { as: auditor });
    expect(text).toContain('Not here yet');
    expect(links.filter(({ href }) => href.startsWith(`${page()}/`))).toEqual([]);
    expect(await statuses(await tranche(1), [auditor, evaluator])).toEqual([403, 403]);
  });
});

describe('a tranche that arrived', () => {
  const arrived = (ahead: number, amount = '100') => ({ ...day('actualOn', ahead), actualAmount: amount });

  test('is of its own award', async () => {
    const at = (await tranche(1)).split('/').at(-1) ?? '';
    const elsewhere = paths.recordTranche(other.award.reference, at);
    expect(await statuses(elsewhere, [other.panel.author.id, author])).toEqual([404, 404]);
    const sent = await send(elsewhere, arrived(0), { as: other.panel.author.id });
    expect(sent.status).toBe(404);
    const unknown = paths.recordTranche(made.award.reference, newReference());
    expect(await statuses(unknown, [author])).toEqual([404]);
  });

  test('is not of tomorrow, nor nothing, nor unsaid', async () => {
    const path = await tranche(1);
    const ahead = await send(path, arrived(1, '99'), { as: author });
    expect(ahead.messageBeside('actualOn')).toBe('The day it arrived cannot be in the future');
    expect(ahead.fields['actualAmount']).toBe('99');
    expect((await send(path, arrived(0, '0'), { as: author })).messageBeside('actualAmount')).toBe(
      'Enter more than £0',
    );
    const bare = await send(path, {}, { as: author });
    expect([bare.status, bare.errors.length, bare.lostErrors]).toEqual([422, 2, []]);
  });

  test('recorded by two at once it arrived once, and its page is done', async () => {
    const path = await tranche(1);
    const both = await Promise.all([author, holder].map((as) => send(path, arrived(-10, '99.99'), { as })));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await statuses(path, [author])).toEqual([403]);
    const { text, rows } = await visit(page(), { as: author });
    expect(rows[0]?.[2]).toMatch(/^£99\.99 on/);
    expect(rows[0]?.at(-1)).toBe('20');
    expect(text).toContain('Late and not hereNothing');
    expect(text).toContain('Arrived£99.99');
  });

  test('one that comes before its day is nothing late', async () => {
    expect((await send(await tranche(2), arrived(0, '200'), { as: holder })).status).toBe(303);
    expect((await visit(page(), { as: author })).rows[1]?.at(-1)).toBe('0');
  });
});
