import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeEvaluated } from '../../../../tests/support/factories/awards';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeFinished } from '../../../../tests/support/factories/question-cast';
import { makeAskingTeam, type AskingTeam } from '../../../../tests/support/factories/questions';
import { makeWall } from '../../../../tests/support/factories/panels';
import { send, visit } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const store = useDatabase();
let asking: AskingTeam;
let team: { reference: string; organisationId: string };
let director: { id: string; name: string; reference: string };
let finance: { id: string; name: string };
let coordinator: { id: string; name: string };

beforeAll(async () => {
  asking = await makeAskingTeam();
  team = await store.db.team.findUniqueOrThrow({ where: { id: asking.teamId } });
  director = await makePerson({ name: 'Dilys Rector' });
  finance = await makePerson({ name: 'Fin Ance' });
  coordinator = await makePerson({ roles: ['coordinator'] });
});

const address = ({ id }: { id: string }) => `person-${id}@example.org`;
const fieldsOf = (...levels: { from: string; role?: string; people?: string }[]) =>
  Object.fromEntries(
    levels.flatMap(({ from, role = '', people = '' }, i) => [
      [`levels[${i}].fromAmount`, from],
      [`levels[${i}].role`, role],
      [`levels[${i}].people`, people],
    ]),
  );
const setLevels = (fields: Record<string, string>, as = asking.ownerId) =>
  send(paths.teamApprovals(team.reference), fields, { as });
const twoLevels = () =>
  setLevels(
    fieldsOf({ from: '£50,000', people: address(director) }, { from: '100000', people: address(finance) }),
  );
const tasksOf = async (as: string) => (await visit(paths.home(), { as })).text;

describe('setting the levels', () => {
  test('is for those who lead the team, with every fault beside its field', async () => {
    for (const as of [asking.authorId, asking.budgetHolderId, director.id]) {
      expect((await visit(paths.teamApprovals(team.reference), { as })).status).toBe(403);
      expect((await setLevels(fieldsOf({ from: '1', role: 'coordinator' }), as)).status).toBe(403);
    }
    const wrong = await setLevels(fieldsOf({ from: '500', people: 'nobody@example.org' }));
    expect([wrong.status, wrong.errors]).toEqual([
      422,
      ['No verified member uses the address nobody@example.org'],
    ]);
    expect(wrong.html).toContain('nobody@example.org');
    expect((await twoLevels()).location).toBe(paths.teamApprovals(team.reference));
    const page = await visit(paths.teamApprovals(team.reference), { as: asking.ownerId });
    expect(page.html).toContain(address(director));
    expect(page.text).toContain('2 levels');
    const link = { text: 'Further approvals by value', href: paths.teamApprovals(team.reference) };
    expect((await visit(paths.team(team.reference), { as: asking.ownerId })).links).toContainEqual(link);
    expect((await visit(paths.team(team.reference), { as: director.id })).links).not.toContainEqual(link);
  });

  test('of an organisation is for its keepers, and goes before a team’s own', async () => {
    const { reference } = await store.db.organisation.findUniqueOrThrow({
      where: { id: team.organisationId },
    });
    const address = paths.organisationApprovals(reference);
    expect((await visit(address, { as: asking.ownerId })).status).toBe(403);
    expect(
      (await send(address, fieldsOf({ from: '£1', role: 'coordinator' }), { as: coordinator.id })).status,
    ).toBe(303);
    const [first] = await store.db.$queryRaw<{ of: string }[]>`
      SELECT s.organisation_id AS of FROM approval_scheme s
      WHERE s.id = soundings.approval_scheme(${asking.teamId}::uuid, 'infinity')`;
    expect(first?.of).toBe(team.organisationId);
    expect((await send(address, {}, { as: coordinator.id })).status).toBe(303);
    const [after] = await store.db.$queryRaw<{ of: string }[]>`
      SELECT s.team_id AS of FROM approval_scheme s
      WHERE s.id = soundings.approval_scheme(${asking.teamId}::uuid, 'infinity')`;
    expect(after?.of).toBe(asking.teamId);
  });

  test('leaves what was set as it was', async () => {
    const level = await store.db.approvalLevel.findFirstOrThrow();
    await expect(
      store.db.approvalLevel.update({ where: { id: level.id }, data: { fromAmount: 1 } }),
    ).rejects.toThrow(/never changed/);
  });
});

describe('publishing with further approvals', () => {
  const approve = (reference: string, as: string) => send(paths.questionApproval(reference), {}, { as });
  const declares = (reference: string, as: string, over: Record<string, string> = {}) =>
    send(paths.declaration(reference), { stage: 'publication', hasInterest: 'no', ...over }, { as });
  const isPublished = async (reference: string) =>
    (await store.db.question.findUniqueOrThrow({ where: { reference } })).publishedAt !== null;

  test('goes from the owner through each level in order, and the last publishes', async () => {
    const question = await makeFinished({ asking, state: 'awaitingApproval' });
    const { reference } = question;
    await store.db.question.update({ where: { reference }, data: { submittedAt: new Date() } });
    expect((await visit(paths.questionApproval(reference), { as: director.id })).status).toBe(404);
    expect((await approve(reference, director.id)).status).toBe(404);
    expect(await tasksOf(director.id)).not.toContain(question.title);
    const offered = { text: 'Approve or return', href: paths.questionApproval(reference) };
    const ownersPage = () => visit(paths.question(reference), { as: asking.ownerId });
    expect((await ownersPage()).links).toContainEqual(offered);
    const owned = await approve(reference, asking.ownerId);
    expect((await ownersPage()).links).not.toContainEqual(offered);
    expect([owned.location, owned.banner]).toEqual([
      paths.questionApproval(reference),
      'Your approval is kept. It goes to the next level.',
    ]);
    expect(await toldOf('ApprovalWasGiven', question.id)).toEqual({
      people: [director.id],
      subjects: [`For your approval: ${question.title}`],
      paths: [paths.questionApproval(reference)],
    });
    expect(await tasksOf(director.id)).toContain('Approve a question at your level');
    expect(await tasksOf(asking.ownerId)).not.toContain('Approve or return');
    const page = await visit(paths.questionApproval(reference), { as: asking.authorId });
    expect([page.status, page.buttons, page.rows.map((row) => row[2]?.slice(0, 11))]).toEqual([
      200,
      [],
      ['Approved by', 'Waits for t', 'Not asked y'],
    ]);
    expect((await approve(reference, finance.id)).status).toBe(404);
    const theirs = await visit(paths.questionApproval(reference), { as: director.id });
    expect([theirs.heading, theirs.buttons]).toEqual(['Approve and publish, or return', []]);
    expect(theirs.links.map(({ href }) => href)).toContain(paths.declaration(reference));
    expect((await approve(reference, director.id)).text).toContain('Declare your interests first.');
    expect((await visit(paths.declaration(reference), { as: finance.id })).status).toBe(404);
    expect((await declares(reference, finance.id)).status).toBe(404);
    const interest = { hasInterest: 'yes', details: 'We share a grant.', kinds: 'financial' };
    expect((await declares(reference, director.id, interest)).location).toBe(
      paths.questionApproval(reference),
    );
    expect((await approve(reference, director.id)).text).toContain('is being decided');
    expect((await visit(paths.declarations(reference), { as: asking.ownerId })).text).toContain(
      'Dilys Rector, further approver',
    );
    const decision = { decision: 'dismiss', reason: 'It ended years ago.' };
    const decides = paths.decideInterest(reference, director.reference, 'publication');
    expect((await send(decides, decision, { as: asking.ownerId })).status).toBe(303);
    const cleared = await visit(paths.questionApproval(reference), { as: director.id });
    expect(cleared.buttons).toEqual(['Approve']);
    expect((await approve(reference, director.id)).location).toBe(paths.home());
    expect(await isPublished(reference)).toBe(false);
    expect((await approve(reference, director.id)).status).toBe(404);
    await declares(reference, finance.id);
    expect((await approve(reference, finance.id)).status).toBe(303);
    const row = await store.db.question.findUniqueOrThrow({ where: { reference } });
    expect([row.publishedAt !== null, row.approvedById]).toEqual([true, asking.ownerId]);
    expect(await tasksOf(finance.id)).not.toContain(question.title);
  });

  test('is barred to whoever has a confirmed conflict', async () => {
    const { reference } = await makeFinished({ asking, state: 'awaitingApproval' });
    await store.db.question.update({ where: { reference }, data: { submittedAt: new Date() } });
    await approve(reference, asking.ownerId);
    await declares(reference, director.id, { hasInterest: 'yes', details: 'My firm.', kinds: 'financial' });
    const decides = paths.decideInterest(reference, director.reference, 'publication');
    const decision = { decision: 'confirm', reason: 'It is theirs.' };
    expect((await send(decides, decision, { as: asking.ownerId })).status).toBe(303);
    expect((await approve(reference, director.id)).status).toBe(404);
    expect(await isPublished(reference)).toBe(false);
  });

  test('below the first amount is the owner’s alone', async () => {
    const data = { budgetMinimum: 1_000_000, budgetMaximum: 4_999_999, submittedAt: new Date() };
    const { reference } = await makeFinished({ asking, state: 'awaitingApproval' });
    await store.db.question.update({ where: { reference }, data });
    expect((await approve(reference, asking.ownerId)).location).toBe(paths.question(reference));
    expect(await isPublished(reference)).toBe(true);
  });

  test('begins again after a return and after a change, whoever has approved', async () => {
    const { reference, id } = await makeFinished({ asking, state: 'awaitingApproval' });
    await store.db.question.update({ where: { reference }, data: { submittedAt: new Date() } });
    await approve(reference, asking.ownerId);
    await store.db.question.update({ where: { reference }, data: { outputs: 'Two reports instead.' } });
    expect((await approve(reference, director.id)).status).toBe(404);
    expect((await approve(reference, asking.ownerId)).status).toBe(303);
    expect(await store.db.approval.count({ where: { questionId: id, voidedAt: { not: null } } })).toBe(1);
    const back = await send(paths.returnQuestion(reference), { reason: 'Too dear.' }, { as: director.id });
    expect(back.location).toBe(paths.home());
    expect(await store.db.approval.count({ where: { questionId: id, voidedAt: null } })).toBe(0);
    expect((await approve(reference, director.id)).status).toBe(404);
  });

  test('other people put in approve at once, and the number of levels stays', async () => {
    const { reference } = await makeFinished({ asking, state: 'awaitingApproval' });
    await store.db.question.update({ where: { reference }, data: { submittedAt: new Date() } });
    await approve(reference, asking.ownerId);
    await setLevels(fieldsOf({ from: '£1', people: address(finance) }));
    expect((await approve(reference, director.id)).status).toBe(404);
    await declares(reference, finance.id);
    expect((await approve(reference, finance.id)).status).toBe(303);
    expect(await isPublished(reference)).toBe(false);
    await twoLevels();
    // The one who gave the first level is now of the second too.
    expect((await approve(reference, finance.id)).status).toBe(404);
    await setLevels({});
    const page = await visit(paths.questionApproval(reference), { as: asking.ownerId });
    expect(page.rows.map((row) => row[0])).toContain('Level 2, from £100,000');
    await twoLevels();
  });
});

describe('deciding with further approvals', () => {
  const decide = (reference: string, as: string) => send(paths.decision(reference), {}, { as });
  const declare = (reference: string, fields: Record<string, string>) =>
    send(paths.declaration(reference), fields, { as: director.id });

  async function recommended() {
    const made = await makeEvaluated({ asking });
    const { reference } = made.question;
    const fields = { outcome: 'awarded', text: 'The better bid.', bids: made.first.reference };
    await send(paths.recommendation(reference), fields, { as: made.panel.moderator.id });
    return { ...made, reference };
  }

  test('an award of £60,000 needs the first level, which reads the ranking and declares its interests', async () => {
    const { reference, question, first } = await recommended();
    expect((await visit(paths.decision(reference), { as: director.id })).status).not.toBe(200);
    const owned = await decide(reference, asking.ownerId);
    expect(owned.location).toBe(paths.decision(reference));
    expect(await store.db.award.count({ where: { questionId: question.id } })).toBe(0);
    expect((await decide(reference, asking.ownerId)).status).toBe(403);
    const page = await visit(paths.decision(reference), { as: director.id });
    expect([page.status, page.buttons]).toEqual([200, []]);
    expect(page.text).toContain('The better bid.');
    expect(page.links.map(({ href }) => href)).not.toContain(paths.evaluation(reference));
    expect(await tasksOf(director.id)).toContain('Approve a recommendation at your level');
    expect(page.links.map(({ href }) => href)).toContain(paths.declaration(reference));
    expect((await decide(reference, director.id)).text).toContain('Declare your interests first.');
    expect((await visit(paths.declaration(reference), { as: finance.id })).status).not.toBe(200);
    const stage = 'award';
    const interest = { stage, hasInterest: 'yes', details: 'We share a grant.', kinds: 'financial' };
    expect((await declare(reference, interest)).location).toBe(paths.decision(reference));
    expect((await decide(reference, director.id)).text).toContain('is being decided');
    const declarations = await visit(paths.declarations(reference), { as: asking.ownerId });
    expect(declarations.text).toContain('Dilys Rector, further approver');
    await declare(reference, { stage, hasInterest: 'no' });
    expect((await visit(paths.decision(reference), { as: director.id })).buttons).toEqual(['Approve']);
    expect((await decide(reference, director.id)).location).toBe(paths.home());
    const award = await store.db.award.findFirstOrThrow({ where: { questionId: question.id } });
    expect([award.bidId, award.decidedById]).toEqual([first.id, asking.ownerId]);
    expect((await visit(paths.decision(reference), { as: director.id })).status).toBe(404);
    const { text } = await visit(paths.questionFile(reference), { as: asking.ownerId });
    expect(text.match(/Approval was given/g)).toHaveLength(2);
  });

  test('is returned by a level with its reason; a wall or a place in a bid bars from it', async () => {
    const { reference, question, panel, first } = await recommended();
    await decide(reference, asking.ownerId);
    await makeWall(question.id, director.id);
    expect((await decide(reference, director.id)).status).toBe(404);
    expect(await tasksOf(director.id)).not.toContain(question.title);
    await setLevels(
      fieldsOf({ from: '1', people: [first.leadId, finance.id].map((id) => address({ id })).join(' ') }),
    );
    expect((await decide(reference, first.leadId)).status).toBe(404);
    expect(await tasksOf(first.leadId)).not.toContain('Approve a recommendation');
    const sent = await send(
      paths.returnRecommendation(reference),
      { reason: 'Look at price.' },
      { as: finance.id },
    );
    expect(sent.location).toBe(paths.home());
    const again = await visit(paths.decision(reference), { as: panel.moderator.id });
    expect(again.text).toContain('Look at price.');
    expect(await store.db.approval.count({ where: { questionId: question.id, voidedAt: null } })).toBe(0);
  });
});
