import { beforeEach, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeBid, makeExpert, openQuestion } from '../../../../tests/support/factories/bids';
import { makePanel, makeWall, type Panel } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion, type RouteSlug } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
type Question = Awaited<ReturnType<typeof makeQuestion>>;
let question: Question;
let panel: Panel;
let bid: Awaited<ReturnType<typeof makeBid>>;

async function closed(routeSlug: RouteSlug = 'commissioned-study') {
  question = await makeQuestion({ state: 'closed', routeSlug });
  bid = await makeBid({ question });
  panel = await makePanel(question, { declared: false });
}
const address = () => paths.opening(question.reference);
const confirm = (as: string, capacity?: string) => send(address(), { intent: 'confirm', capacity }, { as });
const name = (as: string, fields: Record<string, string>) =>
  send(address(), { intent: 'deputy', ...fields }, { as });
const referenceOf = async (id: string) =>
  (await database.db.person.findUniqueOrThrow({ where: { id }, select: { reference: true } })).reference;

beforeEach(() => closed());

describe('who may open', () => {
  test('moderator and budget holder see the page; the rest of the asking side is told who does', async () => {
    for (const { id } of [panel.moderator, panel.budgetHolder])
      expect((await visit(address(), { as: id })).status).toBe(200);
    const { authorId, ownerId, evaluatorId } = question.asking;
    const coordinator = (await makePerson({ roles: ['coordinator'] })).id;
    for (const as of [
      authorId,
      ownerId,
      evaluatorId,
      panel.evaluators[0].id,
      coordinator,
      (await makeExpert()).id,
    ]) {
      const page = await visit(address(), { as });
      expect(page.status).toBe(403);
      expect(page.text).toContain('Bids are opened by the moderator and the budget holder');
      expect((await confirm(as, 'moderator')).status).toBe(403);
    }
  });

  test('who may not know the question finds nothing; a visitor signs in', async () => {
    const hidden = await makeQuestion({ state: 'closed', visibility: 'team' });
    const path = paths.opening(hidden.reference);
    const expert = (await makeExpert()).id;
    expect((await visit(path, { as: expert })).status).toBe(404);
    expect((await send(path, { intent: 'confirm', capacity: 'moderator' }, { as: expert })).status).toBe(404);
    expect((await visit(path)).location).toContain(paths.signIn());
  });

  test('a route without bids has nothing to open', async () => {
    const advice = await makeQuestion({ routeSlug: 'expert-advice-request' });
    const page = await visit(paths.opening(advice.reference), { as: advice.asking.budgetHolderId });
    expect(page.status).toBe(404);
  });

  test('an opener with a confirmed conflict opens nothing', async () => {
    await makeWall(question.id, panel.moderator.id);
    expect((await visit(address(), { as: panel.moderator.id })).status).toBe(403);
    expect((await confirm(panel.moderator.id, 'moderator')).status).toBe(403);
  });

  test('a form of no known kind is a bad request', async () => {
    for (const intent of ['', 'open'])
      expect((await send(address(), { intent }, { as: panel.moderator.id })).status).toBe(400);
  });
});

describe('before closing', () => {
  test('nothing tells how many bids there are, whoever looks', async () => {
    const open = await makeQuestion();
    const other = await makeQuestion({ asking: open.asking });
    await makeBid({ question: open });
    await makePanel(open);
    await makePanel(other);
    const see = async (one: Question) =>
      (await visit(paths.opening(one.reference), { as: open.asking.budgetHolderId })).text.replace(
        one.title,
        '',
      );
    expect(await see(open)).toContain('until they close nobody knows how many there are');
    expect((await see(open)).replace(/\d+ (days?|hours?|minutes?)/g, '')).toBe(
      (await see(other)).replace(/\d+ (days?|hours?|minutes?)/g, ''),
    );
  });

  test('there is no button, and an attempt is denied and stands in the trail', async () => {
    const open = await makeQuestion();
    const early = await makePanel(open);
    const path = paths.opening(open.reference);
    expect(
      (await visit(path, { as: early.moderator.id })).buttons.filter((text) => text.includes('Open')),
    ).toEqual([]);
    const page = await send(path, { intent: 'confirm', capacity: 'moderator' }, { as: early.moderator.id });
    expect(page.status).toBe(403);
    expect(page.text).toContain('This attempt has been recorded');
    const denied = { name: 'AttemptWasDenied', nounId: open.id };
    expect(await database.db.fact.count({ where: denied })).toBe(1);
  });
});

describe('opening by one person', () => {
  test('opens every standing bid, says how many, and leads to the evaluation', async () => {
    await makeBid({ question });
    await makeBid({ question, submitted: false });
    const before = await visit(address(), { as: panel.moderator.id });
    expect(before.text).toContain('Bids have closed and are sealed');
    expect(before.text).not.toMatch(/[0-9]+ bids?/);
    expect(before.buttons).toContain('Open the bids as moderator');
    const sent = await confirm(panel.moderator.id, 'moderator');
    expect([sent.location, sent.banner]).toEqual([address(), 'The bids are open.']);
    const page = await visit(address(), { as: panel.moderator.id });
    expect(page.text).toContain('2 bids, opened on');
    expect(page.text).toContain('Opening gives no right to read');
    expect(page.text).toContain(`Confirmed by ${panel.moderator.name} on`);
    expect(page.links).toContainEqual({
      text: 'Go to the evaluation',
      href: paths.evaluation(question.reference),
    });
    expect(page.buttons).toEqual([]);
  });

  test('a second time is refused with the reason', async () => {
    await confirm(panel.budgetHolder.id, 'budgetHolder');
    const again = await confirm(panel.moderator.id, 'moderator');
    expect([again.status, again.errors]).toEqual([422, ['The bids for this question are open already.']]);
  });

  test.each([
    ['no capacity', undefined, 'Choose in which capacity you open the bids'],
    ['an invented one', 'owner', 'Choose in which capacity you open the bids'],
    ['that of the other', 'budgetHolder', 'You cannot open bids in this capacity.'],
  ])('%s is refused', async (_, capacity, message) => {
    const page = await confirm(panel.moderator.id, capacity);
    expect([page.status, page.errors]).toEqual([422, [message]]);
    expect(page.$('.govuk-error-summary__list a').filter('[href*="capacity"]').length).toBe(0);
    expect(
      (await database.db.question.findUniqueOrThrow({ where: { id: question.id } })).openedAt,
    ).toBeNull();
  });

  test('bids of a withdrawn question stay sealed', async () => {
    const gone = await makeQuestion({ state: 'withdrawn', closesInDays: -1 });
    const { budgetHolderId } = gone.asking;
    const path = paths.opening(gone.reference);
    const page = await visit(path, { as: budgetHolderId });
    expect(page.text).toContain('This question was withdrawn, so its bids stay sealed');
    const late = await send(path, { intent: 'confirm', capacity: 'budgetHolder' }, { as: budgetHolderId });
    expect(late.status).toBe(422);
  });
});

describe('opening by two', () => {
  beforeEach(() => closed('competition'));

  test('waits for the second person, and keeps prices sealed', async () => {
    const first = await confirm(panel.moderator.id, 'moderator');
    expect(first.banner).toBe('You have confirmed. The second opener has to confirm too.');
    const own = await visit(address(), { as: panel.moderator.id });
    expect(own.text).toContain(`Budget holder${panel.budgetHolder.name} has not confirmed`);
    expect(own.buttons.some((text) => text.startsWith('Confirm'))).toBe(false);
    const again = await confirm(panel.moderator.id, 'moderator');
    expect(again.errors).toEqual(['You have confirmed. A second person has to confirm too.']);
    const other = await visit(address(), { as: panel.budgetHolder.id });
    expect(other.buttons).toContain('Confirm the opening as budget holder');
    expect(other.text).toContain('Prices stay sealed until the panel has agreed on quality');
    expect((await confirm(panel.budgetHolder.id, 'budgetHolder')).banner).toBe('The bids are open.');
    const row = await database.db.question.findUniqueOrThrow({ where: { id: question.id } });
    expect([row.openedAt !== null, row.priceOpenedAt]).toEqual([true, null]);
  });
});

describe('deputies', () => {
  test('an opener names a member of the team, who can then open in their place', async () => {
    const { evaluatorId } = question.asking;
    const page = await visit(address(), { as: panel.budgetHolder.id });
    expect(page.text).toContain('Name a deputy for the budget holder');
    expect(page.text).not.toContain('Name a deputy for the moderator');
    const fields = { capacity: 'budgetHolder', person: await referenceOf(evaluatorId) };
    const sent = await name(panel.budgetHolder.id, fields);
    expect(sent.banner).toMatch(/can open the bids in your place\.$/);
    expect((await visit(address(), { as: panel.moderator.id })).text).toContain('Deputy: ');
    const deputy = await visit(address(), { as: evaluatorId });
    expect(deputy.buttons).toEqual(['Open the bids as budget holder']);
    expect((await confirm(evaluatorId, 'budgetHolder')).banner).toBe('The bids are open.');
  });

  test.each([
    ['nobody', async () => '', 'person'],
    ['a stranger', async () => (await makePerson()).reference, 'Choose a verified member of the asking team'],
    ['oneself', () => referenceOf(panel.budgetHolder.id), 'Choose somebody other than yourself'],
  ])('%s is refused, in the form that was sent', async (_, who, message) => {
    const page = await name(panel.budgetHolder.id, { capacity: 'budgetHolder', person: await who() });
    expect(page.status).toBe(422);
    expect(page.errors).toHaveLength(1);
    expect(page.messageBeside('person')).toBe(page.errors[0]);
    if (message !== 'person') expect(page.errors).toEqual([message]);
    expect(page.lostErrors).toEqual([]);
  });

  test('a deputy passes nothing on, and nobody names one for the other', async () => {
    const { evaluatorId, authorId } = question.asking;
    await name(panel.moderator.id, { capacity: 'moderator', person: await referenceOf(evaluatorId) });
    const person = await referenceOf(authorId);
    for (const as of [evaluatorId, panel.budgetHolder.id, authorId])
      expect((await name(as, { capacity: 'moderator', person })).status).toBe(403);
  });

  test('a naming that comes too late is refused in words', async () => {
    await confirm(panel.moderator.id, 'moderator');
    const person = await referenceOf(question.asking.evaluatorId);
    const page = await name(panel.budgetHolder.id, { capacity: 'budgetHolder', person });
    expect(page.status).toBe(422);
    expect(page.text).toContain('The bids for this question are open already.');
  });
});

describe('excluding a bid', () => {
  const path = () => paths.excludeBid(bid.reference);
  const exclude = (as: string, reason?: string) => send(path(), { reason }, { as });

  test('before opening not even the moderator can know of the bid', async () => {
    expect((await visit(path(), { as: panel.moderator.id })).status).toBe(404);
    expect((await exclude(panel.moderator.id, 'Too late')).status).toBe(404);
  });

  test('the moderator gives a reason, which the bidder reads', async () => {
    await openQuestion(question);
    const page = await visit(path(), { as: panel.moderator.id });
    expect(page.text).toContain('never for its quality');
    const sent = await exclude(panel.moderator.id, 'No insurance\r\nwas shown <b>');
    expect([sent.location, sent.banner]).toEqual([
      paths.evaluation(question.reference),
      'The bid is excluded.',
    ]);
    const own = await visit(paths.bid(bid.reference), { as: bid.leadId });
    expect(own.text).toContain('The panel excluded this bid: No insurance was shown <b>');
    const again = await exclude(panel.moderator.id, 'Once more');
    expect([again.status, again.errors]).toEqual([422, ['This bid has been excluded already.']]);
    expect(again.text).toContain('This bid is excluded: No insurance was shown <b>');
  });

  test.each([
    ['nothing', '', 'Say which requirement the bid does not meet'],
    ['spaces', ' \n ', 'Say which requirement the bid does not meet'],
    ['too much', 'x'.repeat(2001), 'Use 2,000 characters or fewer'],
  ])('%s for a reason is refused beside the field', async (_, reason, message) => {
    await openQuestion(question);
    const page = await exclude(panel.moderator.id, reason);
    expect([page.status, page.messageBeside('reason'), page.lostErrors]).toEqual([422, message, []]);
    expect(page.fields['reason']).toBe(reason);
  });

  test('evaluators are denied; bidders, the owner and a moderator with a conflict find no such page', async () => {
    await openQuestion(question);
    for (const as of [panel.owner.id, panel.budgetHolder.id, bid.leadId]) {
      expect((await visit(path(), { as })).status).toBe(404);
      expect((await exclude(as, 'Why not')).status).toBe(404);
    }
    expect((await exclude(panel.evaluators[0].id, 'Why not')).status).toBe(403);
    await makeWall(question.id, panel.moderator.id, bid.id);
    expect((await visit(path(), { as: panel.moderator.id })).status).toBe(404);
  });

  test('once the award is decided the bid stays in', async () => {
    await openQuestion(question);
    await database.db.question.update({
      where: { id: question.id },
      data: { decidedAt: new Date(), outcome: 'cancelled' },
    });
    const page = await exclude(panel.moderator.id, 'Late insight');
    expect(page.status).toBe(422);
    expect(page.errors).toEqual(['The award has been decided, so no bid can be excluded now.']);
    expect(page.fields['reason']).toBe('Late insight');
  });
});
