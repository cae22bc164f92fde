import { beforeAll, describe, expect, test } from 'vitest';
import { newReference } from '~/domain/new-reference.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeEvaluated } from '../../../../tests/support/factories/awards';
import { makeExpert } from '../../../../tests/support/factories/bids';
import { makeCompetition } from '../../../../tests/support/factories/competitions';
import { makePanel, makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let question: Awaited<ReturnType<typeof makeQuestion>>;
const address = () => paths.panel(question.reference);
const appoint = (fields: Record<string, string>, as = question.asking.authorId) =>
  send(address(), fields, { as });
const referenceOf = async (id: string) =>
  (await database.db.person.findUniqueOrThrow({ where: { id }, select: { reference: true } })).reference;

beforeAll(async () => {
  question = await makeQuestion({ state: 'closed' });
});

describe('appointing', () => {
  test('offers the team, or whoever is found by name, and nothing chosen', async () => {
    const page = await visit(address(), { as: question.asking.authorId });
    expect(page.text).toContain('Nobody on the panel can bid');
    expect(page.fields).toMatchObject({ person: '', role: '', find: '' });
    await makePerson({ name: 'Wilma Findable' });
    const found = await visit(`${address()}?find=findable`, { as: question.asking.authorId });
    expect(found.text).toContain('Members called “findable”');
    expect(found.text).toContain('Wilma Findable');
    const none = await visit(`${address()}?find=${encodeURIComponent("<b>'; DROP")}`, {
      as: question.asking.authorId,
    });
    expect(none.text).toContain("No verified member is called “<b>'; DROP”");
  });

  test('makes a member, who learns of it and finds the evaluation', async () => {
    const person = await makePerson({ name: 'Ewa Evaluates' });
    expect((await visit(paths.evaluation(question.reference), { as: person.id })).status).toBe(404);
    const sent = await appoint({ person: person.reference, role: 'evaluator' });
    expect([sent.location, sent.banner]).toEqual([address(), 'Appointed to the panel']);
    expect((await visit(address(), { as: question.asking.ownerId })).rows[0]?.slice(0, 2)).toEqual([
      'Ewa Evaluates',
      'Evaluator',
    ]);
    expect((await visit(paths.evaluation(question.reference), { as: person.id })).status).toBe(200);
    const twice = await appoint({ person: person.reference, role: 'evaluator' });
    expect(twice.errors).toEqual(['This person is on the panel already']);
  });

  test.each([
    ['nothing', {}, ['Choose a person', 'Choose evaluator or moderator']],
    ['a person without a part', { person: newReference() }, ['Choose evaluator or moderator']],
    ['an invented part', { person: newReference(), role: 'chair' }, ['Choose evaluator or moderator']],
    [
      'an unknown person',
      { person: newReference(), role: 'evaluator' },
      ['Choose a verified member of the network'],
    ],
  ])('%s is refused beside the field', async (_, fields, messages) => {
    const page = await appoint(fields);
    expect([page.status, page.errors, page.lostErrors]).toEqual([422, messages, []]);
  });

  test.each([
    ['not verified', { verified: false }],
    ['suspended', {}],
  ])('somebody %s is refused', async (state, over) => {
    const person = await makePerson(over);
    if (state === 'suspended')
      await database.db.person.update({ where: { id: person.id }, data: { suspendedAt: new Date() } });
    expect((await appoint({ person: person.reference, role: 'evaluator' })).errors).toEqual([
      'Choose a verified member of the network',
    ]);
  });

  test('somebody with a confirmed conflict is refused without a word about it', async () => {
    const person = await makePerson();
    await makeWall(question.id, person.id);
    const page = await appoint({ person: person.reference, role: 'evaluator' });
    expect(page.errors).toEqual(['This person cannot be on the panel of this question']);
  });

  test('one moderator at a time, and never the owner', async () => {
    const owner = await appoint({ person: await referenceOf(question.asking.ownerId), role: 'moderator' });
    expect(owner.messageBeside('role')).toBe(
      'The senior responsible owner decides on what the moderator recommends',
    );
    await appoint({ person: await referenceOf(question.asking.moderatorId), role: 'moderator' });
    const second = await appoint({ person: (await makePerson()).reference, role: 'moderator' });
    expect(second.messageBeside('role')).toBe('The panel has a moderator. End that membership first');
    expect((await visit(address(), { as: question.asking.authorId })).fields['role']).toBe('evaluator');
  });

  test('a bidder can be appointed before opening, which would else tell who bids; not after', async () => {
    const sealed = await makeCompetition({ stage: 'closed' });
    const opened = await makeCompetition({ stage: 'declaring' });
    const fields = async (leadId: string) => ({ person: await referenceOf(leadId), role: 'evaluator' });
    const before = await send(paths.panel(sealed.question.reference), await fields(sealed.first.leadId), {
      as: sealed.panel.author.id,
    });
    expect(before.status).toBe(303);
    const after = await send(paths.panel(opened.question.reference), await fields(opened.first.leadId), {
      as: opened.panel.author.id,
    });
    expect(after.errors).toEqual(['This person cannot be on the panel of this question']);
  });
});

describe('who appoints', () => {
  test('author and owner; the rest of the evaluation reads the panel, and is denied', async () => {
    const { authorId, ownerId, budgetHolderId, evaluatorId } = question.asking;
    for (const as of [authorId, ownerId])
      expect((await visit(address(), { as })).buttons).toContain('Appoint');
    const coordinator = (await makePerson({ roles: ['coordinator'] })).id;
    for (const as of [budgetHolderId, evaluatorId, coordinator]) {
      const page = await visit(address(), { as });
      expect([page.status, page.buttons, page.fields]).toEqual([200, [], {}]);
      const denied = await appoint({ person: newReference(), role: 'evaluator' }, as);
      expect(denied.status).toBe(403);
      expect(denied.text).toContain(
        'Only the team’s authors and the senior responsible owner appoint the panel',
      );
    }
  });

  test('nobody else knows of it', async () => {
    for (const as of [(await makeExpert()).id, (await makePerson()).id]) {
      expect((await visit(address(), { as })).status).toBe(404);
      expect((await appoint({ person: newReference(), role: 'evaluator' }, as)).status).toBe(404);
    }
    expect((await visit(address())).location).toContain(paths.signIn());
    expect((await visit(`${address()}?who=x`, { as: question.asking.authorId })).status).toBe(400);
  });

  test('once quality is agreed the panel is settled', async () => {
    const done = await makeEvaluated();
    const path = paths.panel(done.question.reference);
    expect((await visit(path, { as: done.panel.author.id })).buttons).toEqual([]);
    const late = await send(
      path,
      { person: (await makePerson()).reference, role: 'evaluator' },
      { as: done.panel.author.id },
    );
    expect(late.status).toBe(422);
    expect(late.text).toContain('so its panel can no longer change');
  });
});

describe('ending a membership', () => {
  test('takes the reading away at once; scores already in stay on file', async () => {
    const { question: asked, panel, first } = await makeEvaluated({ agreed: false });
    const [leaver] = panel.evaluators;
    const path = paths.endPanelMembership(asked.reference, leaver.reference);
    const page = await visit(path, { as: panel.owner.id });
    expect(page.heading).toBe(`End the membership of ${leaver.name}`);
    expect(page.text).toContain('Scores already submitted stay on file and no longer count');
    const sent = await send(path, {}, { as: panel.owner.id });
    expect([sent.location, sent.banner]).toEqual([paths.panel(asked.reference), 'The membership has ended']);
    expect((await visit(paths.scores(first.reference), { as: leaver.id })).status).toBe(404);
    expect(
      await database.db.score.count({ where: { personId: leaver.id, bidId: first.id } }),
    ).toBeGreaterThan(0);
    expect((await visit(path, { as: panel.owner.id })).status).toBe(404);
    expect((await send(path, {}, { as: panel.owner.id })).status).toBe(404);
  });

  test('is for those who appoint', async () => {
    const asked = await makeQuestion();
    const panel = await makePanel(asked);
    const path = paths.endPanelMembership(asked.reference, panel.evaluators[0].reference);
    for (const as of [panel.evaluators[0].id, panel.budgetHolder.id]) {
      expect((await visit(path, { as })).status).toBe(403);
      expect((await send(path, {}, { as })).status).toBe(403);
    }
    expect((await visit(path, { as: (await makePerson()).id })).status).toBe(404);
    const nobody = paths.endPanelMembership(asked.reference, newReference());
    expect((await visit(nobody, { as: panel.author.id })).status).toBe(404);
  });

  test('the last one who had not declared ends the waiting: scoring starts', async () => {
    const { question: asked, panel } = await makeCompetition({ stage: 'declaring' });
    for (const { id } of [...panel.evaluators, panel.moderator]) {
      const page = await send(
        paths.declaration(asked.reference),
        { stage: 'opening', hasInterest: 'no' },
        { as: id },
      );
      expect(page.status).toBe(303);
    }
    const text = async () => (await visit(paths.evaluation(asked.reference), { as: panel.author.id })).text;
    expect(await text()).toContain('Scoring and moderation');
  });
});
