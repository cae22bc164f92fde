import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, ukDay } from '~/domain/uk-time';
import { newReference } from '~/domain/new-reference.server';
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
let auditor: string;
let stranger: string;
const HOSTILE = 'Files <script>alert(1)</script> & “more”';
const list = () => paths.obligations(made.award.reference);
const day = (ahead: number) => {
  const date = addDays(ukDay(made.award.decidedAt), ahead);
  return {
    'dueOn.day': String(date.getUTCDate()),
    'dueOn.month': String(date.getUTCMonth() + 1),
    'dueOn.year': String(date.getUTCFullYear()),
  };
};
const owed = (what: string, ahead: number) => ({ kind: 'data', what, recipient: 'The lead', ...day(ahead) });
const pageOf = async (what: string) =>
  paths.obligation((await store.db.obligation.findFirstOrThrow({ where: { what } })).reference);
const statuses = (path: string, people: string[]) =>
  Promise.all(people.map(async (as) => (await visit(path, { as })).status));

beforeAll(async () => {
  made = await makeAward({ state: 'inDelivery' });
  lead = made.first.leadId;
  partner = await joinBid(made.first.id, { role: 'partner' });
  author = made.panel.author.id;
  auditor = (await makePerson({ roles: ['auditor'] })).id;
  stranger = (await makePerson({ expert: true })).id;
  await makeWall(made.question.id, made.panel.evaluators[1].id, made.first.id);
});

describe('what the team supplies', () => {
  test('with nothing owed both sides read why the page is empty; only the team has a form', async () => {
    for (const as of [lead, partner, author, auditor]) {
      const page = await visit(list(), { as });
      expect(page.text).toContain('Nothing is owed by the team');
      expect(page.buttons).toEqual(as === author ? ['Add it'] : []);
    }
    const others = [made.second.leadId, stranger, made.panel.evaluators[1].id];
    expect(await statuses(list(), others)).toEqual([404, 404, 404]);
  });

  test('each thing that is missing is said beside its field, the rest kept', async () => {
    const bare = await send(list(), { kind: '', what: HOSTILE, recipient: '' }, { as: author });
    expect([bare.status, bare.lostErrors]).toEqual([422, []]);
    expect(['kind', 'recipient', 'dueOn'].map((name) => bare.messageBeside(name))).toEqual([
      'Choose what it is',
      'Say to whom',
      'Enter by when',
    ]);
    expect(bare.fields['what']).toBe(HOSTILE);
    const long = await send(list(), { ...owed('x'.repeat(1001), 1) }, { as: author });
    expect([long.status, long.fields['what']?.length]).toEqual([422, 1001]);
    const kind = await send(list(), { ...owed('Rooms', 1), kind: 'money' }, { as: author });
    expect(kind.messageBeside('kind')).toBe('Choose what it is');
  });

  test('is added by the team alone', async () => {
    const asked = [lead, partner, auditor, made.panel.budgetHolder.id, made.second.leadId, stranger];
    const sent = await Promise.all(asked.map((as) => send(list(), owed('Not mine', 1), { as })));
    expect(sent.map(({ status }) => status)).toEqual([403, 403, 403, 403, 404, 404]);
    expect(await store.db.obligation.count()).toBe(0);
    expect((await send(list(), owed('Later', 40), { as: author })).banner).toBe('Both sides see it now');
    await send(list(), owed(HOSTILE, -1), { as: made.panel.owner.id });
    await send(list(), owed('Today', 0), { as: author });
  });

  test('stands in the order of its days; late from the day after, to both sides alike', async () => {
    const [mine, theirs] = await Promise.all([author, lead].map((as) => visit(list(), { as })));
    expect(mine?.rows.map(([what]) => what)).toEqual([`Data: ${HOSTILE}`, 'Data: Today', 'Data: Later']);
    expect(mine?.rows.map((cells) => cells.at(-1))).toEqual(['Overdue', 'Due', 'Due']);
    expect(theirs?.rows).toEqual(mine?.rows);
    expect(mine?.html).not.toContain('<script>alert');
  });
});

describe('one of them', () => {
  test('is read by both sides and by nobody else', async () => {
    const page = await pageOf('Today');
    expect(await statuses(page, [lead, partner, author, auditor])).toEqual([200, 200, 200, 200]);
    const others = [made.second.leadId, stranger, made.panel.evaluators[1].id];
    expect(await statuses(page, others)).toEqual([404, 404, 404]);
    for (const as of others) {
      const step = { step: 'meet', words: 'By post.' };
      expect((await send(page, step, { as })).status).toBe(404);
    }
    expect((await visit(paths.obligation(newReference()), { as: author })).status).toBe(404);
    expect((await visit(page, { as: author })).text).toContain('After the contract');
  });

  test('offers each side its own step, and takes none without words', async () => {
    const page = await pageOf('Today');
    const buttons = async (as: string) => (await visit(page, { as })).buttons;
    expect([
      await buttons(author),
      await buttons(lead),
      await buttons(partner),
      await buttons(auditor),
    ]).toEqual([['Say that it is met'], ['Dispute it'], [], []]);
    const bare = await send(page, { step: 'meet', words: ' ' }, { as: author });
    expect([bare.status, bare.errors, bare.lostErrors]).toEqual([
      422,
      ['Enter: how and when it was met'],
      [],
    ]);
    expect((await send(page, { step: 'meet', words: 'I have it.' }, { as: lead })).status).toBe(403);
    expect((await send(page, { step: 'dispute', words: 'No.' }, { as: partner })).status).toBe(403);
  });

  test('goes to and fro with every word kept; said twice at once it is said once', async () => {
    const page = await pageOf(HOSTILE);
    const step = (as: string, name: string, words: string) => send(page, { step: name, words }, { as });
    const both = await Promise.all([author, made.panel.owner.id].map((as) => step(as, 'meet', 'By post.')));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await step(lead, 'dispute', HOSTILE)).banner).toBe('Disputed');
    expect((await visit(list(), { as: author })).rows[0]?.at(-1)).toBe('Disputed');
    expect((await visit(paths.award(made.award.reference), { as: author })).text).toContain('1 disputed');
    await step(author, 'meet', 'Again, by hand.');
    const { text, html, $ } = await visit(page, { as: lead });
    expect(text).toMatch(
      /Added.*Said to be met.*By post\..*Disputed.*more”.*Said to be met.*Again, by hand\./,
    );
    expect(html).not.toContain('<script>alert');
    expect($('main time').length).toBe(4);
  });

  test('once the award is closed it is read, and no step is left', async () => {
    await store.db.award.update({
      where: { id: made.award.id },
      data: { closedAt: made.award.decidedAt },
    });
    const page = await pageOf('Later');
    for (const as of [author, lead]) expect((await visit(page, { as })).buttons).toEqual([]);
    const late = await send(page, { step: 'meet', words: 'Late.' }, { as: author });
    expect([late.status, late.text.includes('The award is closed.')]).toEqual([422, true]);
    expect((await visit(list(), { as: author })).buttons).toEqual([]);
    const more = await send(list(), owed('More', 1), { as: author });
    expect([more.status, await store.db.obligation.count()]).toEqual([422, 3]);
  });
});
