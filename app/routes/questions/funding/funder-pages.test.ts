import { beforeAll, describe, expect, test } from 'vitest';
import { recordDueFacts } from '~/domain/notifications/due-facts.server';
import { notifying } from '~/domain/notifications/notify.server';
import { noticeRules } from '~/domain/notifications/rules/all.server';
import { addDays, ukDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeOrganisation, makeTeam } from '../../../../tests/support/factories/people';
import { makePledge } from '../../../../tests/support/factories/pledges';
import {
  joinTeam,
  makeFinished,
  makeOutsiders,
  type Outsiders,
} from '../../../../tests/support/factories/question-cast';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let asking: AskingTeam;
let outsiders: Outsiders;
let observer: string;
let open: Awaited<ReturnType<typeof makeQuestion>>;
let fund: string;
let team: string;
const HOSTILE = '<script>alert(1)</script>';

beforeAll(async () => {
  [asking, outsiders] = await Promise.all([makeAskingTeam(), makeOutsiders()]);
  observer = (await joinTeam(asking.teamId, ['observer'])).id;
  open = await makeQuestion({
    asking,
    title: 'Who is recruited at ports?',
    data: { budgetMaximum: 12_000_000 },
  });
  const organisation = await makeOrganisation({ name: `Ports Fund ${HOSTILE}` });
  fund = `organisation:${organisation.slug}`;
  team = `team:${(await makeTeam({ organisationId: organisation.id })).reference}`;
});

const day = (name: string, ahead: number) => {
  const at = addDays(ukDay(new Date()), ahead);
  return {
    [`${name}.day`]: String(at.getUTCDate()),
    [`${name}.month`]: String(at.getUTCMonth() + 1),
    [`${name}.year`]: String(at.getUTCFullYear()),
  };
};
const name = (fields: Record<string, string | undefined>, as = asking.authorId, of = open.reference) =>
  send(paths.nameFunder(of), { funder: fund, amount: '£80,000', certainty: 'firm', ...fields }, { as });
const conditional = {
  certainty: 'conditional',
  condition: `If it passes ${HOSTILE}`,
  ...day('decidedBy', 30),
};
const page = (as: string, of = open.reference) => visit(paths.questionFunders(of), { as });

describe('naming who pays', () => {
  test('is nobody’s but those who answer for the question and its money', async () => {
    for (const as of [observer, outsiders.coordinator])
      expect([(await page(as)).status, (await name({}, as)).status]).toEqual([200, 403]);
    for (const as of [asking.evaluatorId, outsiders.expert, outsiders.member, outsiders.auditor])
      if (as !== asking.evaluatorId)
        expect([(await page(as)).status, (await name({}, as)).status]).toEqual([404, 404]);
    expect((await visit(paths.questionFunders(open.reference))).status).toBe(302);
    expect(await database.db.funding.count()).toBe(0);
    expect((await page(asking.ownerId)).text).toContain('No funder is named');
  });

  test.each<[string, Record<string, string | undefined>, string, string]>([
    ['nobody', { funder: '' }, 'funder', 'Choose who gives it'],
    ['somebody unknown', { funder: 'organisation:none' }, 'funder', 'Choose who gives it'],
    ['nonsense', { funder: 'question:1' }, 'funder', 'Choose who gives it'],
    ['nothing', { amount: '0' }, 'amount', 'Enter more than £0'],
    ['a condition without words', { ...conditional, condition: ' ' }, 'condition', 'Say on what it depends'],
    [
      'a condition without a day',
      { ...conditional, ...{ 'decidedBy.day': '', 'decidedBy.month': '', 'decidedBy.year': '' } },
      'decidedBy',
      'Enter by when that is decided',
    ],
    [
      'a day gone by',
      { ...conditional, ...day('decidedBy', -1) },
      'decidedBy',
      'Enter a day that has not passed',
    ],
    ['one year of two', { secureFrom: '2027' }, 'secureUntil', 'Enter both years, the first one first'],
  ])('%s is refused beside its field', async (_, fields, field, message) => {
    const sent = await name(fields);
    expect([sent.status, sent.messageBeside(field), sent.lostErrors]).toEqual([422, message, []]);
  });

  test('an organisation and one of its teams are two funders; each is named once', async () => {
    expect((await name({ ringFenced: 'on' })).banner).toBe('The funder is named');
    const twice = await name({});
    expect(twice.messageBeside('funder')).toBe('This funder is named already');
    expect(twice.fields['amount']).toBe('£80,000');
    const ofTeam = await name(
      { funder: team, amount: '20000', ...conditional, secureFrom: '2027', secureUntil: '2029' },
      asking.budgetHolderId,
    );
    expect(ofTeam.location).toBe(paths.questionFunders(open.reference));
    const { text, html } = await page(asking.ownerId);
    expect(text).toContain('Firm£80,000, 67% of the budget');
    expect(text).toContain('On a condition£20,000');
    expect(text).toContain('Not covered by firm money£40,000');
    expect(text).toContain('Ring-fenced for this crime£80,000, 80% of what is named');
    expect(text).toContain('Secure for two years or more£20,000, 20% of what is named');
    expect(html).not.toContain(HOSTILE);
    const facts = await database.db.fact.findMany({ where: { name: 'FunderWasNamed', nounId: open.id } });
    expect(facts).toHaveLength(2);
  });

  test('the question says how much is firm to those who may know, and nothing to others', async () => {
    const own = await visit(paths.question(open.reference), { as: observer });
    expect(own.text).toContain('Firm money£80,000 (67% of the budget)');
    for (const as of [outsiders.expert, outsiders.member]) {
      const { html, text } = await visit(paths.question(open.reference), { as });
      expect(text).not.toContain('Firm money');
      expect(html).not.toContain('8000000');
    }
  });
});

describe('what became of the money', () => {
  const rowOf = (certainty: string) =>
    database.db.funding.findFirstOrThrow({ where: { questionId: open.id, certainty } });
  const settle = async (certainty: string, fields: Record<string, string>, as = asking.authorId) => {
    const { reference } = await rowOf(certainty);
    return send(
      paths.settleFunder(open.reference, reference ?? ''),
      { becomes: 'firm', ...day('on', 0), reason: 'Minute 12', ...fields },
      { as },
    );
  };

  test('needs a day that has come and a reason', async () => {
    expect((await settle('conditional', { reason: '' })).messageBeside('reason')).toBe(
      'Say why, or where it is written',
    );
    expect((await settle('conditional', day('on', 1))).messageBeside('on')).toBe(
      'The day cannot be in the future',
    );
    expect((await settle('conditional', {}, observer)).status).toBe(403);
    expect((await settle('conditional', {}, outsiders.expert)).status).toBe(404);
    expect((await settle('firm', {})).status).toBe(409);
    const { reference } = await rowOf('conditional');
    const elsewhere = await makeQuestion({ asking });
    const path = paths.settleFunder(elsewhere.reference, reference ?? '');
    expect((await visit(path, { as: asking.authorId })).status).toBe(404);
  });

  test('becomes firm once, even if two say so at once; what was said before stays', async () => {
    const both = await Promise.all(
      [asking.authorId, asking.ownerId].map((as) => settle('conditional', {}, as)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const { text } = await page(asking.ownerId);
    expect(text).toContain('Firm£100,000, 83% of the budget');
    expect(text).toContain('Condition');
    expect(text).toMatch(/Became firm.*Minute 12/);
  });

  test('fallen away, it counts nowhere, its page is done, and it may be named anew', async () => {
    expect((await settle('firm', { becomes: 'fallenAway', reason: 'Withdrawn' })).status).toBe(303);
    const { text, links } = await page(asking.ownerId);
    expect(text).toContain('Firm£20,000, 17% of the budget');
    expect(text).toContain('Fallen away, not counted£80,000');
    expect(links.filter(({ text: link }) => link.startsWith('Say what became'))).toHaveLength(1);
    expect((await settle('firm', { becomes: 'fallenAway' })).status).toBe(409);
    const done = paths.settleFunder(open.reference, (await rowOf('firm')).reference ?? '');
    expect((await visit(done, { as: asking.authorId })).status).toBe(403);
    expect((await name({ amount: '10000' })).status).toBe(303);
  });

  test('nothing of it can be overwritten, not even by hand', async () => {
    const { id } = await rowOf('conditional');
    await expect(database.db.funding.update({ where: { id }, data: { amount: 1 } })).rejects.toThrow(
      'FundingIsKept',
    );
    await expect(database.db.funding.delete({ where: { id } })).rejects.toThrow('FundingIsKept');
    await expect(
      database.db.fundingChange.updateMany({ where: { fundingId: id }, data: { reason: 'No' } }),
    ).rejects.toThrow('FundingChangeIsKept');
  });
});

describe('publication', () => {
  const submit = (reference: string, fields = {}) =>
    send(paths.questionCheck(reference), fields, { as: asking.authorId });
  const reasons = { nearDuplicateReason: 'Another port' };
  const draft = () => makeFinished({ asking, data: { budgetMaximum: 12_000_000 } });

  test('of a question that names nobody asks nothing more', async () => {
    const { reference } = await draft();
    const check = await visit(paths.questionCheck(reference), { as: asking.authorId });
    expect(check.text).not.toContain('Firm money leaves');
    expect((await submit(reference, reasons)).status).toBe(303);
  });

  test('on money that is not all there asks why, and whoever approves reads it', async () => {
    const question = await draft();
    await makePledge({ questionId: question.id, recordedById: asking.authorId, amount: 2_000_000 });
    const asked = await submit(question.reference, reasons);
    expect([asked.status, asked.lostErrors]).toEqual([422, []]);
    expect(asked.text).toContain('Firm money leaves £100,000 of the budget open.');
    const why = { ...reasons, uncoveredReason: 'The board underwrites it' };
    expect((await submit(question.reference, why)).status).toBe(303);
    const approval = await visit(paths.questionApproval(question.reference), { as: asking.ownerId });
    expect(approval.text).toContain('of the budget open. The author’s reason: The board underwrites it');
    expect((await send(paths.questionApproval(question.reference), {}, { as: asking.ownerId })).status).toBe(
      303,
    );
    expect((await page(asking.ownerId, question.reference)).text).toContain('The board underwrites it');
  });

  test('a draft is deleted with its funders', async () => {
    const draft = await makeQuestion({ asking, state: 'draft' });
    await makePledge({ questionId: draft.id, recordedById: asking.authorId });
    expect((await send(paths.deleteQuestionDraft(draft.reference), {}, { as: asking.authorId })).status).toBe(
      303,
    );
    expect(await database.db.funding.count({ where: { questionId: draft.id } })).toBe(0);
  });
});

test('the funding of an award begins with the funders of its question', async () => {
  const { award, panel, question } = await makeAward({ state: 'inDelivery' });
  const as = panel.author.id;
  const pledge = await makePledge({ questionId: question.id, recordedById: as, ringFenced: true });
  const before = await visit(paths.funding(award.reference), { as });
  expect(before.text).toContain('Record Ports Fund: £40,000, firm');
  const path = paths.takeOverFunder(award.reference, pledge.reference ?? '');
  const form = await visit(path, { as });
  expect([form.fields['amount'], form.fields['certainty']]).toEqual(['40000', 'firm']);
  const slug = form.fields['organisation'];
  const fields = { organisation: String(slug), amount: '40000', certainty: 'firm' };
  const tranche = { ...day('tranches[0].plannedOn', 5), 'tranches[0].plannedAmount': '40000' };
  expect((await send(path, { ...fields, ...tranche }, { as })).status).toBe(303);
  const row = await database.db.funding.findFirstOrThrow({ where: { awardId: award.id } });
  expect(row.fromId).toBe(pledge.id);
  expect((await visit(paths.funding(award.reference), { as })).text).not.toContain('Named on the question');
  expect((await visit(path, { as })).status).toBe(404);
  const foreign = await makePledge({ questionId: open.id, recordedById: asking.authorId });
  expect((await visit(paths.takeOverFunder(award.reference, foreign.reference ?? ''), { as })).status).toBe(
    404,
  );
});

test('a condition that nobody decided in time is told of once, to those who answer for the question', async () => {
  const late = await makeQuestion({ asking, closesInDays: 200 });
  const certainty = 'conditional';
  const pledge = await makePledge({ questionId: late.id, recordedById: asking.authorId, certainty });
  const firm = { certainty: 'firm', on: ukDay(new Date()), reason: 'Agreed', recordedAt: new Date() };
  const decided = await makePledge({ questionId: late.id, recordedById: asking.authorId, certainty });
  await database.db.fundingChange.create({
    data: { ...firm, fundingId: decided.id, recordedById: asking.authorId },
  });
  const told = async () => {
    await recordDueFacts();
    return database.db.fact.findMany({ where: { name: 'FundingIsUndecided', nounId: late.id } });
  };
  expect(await told()).toHaveLength(0);
  await moveClock('32 days');
  await told();
  const [fact, ...more] = await told();
  expect([fact?.data, more]).toEqual([{ subjectId: pledge.id, amount: 4_000_000 }, []]);
  if (fact) await notifying(noticeRules).react({ ...fact, position: '1', data: fact.data } as never);
  const notices = await database.db.notice.findMany({ where: { factId: fact?.id ?? '' } });
  expect(new Set(notices.map(({ personId }) => personId))).toEqual(
    new Set([asking.authorId, asking.ownerId, asking.budgetHolderId]),
  );
  expect((await page(asking.ownerId, late.reference)).text).toContain('That day has passed.');
});
