import { beforeAll, describe, expect, test as check } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../../../../tests/support/database';
import { actorFor, makePerson, makeTeam } from '../../../../tests/support/factories/people';
import {
  joinTeam,
  makeFinished,
  makeFinishedRequest,
  makeOutsiders,
  type Outsiders,
} from '../../../../tests/support/factories/question-cast';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { newReference } from '../../new-reference.server';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { ask } from '../../query.server';
import { clarificationsPage } from './clarifications-page.server';
import { clarificationToAnswer } from './clarification-to-answer.server';
import { draftWarnings } from './draft-warnings.server';
import { invitationsPage } from './invitations-page.server';
import { ownAdviceAnswer } from './own-advice-answer.server';
import { questionDraft } from './question-draft.server';
import { questionPage } from './question-page.server';
import { startingChoices } from './starting-choices.server';
import { teamPeople } from './team-people.server';

const test = useDatabase();
let asking: AskingTeam;
let outsiders: Outsiders;

beforeAll(async () => {
  [asking, outsiders] = await Promise.all([makeAskingTeam(), makeOutsiders()]);
});

async function clarified(questionId: string, over: { answered?: boolean; asked?: string } = {}) {
  const now = new Date();
  return test.db.clarification.create({
    data: {
      id: newId(),
      reference: newReference(),
      questionId,
      askerId: outsiders.expert,
      asked: over.asked ?? 'Who am I?',
      askedAt: now,
      ...(over.answered
        ? {
            publishedText: 'What is known?',
            answer: 'Little.',
            answeredAt: now,
            answeredById: asking.authorId,
          }
        : {}),
    },
  });
}

describe('the page of a question', () => {
  check('takes three statements, however much was said about it', async () => {
    const { id, reference } = await makeFinished({ asking, state: 'open' });
    for (let count = 0; count < 3; count += 1) await clarified(id, { answered: true });
    const actor = await actorFor(outsiders.expert);
    const { queries } = await countingQueries(() => ask(questionPage, actor, { reference }));
    expect(queries).toBeLessThanOrEqual(3);
  });

  check('never holds who asked, nor the words they asked in', async () => {
    const { id, reference } = await makeQuestion({ asking });
    await clarified(id, { answered: true, asked: 'As the only lab in Hull, may we?' });
    await clarified(id, { asked: 'Still waiting, from Hull' });
    for (const as of [asking.authorId, outsiders.rival, outsiders.expert, outsiders.coordinator]) {
      const page = JSON.stringify(await ask(questionPage, await actorFor(as), { reference }));
      expect(page).toContain('What is known?');
      expect(page).not.toContain('Hull');
      expect(page).not.toContain(outsiders.expert);
    }
  });

  check('counts what waits and who answered for its team alone', async () => {
    const { id, reference } = await makeQuestion({ asking, routeSlug: 'expert-advice-request' });
    await clarified(id);
    await test.db.adviceAnswer.create({
      data: {
        id: newId(),
        reference: newReference(),
        questionId: id,
        personId: outsiders.rival,
        body: 'Yes',
        limits: 'Few',
        createdAt: new Date(),
        submittedAt: new Date(),
      },
    });
    const counts = async (as: string) => {
      const page = await ask(questionPage, await actorFor(as), { reference });
      return [page?.waitingClarifications, page?.answersReceived];
    };
    expect(await counts(asking.budgetHolderId)).toEqual([1, 1]);
    for (const as of [outsiders.expert, outsiders.rival, outsiders.coordinator])
      expect(await counts(as)).toEqual([0, 0]);
  });

  check('shows terms, ethics and procurement whole to bidders, and a request its few', async () => {
    const study = await makeFinished({ asking, state: 'open' });
    const request = await makeFinishedRequest({ asking, state: 'open' });
    const interest = await makeQuestion({ asking, routeSlug: 'area-of-research-interest' });
    const titles = async (reference: string) =>
      (await ask(questionPage, await actorFor(outsiders.expert), { reference }))?.particulars.map(
        ({ title }) => title,
      );
    expect(await titles(study.reference)).toEqual([
      'Terms',
      'Ethics, data and security',
      'Budget and procurement',
    ]);
    expect(await titles(request.reference)).toEqual(['Terms']);
    expect(await titles(interest.reference)).toEqual([]);
  });

  check('keeps between team and owner why it was returned, once it is published', async () => {
    const data = {
      returnedAt: new Date(Date.now() - 41.5 * 86_400_000),
      returnedReason: 'Too vague, as ever',
    };
    const { reference } = await makeQuestion({ asking, data });
    const page = async (as: string) =>
      JSON.stringify(await ask(questionPage, await actorFor(as), { reference }));
    expect(await page(asking.evaluatorId)).toContain('Too vague');
    for (const as of [outsiders.expert, outsiders.coordinator])
      expect(await page(as)).not.toContain('Too vague');
  });

  check('is nothing for a reference that is none', async () => {
    const actor = await actorFor(outsiders.expert);
    for (const reference of ['', 'x', '22222222', "' OR 1=1", undefined])
      expect(await ask(questionPage, actor, { reference })).toBeNull();
    expect(await ask(questionPage, actor, { reference: '22222222', scope: 'all' })).toBeNull();
  });
});

describe('a draft as its team works on it', () => {
  check('says who may do what with it', async () => {
    const { reference } = await makeFinished({ asking });
    const may = async (as: string) => (await ask(questionDraft, await actorFor(as), { reference }))?.may;
    expect(await may(asking.authorId)).toEqual({ edit: true, approve: false, delete: true });
    expect(await may(asking.ownerId)).toEqual({ edit: false, approve: true, delete: false });
    expect(await may(asking.evaluatorId)).toEqual({ edit: false, approve: false, delete: false });
    expect(await may(outsiders.coordinator)).toBeUndefined();
  });

  check('names each task’s answers, so that a change of one is a change of it alone', async () => {
    const { id, reference } = await makeFinished({ asking });
    const seen = async () =>
      (await ask(questionDraft, await actorFor(asking.authorId), { reference }))?.tasks.map(
        (task) => task.seen,
      );
    const before = (await seen()) ?? [];
    await test.db.question.update({ where: { id }, data: { outputs: 'Something else' } });
    const after = (await seen()) ?? [];
    expect(after.filter((token, index) => token !== before[index])).toHaveLength(1);
  });

  check('warns of a threshold and of holidays before it is published', async () => {
    const { reference } = await makeFinished({
      asking,
      data: { budgetMaximum: 12_000_000, closesAt: new Date('2027-01-02T17:00:00Z') },
    });
    const warned = await ask(draftWarnings, await actorFor(asking.authorId), { reference });
    expect(warned?.budget[0]).toContain('£144,000 with VAT reaches the threshold of £135,018');
    expect(warned?.dates.join(' ')).toContain('Christmas vacation');
    expect(warned?.dates.join(' ')).toContain('weekend or a bank holiday');
    expect(await ask(draftWarnings, await actorFor(outsiders.expert), { reference })).toBeNull();
  });
});

describe('whom a team can name', () => {
  check('those who hold the role now: not the author, nobody who left or was suspended', async () => {
    const team = await makeAskingTeam();
    const roles = ['seniorResponsibleOwner', 'budgetHolder'] as const;
    const [left, suspended] = [
      await joinTeam(team.teamId, [...roles]),
      await joinTeam(team.teamId, [...roles]),
    ];
    await test.db.teamMembership.updateMany({ where: { personId: left.id }, data: { endsAt: new Date() } });
    await test.db.person.update({ where: { id: suspended.id }, data: { suspendedAt: new Date() } });
    const both = await joinTeam(team.teamId, ['author', ...roles]);
    const { reference } = await makeQuestion({ asking: { ...team, authorId: both.id }, state: 'draft' });
    const offered = await ask(teamPeople, await actorFor(team.authorId), { reference });
    const [owner, holder] = await Promise.all(
      [team.ownerId, team.budgetHolderId].map((id) => test.db.person.findUniqueOrThrow({ where: { id } })),
    );
    expect(offered?.owners.map(({ value }) => value)).toEqual([owner?.reference]);
    expect(offered?.budgetHolders.map(({ value }) => value).sort()).toEqual(
      [holder?.reference, both.reference].sort(),
    );
    for (const as of [outsiders.coordinator, outsiders.member])
      expect(await ask(teamPeople, await actorFor(as), { reference })).toBeNull();
  });

  check('one asks for the open teams that made one an author, by every route in use', async () => {
    const person = await makePerson();
    const places = (roles: ['author'] | ['observer']) => ({ members: [{ personId: person.id, roles }] });
    const open = await makeTeam(places(['author']));
    await makeTeam(places(['observer']));
    const closed = await makeTeam(places(['author']));
    await test.db.team.update({ where: { id: closed.id }, data: { closedAt: new Date() } });
    const choices = await ask(startingChoices, await actorFor(person.id), {});
    expect(choices?.teams.map(({ reference }) => reference)).toEqual([open.reference]);
    expect(choices?.routes[0]?.slug).toBe('expert-advice-request');
    expect((await ask(startingChoices, await visitorNow(), {}))?.teams).toEqual([]);
  });
});

describe('clarifications', () => {
  check('the team reads all, an expert their own, neither who asked', async () => {
    const { id, reference } = await makeQuestion({ asking });
    const mine = await clarified(id, { asked: 'Mine' });
    const page = async (as: string) => ask(clarificationsPage, await actorFor(as), { reference });
    expect((await page(asking.authorId))?.clarifications.map(({ asked }) => asked)).toEqual(['Mine']);
    expect((await page(outsiders.expert))?.clarifications).toHaveLength(1);
    for (const as of [outsiders.rival, outsiders.coordinator, asking.evaluatorId])
      expect((await page(as))?.clarifications).toEqual([]);
    expect(JSON.stringify(await page(asking.authorId))).not.toContain(outsiders.expert);
    const one = await ask(clarificationToAnswer, await actorFor(asking.ownerId), {
      reference: mine.reference,
    });
    expect(one).toMatchObject({ asked: 'Mine', state: 'waiting' });
    expect(JSON.stringify(one)).not.toContain(outsiders.expert);
    for (const as of [outsiders.expert, outsiders.coordinator, asking.evaluatorId])
      expect(await ask(clarificationToAnswer, await actorFor(as), { reference: mine.reference })).toBeNull();
  });

  check('one that waits past its day is overdue', async () => {
    const { id, reference } = await makeQuestion({ asking, state: 'closed' });
    await clarified(id);
    const page = await ask(clarificationsPage, await actorFor(asking.authorId), { reference });
    expect(page).toMatchObject({ open: false, clarifications: [{ state: 'waiting', overdue: true }] });
  });

  check('a visitor of a released question has none to read', async () => {
    const { reference } = await makeQuestion({ asking, released: true });
    expect(await ask(clarificationsPage, await visitorNow(), { reference })).toBeNull();
  });
});

describe('invitations and own answers', () => {
  check('experts are found by words without their accents; those who hid are not', async () => {
    const { reference } = await makeQuestion({ asking });
    const shown = await makePerson({ expert: true, name: 'Jürgen Østergård' });
    const hidden = await makePerson({ expert: true, name: 'Jürgen Hidden' });
    await test.db.expertProfile.update({ where: { personId: hidden.id }, data: { listed: false } });
    const page = await ask(invitationsPage, await actorFor(asking.ownerId), { reference, name: 'JURGEN' });
    expect(page?.found.map((one) => one.reference)).toEqual([shown.reference]);
    expect(await ask(invitationsPage, await actorFor(asking.evaluatorId), { reference })).toBeNull();
  });

  check('an own answer is there for its author alone', async () => {
    const { id, reference } = await makeQuestion({ asking, routeSlug: 'expert-advice-request' });
    await test.db.adviceAnswer.create({
      data: {
        id: newId(),
        reference: newReference(),
        questionId: id,
        personId: outsiders.expert,
        body: 'Mine alone',
        createdAt: new Date(),
      },
    });
    const own = async (as: string) => ask(ownAdviceAnswer, await actorFor(as), { reference });
    expect(await own(outsiders.expert)).toMatchObject({ body: 'Mine alone', submitted: false, open: true });
    expect(await own(outsiders.rival)).toMatchObject({ body: '', reference: null });
    expect((await own(asking.authorId))?.may.write).toBe(false);
    expect(await own(outsiders.unverified)).toBeNull();
  });
});
