import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeBid } from '../../../../tests/support/factories/bids';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePanel, makeWall } from '../../../../tests/support/factories/panels';
import { makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { env } from '~/platform/env.server';
import { newId } from '~/platform/ids.server';
import { showReference } from '../../reference';
import { newReference } from '../../new-reference.server';
import type { SealedFact } from '../../reactions.server';
import { notifying } from '../notify.server';
import { recordDueFacts } from '../due-facts.server';
import { noticeRules } from './all.server';

const data = useDatabase();
const reaction = notifying(noticeRules);

interface Happening {
  actorId?: string | null;
  noun: string;
  nounId: string;
  data?: Record<string, unknown>;
}

/** Lets a fact have its effect; returns who was told, and the notices. */
async function happens(name: string, { actorId = null, noun, nounId, data: more = {} }: Happening) {
  const fact: SealedFact = {
    id: newId(),
    position: '1',
    name,
    actorId,
    noun,
    nounId,
    at: new Date(),
    data: more,
  };
  await reaction.react(fact);
  await reaction.react(fact);
  const notices = await data.db.notice.findMany({ where: { factId: fact.id }, include: { mail: true } });
  return { told: notices.map(({ personId }) => personId).sort(), notices };
}

const sorted = (...ids: string[]) => [...new Set(ids)].sort();

describe('a question', () => {
  test('goes to its owner for approval, and to nobody twice', async () => {
    const question = await makeQuestion({ state: 'awaitingApproval' });
    const { told, notices } = await happens('QuestionWasSubmittedForApproval', {
      actorId: question.asking.authorId,
      noun: 'question',
      nounId: question.id,
    });
    expect(told).toEqual([question.asking.ownerId]);
    const text = notices[0]?.mail?.text;
    expect(text).toContain('waits for your approval');
    expect(text).toContain(
      `${env.SOUNDINGS_BASE_URL}/questions/${showReference(question.reference)}/approval\n`,
    );
    expect(text).toContain(`You can stop these letters here: ${env.SOUNDINGS_BASE_URL}/account/notices\n`);
  });

  test('once published reaches team, invited, and experts of its threat areas', async () => {
    const slug = (await data.db.term.findFirstOrThrow({ where: { scheme: 'threatArea', retiredAt: null } }))
      .slug;
    const term = await data.db.term.findFirstOrThrow({ where: { scheme: 'threatArea', slug } });
    const organisation = await makeOrganisation();
    const invited = await makePerson({ expert: true });
    const colleague = await makePerson({ expert: true, organisationId: organisation.id });
    await data.db.affiliation.updateMany({
      where: { personId: colleague.id },
      data: { verifiedAt: new Date() },
    });
    const unlisted = await makePerson({ expert: true });
    await data.db.expertProfile.update({ where: { personId: unlisted.id }, data: { listed: false } });
    await data.db.expertTerm.create({ data: { personId: unlisted.id, termId: term.id } });
    const matched = await makePerson({ expert: true });
    await data.db.expertTerm.create({ data: { personId: matched.id, termId: term.id } });
    const question = await makeQuestion({
      state: 'open',
      terms: [{ scheme: 'threatArea', slug }],
      invited: [{ personId: invited.id }, { organisationId: organisation.id }],
    });
    const { told, notices } = await happens('QuestionWasPublished', {
      noun: 'question',
      nounId: question.id,
    });
    const { teamId: _teamId, ...team } = question.asking;
    expect(told).toEqual(sorted(...Object.values(team), invited.id, colleague.id, matched.id));
    const notice = notices.find(({ personId }) => personId === matched.id);
    expect(notice?.kind).toBe('QuestionWasPublished:matched');
    expect(notice?.body).toContain(`${question.title}\n`);
    expect(question.title.endsWith('?')).toBe(true);
  });

  test('that is still a draft is told to nobody it invites', async () => {
    const invited = await makePerson({ expert: true });
    const question = await makeQuestion({ state: 'draft' });
    const about = { noun: 'question', nounId: question.id, data: { personId: invited.id } };
    expect((await happens('ExpertWasInvited', about)).told).toEqual([]);
    const open = await makeQuestion({ state: 'open' });
    expect((await happens('ExpertWasInvited', { ...about, nounId: open.id })).told).toEqual([invited.id]);
  });
});

test('a clarification reaches the team without its asker', async () => {
  const question = await makeQuestion({ state: 'open' });
  const asker = await makePerson({ expert: true, name: 'Zora Hiddenasker' });
  const row = await data.db.clarification.create({
    data: {
      id: newId(),
      reference: newReference(),
      questionId: question.id,
      askerId: asker.id,
      asked: 'May we use tide gauges?',
      askedAt: new Date(),
    },
  });
  const about = { actorId: asker.id, noun: 'clarification', nounId: row.id };
  const asked = await happens('ClarificationWasAsked', about);
  expect(asked.told).toEqual(sorted(question.asking.authorId, question.asking.ownerId));
  expect(JSON.stringify(asked.notices)).not.toMatch(/Hiddenasker|tide gauges/);
  const at = `/questions/${showReference(question.reference)}/clarifications`;
  expect(asked.notices.map(({ path }) => path)).toEqual([at, at]);
  const answered = await happens('ClarificationWasAnswered', { ...about, actorId: question.asking.authorId });
  expect(answered.told).toContain(asker.id);
});

describe('a bid', () => {
  test('gives its people a receipt and tells nobody else', async () => {
    const question = await makeQuestion({ state: 'open' });
    const bid = await makeBid({ question, mark: 'harbourmark', pounds: 54_321 });
    const { told, notices } = await happens('BidWasSubmitted', {
      actorId: bid.leadId,
      noun: 'bid',
      nounId: bid.id,
    });
    expect(told).toEqual([bid.leadId]);
    expect(JSON.stringify(notices)).not.toMatch(/harbourmark|54,?321/);
  });

  test('opened is told to the panel but not to whoever stands behind a wall', async () => {
    const question = await makeQuestion({ state: 'opened' });
    const panel = await makePanel(question);
    const [walled, free] = panel.evaluators;
    await data.db.wall.create({
      data: {
        id: newId(),
        questionId: question.id,
        personId: walled.id,
        reason: 'A relative bids',
        raisedAt: new Date(),
      },
    });
    const { told } = await happens('BidsWereOpened', {
      noun: 'question',
      nounId: question.id,
      data: { bids: 7 },
    });
    expect(told).toContain(free.id);
    expect(told).not.toContain(walled.id);
    const started = await happens('EvaluationWasStarted', { noun: 'question', nounId: question.id });
    expect(started.told).not.toContain(walled.id);
    expect(JSON.stringify(started.notices)).not.toMatch(/\b7\b/);
  });
});

test('time itself is told once: a question that closed', async () => {
  const question = await makeQuestion({ state: 'closed' });
  await recordDueFacts();
  await recordDueFacts();
  const facts = await data.db.fact.findMany({ where: { name: 'QuestionHasClosed', nounId: question.id } });
  expect(facts).toHaveLength(1);
  const { told } = await happens('QuestionHasClosed', { noun: 'question', nounId: question.id });
  expect(told).toContain(question.asking.budgetHolderId);
});

test('a first stage that closed is told once, to the panel without those behind a wall', async () => {
  const question = await makeQuestion({
    data: {
      expressionsCloseAt: new Date(Date.now() - 1000),
      expressionWords: 100,
      expressionCriteria: 'Access.',
    },
  });
  const panel = await makePanel(question);
  await makeWall(question.id, panel.evaluators[0]?.id ?? '');
  await recordDueFacts();
  await recordDueFacts();
  const facts = await data.db.fact.findMany({
    where: { name: 'ExpressionsHaveClosed', nounId: question.id },
  });
  expect(facts).toHaveLength(1);
  const { told } = await happens('ExpressionsHaveClosed', { noun: 'question', nounId: question.id });
  expect(told.toSorted()).toEqual([panel.moderator.id, panel.evaluators[1]?.id].toSorted());
});

describe('a finding', () => {
  let coordinatorId = '';
  beforeAll(async () => {
    coordinatorId = (await makePerson({ roles: ['coordinator'] })).id;
  });

  test('goes to coordinators for review and back to its author with the reason', async () => {
    const author = await makePerson({ expert: true });
    const finding = await makeFinding({
      state: 'returned',
      submittedById: author.id,
      title: 'Ports\nat night',
    });
    const about = { noun: 'finding', nounId: finding.id };
    expect((await happens('FindingWasSubmitted', { ...about, actorId: author.id })).told).toContain(
      coordinatorId,
    );
    const { told, notices } = await happens('FindingWasReturned', { ...about, actorId: coordinatorId });
    expect(told).toEqual([author.id]);
    expect(notices[0]).toMatchObject({ subject: 'Returned for changes: Ports at night' });
    expect(notices[0]?.body).toContain('Say which years');
  });
});

test('a decision to join that was written to an address stays in the inbox', async () => {
  const person = await makePerson({ verified: false });
  const request = await data.db.joinRequest.create({
    data: {
      id: newId(),
      reference: newReference(),
      personId: person.id,
      reason: 'I study ports',
      requestedAt: new Date(),
    },
  });
  const about = { noun: 'joinRequest', nounId: request.id };
  expect(
    (await happens('JoinWasAccepted', { ...about, data: { written: true } })).notices[0]?.mail,
  ).toBeNull();
});
