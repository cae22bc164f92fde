import { describe, expect, it } from 'vitest';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { doneValue, makeExpert } from '../../../../tests/support/factories/bids';
import { actorFor, makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { run } from '../../command.server';
import { newId } from '~/platform/ids.server';
import { emptyContent } from '../content/bid-content';
import { readDraft } from '../sealing/draft-vault.server';
import { startBid } from './start-bid.server';

const test = useDatabase();
const form = (reference: string, over: object = {}) => ({
  reference,
  organisation: 'independent',
  termsRead: true,
  ...over,
});

describe('starting a bid', () => {
  it('makes an encrypted draft, its lead and the keys of the question', async () => {
    const question = await makeQuestion();
    const organisation = await makeOrganisation();
    const person = await makePerson({ expert: true, organisationId: organisation.id });
    const { reference } = doneValue(
      await run(
        startBid,
        await actorFor(person.id),
        form(question.reference, { organisation: organisation.reference }),
      ),
    );
    const bid = await test.db.bid.findUniqueOrThrow({ where: { reference }, include: { members: true } });
    expect(bid.organisationId).toBe(organisation.id);
    expect(bid.members).toMatchObject([{ personId: person.id, role: 'lead' }]);
    expect(readDraft(bid)).toEqual({ content: emptyContent(), changed: {} });
    expect(Buffer.from(bid.draft).includes('summary')).toBe(false);
    const keys = await test.db.sealKey.findMany({
      where: { questionId: question.id },
      orderBy: { part: 'asc' },
    });
    expect(keys.map(({ part, shares }) => [part, shares])).toEqual([
      ['quality', null],
      ['price', null],
    ]);
  });

  it('splits the keys on a route with two openers', async () => {
    const question = await makeQuestion({ routeSlug: 'competition' });
    doneValue(await run(startBid, await makeExpert(), form(question.reference)));
    const keys = await test.db.sealKey.findMany({ where: { questionId: question.id } });
    expect(keys.map(({ shares }) => Object.keys(shares as object).sort())).toEqual([
      ['budgetHolder', 'moderator'],
      ['budgetHolder', 'moderator'],
    ]);
  });

  it('makes one key pair when many start at once', async () => {
    const question = await makeQuestion();
    const experts = await Promise.all(Array.from({ length: 6 }, () => makeExpert()));
    const outcomes = await Promise.all(
      experts.map((expert) => run(startBid, expert, form(question.reference))),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(6).fill('done'));
    expect(await test.db.sealKey.count({ where: { questionId: question.id } })).toBe(2);
  });

  it('gives one lead one bid, also when both requests come at once', async () => {
    const question = await makeQuestion();
    const expert = await makeExpert();
    const outcomes = await Promise.all([1, 2].map(() => run(startBid, expert, form(question.reference))));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    expect(await test.db.bid.count({ where: { questionId: question.id, leadId: expert.id } })).toBe(1);
  });
});

describe('who may not start a bid', () => {
  it('denies team, panel, people without a profile and people with a conflict', async () => {
    const question = await makeQuestion();
    const { asking } = question;
    const member = await makePerson({ expert: true });
    const panel = await makePerson({ expert: true });
    const conflicted = await makePerson({ expert: true });
    const now = new Date('2026-11-01');
    await test.db.teamMembership.create({
      data: { id: newId(), teamId: asking.teamId, personId: member.id, roles: ['observer'], startsAt: now },
    });
    await test.db.panelMembership.create({
      data: {
        questionId: question.id,
        personId: panel.id,
        role: 'evaluator',
        appointedById: asking.ownerId,
        appointedAt: now,
      },
    });
    await test.db.wall.create({
      data: {
        id: newId(),
        questionId: question.id,
        personId: conflicted.id,
        reason: 'Spouse',
        raisedAt: now,
      },
    });
    const others = [member.id, panel.id, conflicted.id, (await makePerson()).id];
    for (const id of others)
      expect((await run(startBid, await actorFor(id), form(question.reference))).kind).toBe('denied');
  });

  it('hides a question that the expert may not know of', async () => {
    const question = await makeQuestion({ visibility: 'team' });
    expect((await run(startBid, await makeExpert(), form(question.reference))).kind).toBe('hidden');
    expect((await run(startBid, await makeExpert(), form('23456788'))).kind).toBe('invalid');
  });

  it('asks for the terms to be read and for an organisation of one’s own', async () => {
    const question = await makeQuestion();
    const expert = await makeExpert();
    expect((await run(startBid, expert, form(question.reference, { termsRead: undefined }))).kind).toBe(
      'invalid',
    );
    const { reference: organisation } = await makeOrganisation();
    expect(await run(startBid, expert, form(question.reference, { organisation }))).toMatchObject({
      kind: 'refused',
      refusal: { name: 'OrganisationIsUnknown' },
    });
  });

  it('refuses after closing and says by how much it was late', async () => {
    const question = await makeQuestion({ closesInDays: 0.001 });
    await moveClock('5 minutes');
    expect(await run(startBid, await makeExpert(), form(question.reference))).toMatchObject({
      kind: 'refused',
      refusal: { name: 'DeadlineHasPassed', message: expect.stringContaining('You were 3 minutes late') },
    });
  });
});
