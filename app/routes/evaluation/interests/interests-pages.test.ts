import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { makeCompetition } from '../../../../tests/support/factories/competitions';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
type Competition = Awaited<ReturnType<typeof makeCompetition>>;
let coordinator: { id: string; reference: string; name: string };
let auditor: string;
beforeAll(async () => {
  coordinator = await makePerson({ roles: ['coordinator'] });
  auditor = (await makePerson({ roles: ['auditor'] })).id;
});

const declaration = ({ question }: Pick<Competition, 'question'>) => paths.declaration(question.reference);
const declarations = ({ question }: Pick<Competition, 'question'>) => paths.declarations(question.reference);
const declare = (competition: Competition, as: string, fields: Record<string, string | string[]>) =>
  send(declaration(competition), { stage: 'opening', ...fields }, { as });
const listed = async (competition: Competition) => {
  const { organisationId, leadId } = competition.first;
  const organisation = await database.db.organisation.findUniqueOrThrow({
    where: { id: organisationId ?? '' },
  });
  const lead = await database.db.person.findUniqueOrThrow({ where: { id: leadId } });
  return { organisation, lead };
};

describe('declaring', () => {
  let competition: Competition;
  let evaluator: string;
  beforeEach(async () => {
    competition = await makeCompetition({ stage: 'declaring' });
    evaluator = competition.panel.evaluators[0].id;
  });

  test('shows capacity, stage and the list of people and organisations, tied to no bid', async () => {
    const page = await visit(declaration(competition), { as: evaluator });
    const { organisation, lead } = await listed(competition);
    expect(page.text).toContain('as: evaluator');
    expect(page.text).toContain('A confirmed conflict closes this whole competition to you');
    for (const name of [organisation.name, lead.name]) expect(page.text).toContain(name);
    expect(page.html).not.toContain(competition.first.reference);
    expect(page.fields).toMatchObject({ stage: 'opening', hasInterest: '', about: [], details: '' });
  });

  test('before opening there is no list, whoever bids', async () => {
    const sealed = await makeCompetition({ stage: 'closed' });
    const page = await visit(declaration(sealed), { as: sealed.panel.evaluators[0].id });
    const { organisation, lead } = await listed(sealed);
    expect(page.fields).not.toHaveProperty('about');
    for (const name of [organisation.name, lead.name]) expect(page.html).not.toContain(name);
  });

  test('no interest is recorded, and can be changed until it is decided', async () => {
    const sent = await declare(competition, evaluator, { hasInterest: 'no' });
    expect([sent.location, sent.banner]).toEqual([
      paths.evaluation(competition.question.reference),
      'Your declaration is recorded',
    ]);
    const page = await visit(declaration(competition), { as: evaluator });
    expect(page.text).toContain('You declared that you have no interest');
    expect(page.fields['hasInterest']).toBe('no');
  });

  test('an interest comes back as it was declared: what, and about whom', async () => {
    const { organisation, lead } = await listed(competition);
    const about = [organisation.reference, lead.reference].sort((a, b) => a.localeCompare(b));
    const details = 'We <i>wrote</i> a paper together.\nIn 2024.';
    await declare(competition, evaluator, { hasInterest: 'yes', details, about });
    const page = await visit(declaration(competition), { as: evaluator });
    expect(page.text).toContain('You declared an interest');
    expect(page.fields).toMatchObject({ hasInterest: 'yes', details });
    expect([...(page.fields['about'] ?? [])].sort((a, b) => a.localeCompare(b))).toEqual(about);
    const scores = await visit(paths.scores(competition.first.reference), { as: evaluator });
    expect([scores.status, scores.text.includes('is being decided')]).toEqual([403, true]);
  });

  test.each([
    ['nothing', {}, 'hasInterest', 'Say whether you have an interest'],
    ['an invented answer', { hasInterest: 'perhaps' }, 'hasInterest', 'Say whether you have an interest'],
    [
      'an interest without words',
      { hasInterest: 'yes', details: '  ' },
      'details',
      'Say what the interest is',
    ],
    [
      'too many words',
      { hasInterest: 'yes', details: 'x'.repeat(2001) },
      'details',
      'Use 2,000 characters or fewer',
    ],
  ])('%s is refused beside its field, and kept', async (_, fields, name, message) => {
    const page = await declare(competition, evaluator, fields);
    expect([page.status, page.errors, page.lostErrors]).toEqual([422, [message], []]);
    expect(page.messageBeside(name)).toBe(message);
    if ('details' in fields && fields.details.trim()) expect(page.fields['details']).toBe(fields.details);
  });

  test('somebody who is not on the list is refused; an old page is stale', async () => {
    const stranger = (await makePerson()).reference;
    const page = await declare(competition, evaluator, {
      hasInterest: 'yes',
      details: 'A cousin',
      about: [stranger],
    });
    expect([page.status, page.messageBeside('about'), page.fields['details']]).toEqual([
      422,
      'Choose from the list',
      'A cousin',
    ]);
    const old = await declare(competition, evaluator, { hasInterest: 'no', stage: 'publication' });
    expect([old.status, old.errors[0]]).toEqual([409, expect.stringContaining('The question has moved on')]);
  });

  test('a bidder on the panel has an interest, whatever they say', async () => {
    const { question, first } = competition;
    await database.db.panelMembership.create({
      data: {
        questionId: question.id,
        personId: first.leadId,
        role: 'evaluator',
        appointedById: question.asking.authorId,
        appointedAt: new Date(),
      },
    });
    const page = await visit(declaration(competition), { as: first.leadId });
    expect(page.text).toContain('(you)');
    const denied = await declare(competition, first.leadId, { hasInterest: 'no' });
    expect(denied.messageBeside('hasInterest')).toBe(
      'You stand in a bid for this question, which is an interest',
    );
  });

  test('the last of the panel starts the scoring for all', async () => {
    for (const { id } of [...competition.panel.evaluators, competition.panel.moderator])
      await declare(competition, id, { hasInterest: 'no' });
    expect((await visit(paths.scores(competition.first.reference), { as: evaluator })).buttons).toContain(
      'Submit your scores',
    );
  });
});

describe('who declares', () => {
  test('everybody who can influence the outcome, and nobody else', async () => {
    const competition = await makeCompetition({ stage: 'declaring' });
    const { panel, question, first } = competition;
    for (const as of [
      panel.author.id,
      panel.owner.id,
      panel.budgetHolder.id,
      panel.moderator.id,
      coordinator.id,
    ])
      expect((await visit(declaration(competition), { as })).status).toBe(200);
    const page = await visit(declaration(competition), { as: question.asking.evaluatorId });
    expect([page.status, page.text.includes('Only people who can influence the outcome declare')]).toEqual([
      403,
      true,
    ]);
    expect((await declare(competition, question.asking.evaluatorId, { hasInterest: 'no' })).status).toBe(403);
    for (const as of [first.leadId, auditor])
      expect((await visit(declaration(competition), { as })).status).toBe(404);
    expect((await visit(declaration(competition))).location).toContain(paths.signIn());
  });

  test('after the decision nothing is left to declare, and a late form is told so', async () => {
    const award = await makeAward({ state: 'decided' });
    const page = await visit(declaration(award), { as: award.panel.owner.id });
    expect([page.buttons, page.text.includes('The question is over, so nothing is left to declare')]).toEqual(
      [[], true],
    );
    expect(page.text).toContain('What you declared before');
    const late = await declare(award, award.panel.owner.id, { hasInterest: 'no', stage: 'award' });
    expect([late.status, late.errors]).toEqual([
      422,
      ['This question is decided, so there is nothing left to declare.'],
    ]);
  });

  test('a question without bids asks nobody', async () => {
    const draft = await makeQuestion({ state: 'draft' });
    expect((await visit(paths.declaration(draft.reference), { as: draft.asking.authorId })).status).toBe(200);
    expect((await visit(paths.declaration(draft.reference), { as: coordinator.id })).status).toBe(200);
    expect((await visit(paths.declaration(draft.reference), { as: auditor })).status).toBe(404);
  });
});

describe('what everybody declared', () => {
  test('is for owner and coordinators, the auditor after the decision; the rest is denied', async () => {
    const competition = await makeCompetition({ stage: 'declaring' });
    const { panel, first } = competition;
    const page = await visit(declarations(competition), { as: panel.owner.id });
    expect(page.text).toContain('Nobody has declared yet');
    for (const { name } of [...panel.evaluators, panel.moderator, panel.author])
      expect(page.text).toContain(name);
    expect((await visit(declarations(competition), { as: coordinator.id })).status).toBe(200);
    for (const as of [panel.author.id, panel.moderator.id, panel.evaluators[0].id, panel.budgetHolder.id])
      expect((await visit(declarations(competition), { as })).status).toBe(403);
    for (const as of [first.leadId, auditor])
      expect((await visit(declarations(competition), { as })).status).toBe(404);
    const award = await makeAward({ state: 'decided' });
    expect((await visit(declarations(award), { as: auditor })).status).toBe(200);
  });
});

describe('deciding on an interest', () => {
  let competition: Competition;
  let declarant: Competition['panel']['moderator'];
  beforeEach(async () => {
    competition = await makeCompetition({ stage: 'declaring' });
    declarant = competition.panel.evaluators[0];
    const { organisation } = await listed(competition);
    await declare(competition, declarant.id, {
      hasInterest: 'yes',
      details: 'They <b>pay</b> me.',
      about: [organisation.reference],
    });
  });
  const address = (person = declarant.reference, stage = 'opening') =>
    paths.decideInterest(competition.question.reference, person, stage);
  const decide = (as: string, fields: Record<string, string>) => send(address(), fields, { as });

  test('the owner reads what it is and about whom, and is led there from the list', async () => {
    const list = await visit(declarations(competition), { as: competition.panel.owner.id });
    expect(list.links.filter(({ href }) => href === address())).toHaveLength(1);
    const page = await visit(address(), { as: competition.panel.owner.id });
    expect(page.heading).toBe(`The interest of ${declarant.name}`);
    expect(page.text).toContain('They <b>pay</b> me.');
    expect(page.text).toContain(`About: ${(await listed(competition)).organisation.name}`);
    expect(page.fields).toEqual({ decision: '', reason: '' });
  });

  test.each([
    ['nothing', {}, ['Say whether this is a conflict', 'Give the reason for your decision']],
    ['no reason', { decision: 'dismiss', reason: ' ' }, ['Give the reason for your decision']],
    ['an invented decision', { decision: 'wait', reason: 'Later' }, ['Say whether this is a conflict']],
    [
      'a reason too long',
      { decision: 'confirm', reason: 'x'.repeat(2001) },
      ['Use 2,000 characters or fewer'],
    ],
  ])('%s is refused beside the field and kept', async (_, fields, messages) => {
    const page = await decide(competition.panel.owner.id, fields);
    expect([page.status, page.errors, page.lostErrors]).toEqual([422, messages, []]);
    if ('reason' in fields && fields.reason.trim()) expect(page.fields['reason']).toBe(fields.reason);
  });

  test('dismissed: they take part, and read that it is no conflict', async () => {
    const sent = await decide(competition.panel.owner.id, { decision: 'dismiss', reason: 'Years ago.' });
    expect([sent.location, sent.banner]).toEqual([declarations(competition), 'Your decision is recorded']);
    const own = await visit(declaration(competition), { as: declarant.id });
    expect([own.buttons, own.text.includes('It was decided not to be a conflict')]).toEqual([[], true]);
    const list = await visit(declarations(competition), { as: competition.panel.owner.id });
    expect(list.text).toContain('Dismissed: Years ago.');
    expect((await visit(paths.scores(competition.first.reference), { as: declarant.id })).status).toBe(200);
  });

  test('confirmed: nothing of the evaluation is left for them, counts included', async () => {
    await decide(competition.panel.owner.id, { decision: 'confirm', reason: 'Too close.' });
    const { question, first } = competition;
    for (const path of [
      paths.evaluation(question.reference),
      declaration(competition),
      paths.panel(question.reference),
      paths.scores(first.reference),
      paths.moderation(question.reference),
    ])
      expect([path, (await visit(path, { as: declarant.id })).status]).toEqual([path, 404]);
    const list = await visit(declarations(competition), { as: competition.panel.owner.id });
    expect(list.text).toContain('Confirmed as a conflict: Too close.');
  });

  test('twice is told, not answered with a page that is not there', async () => {
    await decide(competition.panel.owner.id, { decision: 'dismiss', reason: 'Years ago.' });
    const again = await decide(competition.panel.owner.id, { decision: 'confirm', reason: 'After all' });
    expect(again.status).toBe(409);
    expect(again.text).toContain('This interest has been decided already.');
    expect(await database.db.wall.count({ where: { personId: declarant.id } })).toBe(0);
  });

  test('nobody decides their own, nor anybody but the owner', async () => {
    const { panel } = competition;
    for (const as of [declarant.id, panel.author.id, panel.moderator.id, coordinator.id])
      expect((await decide(as, { decision: 'dismiss', reason: 'x' })).status).toBe(403);
    expect((await visit(address(), { as: coordinator.id })).status).toBe(403);
    expect((await visit(address(), { as: panel.author.id })).status).toBe(403);
    expect((await decide(competition.first.leadId, { decision: 'dismiss', reason: 'x' })).status).toBe(404);
  });

  test('an interest of the owner is a coordinator’s to decide', async () => {
    const { owner } = competition.panel;
    await declare(competition, owner.id, { hasInterest: 'yes', details: 'My brother bids.' });
    const path = address(owner.reference);
    expect((await visit(path, { as: owner.id })).status).toBe(403);
    expect((await visit(path, { as: coordinator.id })).status).toBe(200);
    const sent = await send(
      path,
      { decision: 'dismiss', reason: 'A cousin, far off.' },
      { as: coordinator.id },
    );
    expect(sent.status).toBe(303);
  });

  test.each(['publication', 'award', 'yesterday'])('no interest stands at the stage “%s”', async (stage) => {
    expect(
      (await visit(address(declarant.reference, stage), { as: competition.panel.owner.id })).status,
    ).toBe(404);
  });
});

test('on a funding call a confirmed interest closes the bids concerned, and the page says that it was confirmed', async () => {
  const call = await makeCompetition({ stage: 'declaring', routeSlug: 'funding-call' });
  const [evaluator] = call.panel.evaluators;
  expect((await visit(declaration(call), { as: evaluator.id })).text).toContain(
    'closes the bids concerned to you',
  );
  const { organisation } = await listed(call);
  await declare(call, evaluator.id, {
    hasInterest: 'yes',
    details: 'My employer.',
    about: [organisation.reference],
  });
  const path = paths.decideInterest(call.question.reference, evaluator.reference, 'opening');
  await send(path, { decision: 'confirm', reason: 'Employer.' }, { as: call.panel.owner.id });
  const page = await visit(declaration(call), { as: evaluator.id });
  expect(page.text).toContain('It was confirmed as a conflict');
  expect(page.text).not.toContain('not to be a conflict');
  expect((await visit(paths.scores(call.first.reference), { as: evaluator.id })).status).toBe(404);
  expect((await visit(paths.scores(call.second.reference), { as: evaluator.id })).status).toBe(200);
});

test('at award everybody declares again, and the page says what they said before', async () => {
  const ranked = await makeCompetition();
  await database.db.question.update({
    where: { id: ranked.question.id },
    data: { qualityAgreedAt: new Date() },
  });
  const page = await visit(declaration(ranked), { as: ranked.panel.author.id });
  expect(page.fields['stage']).toBe('award');
  expect(page.text).toContain('What you declared before');
  const list = await visit(declarations(ranked), { as: ranked.panel.owner.id });
  expect(list.text).toContain(`${ranked.panel.budgetHolder.name} (budget holder)`);
});
