import { beforeAll, describe, expect, test } from 'vitest';
import { newReference } from '~/domain/new-reference.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { joinBid, makeExpert } from '../../../../tests/support/factories/bids';
import { bidderOf } from '../../../../tests/support/factories/competitions';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { send, visit, visitData } from '../../../../tests/support/site';

const database = useDatabase();
type Award = Awaited<ReturnType<typeof makeAward>>;
let decided: Award;
let standstill: Award;
let ready: Award;
let coordinator: string;
let auditor: string;

beforeAll(async () => {
  decided = await makeAward({ state: 'decided', routeSlug: 'competition' });
  standstill = await makeAward({ state: 'standstill', routeSlug: 'competition' });
  ready = await makeAward({ state: 'readyToContract' });
  coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  auditor = (await makePerson({ roles: ['auditor'] })).id;
});

const address = ({ award }: Award) => paths.award(award.reference);
const hrefs = async (award: Award, as: string) =>
  (await visit(address(award), { as })).links.map(({ href }) => href);

describe('an award before its notice', () => {
  test('is there for the asking side, and leads each to what they may do', async () => {
    const { panel, award, question } = decided;
    for (const as of [
      panel.author.id,
      panel.owner.id,
      panel.budgetHolder.id,
      panel.evaluators[0].id,
      coordinator,
      auditor,
    ]) {
      const page = await visit(address(decided), { as });
      expect([page.status, page.text.includes('Not given yet'), page.text.includes('£60,000')]).toEqual([
        200,
        true,
        true,
      ]);
    }
    expect(await hrefs(decided, panel.author.id)).toEqual(
      expect.arrayContaining([paths.summaries(question.reference), paths.planMilestones(award.reference)]),
    );
    expect(await hrefs(decided, panel.author.id)).not.toContain(paths.withdrawAward(award.reference));
    expect(await hrefs(decided, panel.owner.id)).toContain(paths.withdrawAward(award.reference));
    for (const as of [panel.budgetHolder.id, panel.evaluators[0].id, coordinator])
      expect((await hrefs(decided, as)).filter((href) => href.startsWith(`${address(decided)}/`))).toEqual(
        [],
      );
  });

  test('does not exist for bidders, the winner included, for experts and visitors, nor behind a wall', async () => {
    const { first, second, panel } = decided;
    for (const as of [first.leadId, second.leadId, (await makeExpert()).id]) {
      expect((await visit(address(decided), { as })).status).toBe(404);
      expect((await visit(paths.ownAwards(), { as })).rows).toEqual([]);
    }
    expect((await visit(address(decided))).status).toBe(404);
    await makeWall(decided.question.id, panel.evaluators[1].id);
    expect((await visit(address(decided), { as: panel.evaluators[1].id })).status).toBe(404);
    expect((await visit(paths.award(newReference()), { as: panel.owner.id })).status).toBe(404);
  });
});

describe('an award from its notice on', () => {
  test('names winner, amount and standstill to everybody who knows the question; milestones to both sides alone', async () => {
    const expert = (await makeExpert()).id;
    const page = await visit(address(standstill), { as: expert });
    expect(page.heading).toBe(await bidderOf(standstill.first));
    expect(page.text).toContain('£60,000');
    expect(page.text).toMatch(/StandstillEnds on/);
    expect(page.text).not.toContain('Final report');
    expect((await visitData(address(standstill), { as: expert })).body).not.toContain('Final report');
    for (const as of [standstill.first.leadId, standstill.panel.author.id])
      expect((await visit(address(standstill), { as })).text).toContain('Final report');
    expect((await visit(address(standstill), { as: standstill.second.leadId })).text).not.toContain(
      'Final report',
    );
  });

  test('a visitor sees it once the question is released, and no more than that', async () => {
    const made = await makeAward({ state: 'inDelivery' });
    expect((await visit(address(made))).status).toBe(404);
    await database.db.question.update({ where: { id: made.question.id }, data: { releasedAt: new Date() } });
    const page = await visit(address(made));
    expect([page.status, page.text.includes('£60,000')]).toEqual([200, true]);
    expect(page.html).not.toMatch(/C-1|Final report/);
    expect((await visit(paths.ownAwards())).location).toContain(paths.signIn());
  });

  test('stands on the winner’s list with what is due next', async () => {
    const partner = await joinBid(standstill.first.id, { role: 'partner' });
    for (const as of [standstill.first.leadId, partner]) {
      const [row] = (await visit(paths.ownAwards(), { as })).rows;
      expect(row).toEqual([
        standstill.question.title,
        '£60,000',
        'Standstill',
        expect.stringMatching(/^Final report, /),
      ]);
    }
    const none = await visit(paths.ownAwards(), { as: standstill.second.leadId });
    expect(none.text).toContain('You have no award yet');
  });
});

describe('withdrawing the decision', () => {
  const path = ({ award }: Award) => paths.withdrawAward(award.reference);

  test('is the owner’s, with a reason that stays with the asking side', async () => {
    const made = await makeAward({ state: 'decided' });
    const page = await visit(path(made), { as: made.panel.owner.id });
    expect(page.text).toContain('The decision and its withdrawal stay on file');
    for (const [reason, message] of [
      ['', 'Say why the decision is withdrawn'],
      ['x'.repeat(2001), 'Use 2,000 characters or fewer'],
    ] as const) {
      const refused = await send(path(made), { reason }, { as: made.panel.owner.id });
      expect([refused.status, refused.messageBeside('reason'), refused.fields['reason']]).toEqual([
        422,
        message,
        reason,
      ]);
    }
    const sent = await send(path(made), { reason: 'New <b>facts</b>.' }, { as: made.panel.owner.id });
    expect([sent.location, sent.banner]).toEqual([address(made), 'The decision is withdrawn']);
    expect((await visit(address(made), { as: made.panel.author.id })).text).toContain('New <b>facts</b>.');
    expect(
      (await visit(paths.evaluation(made.question.reference), { as: made.panel.owner.id })).text,
    ).toContain('Ranking');
    expect((await visit(address(made), { as: made.first.leadId })).status).toBe(404);
    const again = await send(path(made), { reason: 'Twice' }, { as: made.panel.owner.id });
    expect([again.status, again.text.includes('This decision has been withdrawn already')]).toEqual([
      422,
      true,
    ]);
  });

  test('not by others, and not once the notice is out', async () => {
    for (const { id } of [decided.panel.author, decided.panel.moderator]) {
      expect((await visit(path(decided), { as: id })).status).toBe(403);
      expect((await send(path(decided), { reason: 'x' }, { as: id })).status).toBe(403);
    }
    expect((await send(path(decided), { reason: 'x' }, { as: decided.first.leadId })).status).toBe(404);
    const late = await send(path(standstill), { reason: 'x' }, { as: standstill.panel.owner.id });
    expect([
      late.status,
      late.text.includes('The award notice is out, so the decision can no longer be withdrawn'),
    ]).toEqual([422, true]);
  });
});

describe('planning the milestones', () => {
  const path = ({ award }: Award) => paths.planMilestones(award.reference);
  const row = (n: number, title: string, amount: string, over: Record<string, string> = {}) => ({
    [`milestones[${n}].title`]: title,
    [`milestones[${n}].amount`]: amount,
    [`milestones[${n}].dueOn.day`]: '1',
    [`milestones[${n}].dueOn.month`]: '3',
    [`milestones[${n}].dueOn.year`]: '2027',
    ...over,
  });
  const plan = (fields: Record<string, string>, as = decided.panel.author.id) =>
    send(path(decided), fields, { as });

  test('shows the plan with two empty rows, and takes it whole', async () => {
    const page = await visit(path(decided), { as: decided.panel.author.id });
    expect(page.text).toContain('Their payments have to come to £60,000');
    expect(page.fields).toMatchObject({
      'milestones[0].title': 'Final report',
      'milestones[0].amount': '60000',
      'milestones[2].title': '',
    });
    const empty = { 'milestones[2].title': '', 'milestones[2].amount': '' };
    const fields = {
      ...row(0, 'Approval', '0', { 'milestones[0].approval': 'on' }),
      ...row(1, 'Report <1>', '£60,000.00'),
      ...empty,
    };
    const sent = await plan(fields);
    expect([sent.location, sent.banner]).toEqual([address(decided), 'The milestones are changed']);
    const view = await visit(address(decided), { as: decided.panel.budgetHolder.id });
    expect(view.text).toContain('2. Report <1>');
    expect(view.text).toContain('What comes after it waits for this approval');
    expect(
      (await visit(path(decided), { as: decided.panel.author.id })).fields['milestones[0].approval'],
    ).toEqual(['on']);
  });

  test('sums that do not make the award are refused with both sums, and every row is kept', async () => {
    const page = await plan({ ...row(0, 'One', '10,000'), ...row(1, 'Two', '20,000') });
    expect([page.status, page.errors]).toEqual([
      422,
      ['The milestones come to £30,000. They have to come to the award, £60,000.'],
    ]);
    expect(page.fields).toMatchObject({
      'milestones[0].title': 'One',
      'milestones[1].amount': '20,000',
      'milestones[1].dueOn.year': '2027',
    });
  });

  test.each([
    ['no title', row(0, '', '60,000'), 'milestones[0].title', 'Name the milestone'],
    [
      'a title too long',
      row(0, 'x'.repeat(301), '60,000'),
      'milestones[0].title',
      'Use 300 characters or fewer',
    ],
    ['no amount', row(0, 'Report', ''), 'milestones[0].amount', 'Enter what is paid for it, or £0'],
    [
      'words for an amount',
      row(0, 'Report', 'lots'),
      'milestones[0].amount',
      'Enter an amount in pounds, like £120,000',
    ],
    [
      'a negative amount',
      row(0, 'Report', '-60000'),
      'milestones[0].amount',
      'Enter an amount in pounds, like £120,000',
    ],
    [
      'no day',
      { 'milestones[0].title': 'Report', 'milestones[0].amount': '60,000' },
      'milestones[0].dueOn',
      'Enter when it is due',
    ],
    [
      'a day that is none',
      row(0, 'Report', '60,000', { 'milestones[0].dueOn.day': '40' }),
      'milestones[0].dueOn',
      'Enter a real date, like 21 11 2026',
    ],
  ])('%s is refused beside its field', async (_, fields, name, message) => {
    const page = await plan(fields);
    expect([page.status, page.messageBeside(name), page.lostErrors]).toEqual([422, message, []]);
    expect(page.fields).toMatchObject(fields);
  });

  test('a plan without a row, and one of too many, are refused in words', async () => {
    expect((await plan({})).errors).toEqual(['Keep one milestone']);
    const rows = Object.assign(
      {},
      ...Array.from({ length: 21 }, (_, n) => row(n, `Step ${n}`, '0')),
    ) as Record<string, string>;
    expect((await plan(rows)).errors).toEqual(['Use 20 milestones or fewer']);
  });

  test('is for those who run the award, until the contract', async () => {
    expect((await visit(path(decided), { as: decided.panel.owner.id })).status).toBe(200);
    for (const as of [decided.panel.moderator.id, decided.panel.budgetHolder.id]) {
      expect((await visit(path(decided), { as })).status).toBe(403);
      expect((await plan(row(0, 'Mine', '60,000'), as)).status).toBe(403);
    }
    const signed = await makeAward({ state: 'inDelivery' });
    expect((await visit(path(signed), { as: signed.panel.author.id })).status).toBe(403);
    const late = await send(path(signed), row(0, 'Late', '60,000'), { as: signed.panel.author.id });
    expect([
      late.status,
      late.text.includes('The contract is signed, so its milestones can no longer be changed'),
    ]).toEqual([422, true]);
  });
});

describe('recording the contract', () => {
  const path = ({ award }: Award) => paths.signContract(award.reference);
  const days = (start: string, end: string) => {
    const part = (name: string, [year = '', month = '', day = '']: string[]) => ({
      [`${name}.day`]: day,
      [`${name}.month`]: month,
      [`${name}.year`]: year,
    });
    return { ...part('startsOn', start.split('-')), ...part('endsOn', end.split('-')) };
  };
  const sign = (fields: Record<string, string>, as = ready.panel.author.id) =>
    send(path(ready), fields, { as });

  test.each([
    [
      'nothing',
      {},
      [
        'Enter the reference of the contract',
        'Enter the first day of the contract',
        'Enter the last day of the contract',
      ],
    ],
    [
      'a reference too long',
      { contractReference: 'x'.repeat(101), ...days('2027-1-1', '2027-6-1') },
      ['Use 100 characters or fewer'],
    ],
    [
      'days in the wrong order',
      { contractReference: 'C-7', ...days('2027-6-1', '2027-1-1') },
      ['The last day cannot come before the first'],
    ],
    [
      'a day that is none',
      { contractReference: 'C-7', ...days('2027-2-30', '2027-6-1') },
      ['Enter a real date, like 21 11 2026'],
    ],
  ])('%s is refused beside the field and kept', async (_, fields, messages) => {
    const page = await sign(fields);
    expect([page.status, page.errors, page.lostErrors]).toEqual([422, messages, []]);
    expect(page.fields).toMatchObject(fields);
  });

  test('starts the delivery; its reference stays with the two sides', async () => {
    expect(
      (await visit(address(ready), { as: ready.panel.author.id })).links.map(({ text }) => text),
    ).toContain('Record the contract');
    expect((await visit(path(ready), { as: ready.panel.author.id })).links).toContainEqual({
      text: 'or change them',
      href: paths.planMilestones(ready.award.reference),
    });
    for (const as of [ready.panel.moderator.id, ready.first.leadId]) {
      expect((await visit(path(ready), { as })).status).toBe(403);
      expect((await sign({}, as)).status).toBe(422);
      expect((await sign({ contractReference: 'C-8', ...days('2027-1-4', '2027-6-30') }, as)).status).toBe(
        403,
      );
    }
    const sent = await sign({ contractReference: 'C-7 <i>', ...days('2027-1-4', '2027-6-30') });
    expect([sent.location, sent.banner]).toEqual([
      address(ready),
      'The contract is recorded. Delivery has started.',
    ]);
    expect((await visit(address(ready), { as: ready.first.leadId })).text).toContain(
      'C-7 <i>, 4 January 2027 to 30 June 2027',
    );
    expect((await visit(address(ready), { as: (await makeExpert()).id })).text).not.toContain('C-7');
    const again = await sign({ contractReference: 'C-9', ...days('2027-1-4', '2027-6-30') });
    expect([again.status, again.text.includes('The contract has been recorded already')]).toEqual([
      422,
      true,
    ]);
  });

  test('waits for the notice and for the end of the standstill, and says until when', async () => {
    const fields = { contractReference: 'C-7', ...days('2027-1-4', '2027-6-30') };
    const early = await send(path(standstill), fields, { as: standstill.panel.author.id });
    expect(early.status).toBe(422);
    expect(early.text).toMatch(/The standstill ends on .* A contract can be made from the day after/);
    const before = await send(path(decided), fields, { as: decided.panel.author.id });
    expect([before.status, before.text.includes('Give the award notice first')]).toEqual([422, true]);
    for (const award of [decided, standstill])
      expect((await visit(path(award), { as: award.panel.author.id })).status).toBe(403);
  });
});
