import { beforeAll, describe, expect, test as check } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { ANSWERS, hiddenFields } from '../../../../tests/support/factories/question-answers';
import { actorFor, makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { partnersPage } from '../queries/partners-page.server';
import { questionPage } from '../queries/question-page.server';
import { addAddendum } from './add-addendum.server';
import { changeVisibility } from './change-visibility.server';
import { copyQuestion } from './copy-question.server';
import { answerInvitation } from './answer-invitation.server';
import { inviteExpert } from './invite-expert.server';
import { inviteOrganisation } from './invite-organisation.server';
import { releaseQuestion } from './release-question.server';
import { saveCriteria } from './save-criteria.server';
import { saveEthics } from './save-ethics.server';
import { saveNeed } from './save-need.server';
import { seekPartners } from './seek-partners.server';
import { signalInterest } from './signal-interest.server';
import { stopWatching } from './stop-watching.server';
import { withdrawRelease } from './withdraw-release.server';

const test = useDatabase();
let asking: AskingTeam;
const author = () => actorFor(asking.authorId);
const owner = () => actorFor(asking.ownerId);
const newExpert = async () => actorFor((await makePerson({ expert: true })).id);

beforeAll(async () => {
  asking = await makeAskingTeam();
});

describe('a published question', () => {
  check('gets addenda that are numbered and never changed', async () => {
    const { reference, id } = await makeQuestion({ asking });
    await run(addAddendum, await author(), { reference, text: 'Port twelve is in Wales.' });
    await run(addAddendum, await author(), { reference, text: 'Annex B was missing.' });
    const page = await ask(questionPage, await newExpert(), { reference });
    expect(page?.addenda.map(({ number, text }) => [number, text])).toEqual([
      [2, 'Annex B was missing.'],
      [1, 'Port twelve is in Wales.'],
    ]);
    await expect(test.db.addendum.deleteMany({ where: { questionId: id } })).rejects.toThrow(/RecordIsKept/);
    expect(await run(addAddendum, await newExpert(), { reference, text: 'Mine' })).toMatchObject({
      kind: 'denied',
    });
  });

  check('is released by its owner, recorded, and withdrawn again', async () => {
    const { reference, id } = await makeQuestion({ asking });
    const visitor = await visitorNow();
    expect(await ask(questionPage, visitor, { reference })).toBeNull();
    expect(await run(releaseQuestion, await author(), { reference, reason: 'For all' })).toMatchObject({
      kind: 'denied',
    });
    expect(await run(releaseQuestion, await owner(), { reference, reason: 'For all' })).toMatchObject({
      kind: 'done',
    });
    expect((await ask(questionPage, visitor, { reference }))?.title).toBeTruthy();
    expect(await run(changeVisibility, await author(), { reference, visibility: 'team' })).toMatchObject({
      refusal: { name: 'QuestionIsReleased' },
    });
    expect(await run(withdrawRelease, await owner(), { reference, reason: 'Too soon' })).toMatchObject({
      kind: 'done',
    });
    expect(await ask(questionPage, visitor, { reference })).toBeNull();
    expect(await test.db.release.findFirst({ where: { nounId: id } })).toMatchObject({
      releasedById: asking.ownerId,
      reason: 'For all',
      withdrawnReason: 'Too soon',
    });
  });

  check('for invited people is known to those who were invited', async () => {
    const { reference } = await makeQuestion({ asking, visibility: 'invited' });
    const organisation = await makeOrganisation();
    const guest = await makePerson({ expert: true });
    const colleague = await makePerson({ expert: true, organisationId: organisation.id });
    const knows = async (id: string) => (await ask(questionPage, await actorFor(id), { reference })) !== null;
    expect([await knows(guest.id), await knows(colleague.id)]).toEqual([false, false]);
    const person = { reference, person: guest.reference, reason: 'Works on ports' };
    expect(await run(inviteExpert, await author(), person)).toMatchObject({ kind: 'done' });
    await run(inviteOrganisation, await author(), { reference, organisation: organisation.reference });
    expect([await knows(guest.id), await knows(colleague.id)]).toEqual([true, true]);
    expect(await run(inviteExpert, await author(), person)).toMatchObject({
      refusal: { fields: { person: 'They are invited already' } },
    });
    const invitee = await actorFor(guest.id);
    expect((await ask(questionPage, invitee, { reference }))?.invited).toBe(true);
    const no = { reference, answer: 'noTime' };
    expect(await run(answerInvitation, invitee, no)).toMatchObject({ kind: 'done' });
    expect((await ask(questionPage, invitee, { reference }))?.invited).toBe(false);
    expect(await run(answerInvitation, await actorFor(colleague.id), no)).toEqual({
      kind: 'hidden',
    });
    const member = await makePerson();
    expect(await run(inviteExpert, await author(), { reference, person: member.reference })).toMatchObject({
      refusal: { name: 'ExpertIsUnknown' },
    });
  });

  check('tells nobody of an award before its notice, save its team', async () => {
    const { reference } = await makeQuestion({ asking, state: 'decided' });
    expect((await ask(questionPage, await newExpert(), { reference }))?.state).toBe('inEvaluation');
    expect((await ask(questionPage, await newExpert(), { reference }))?.outcome).toBeNull();
    expect((await ask(questionPage, await author(), { reference }))?.state).toBe('decided');
  });
});

describe('taking part', () => {
  check('interest is one step, watches too, and ends with the watch', async () => {
    const { reference, id } = await makeQuestion({ asking });
    const expert = await newExpert();
    await run(signalInterest, expert, { reference });
    expect(await ask(questionPage, expert, { reference })).toMatchObject({
      interested: true,
      watching: true,
    });
    await run(stopWatching, expert, { reference });
    expect(await ask(questionPage, expert, { reference })).toMatchObject({
      interested: false,
      watching: false,
    });
    expect(await run(signalInterest, await author(), { reference })).toMatchObject({ kind: 'denied' });
    const team = JSON.stringify(await ask(questionPage, await author(), { reference }));
    await run(signalInterest, expert, { reference });
    expect(team).not.toContain(expert.id);
    expect(await test.db.questionInterest.count({ where: { questionId: id } })).toBe(1);
  });

  check('those who look for partners are seen by experts, never by team or panel', async () => {
    const { reference } = await makeQuestion({ asking });
    const expert = await newExpert();
    expect(await run(seekPartners, expert, { reference, note: 'We bring port data' })).toMatchObject({
      kind: 'done',
    });
    const rival = await newExpert();
    expect((await ask(partnersPage, rival, { reference }))?.partners).toMatchObject([
      { note: 'We bring port data' },
    ]);
    expect(await ask(partnersPage, await author(), { reference })).toBeNull();
    expect(await ask(partnersPage, await actorFor(asking.evaluatorId), { reference })).toBeNull();
    const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
    expect(await ask(partnersPage, coordinator, { reference })).toBeNull();
  });
});

describe('drafts', () => {
  const draft = async () => (await makeQuestion({ asking, state: 'draft' })).reference;

  check('a save on top of somebody else’s is noticed and loses nothing', async () => {
    const reference = await draft();
    const shown = await hiddenFields(reference, 'need');
    await run(saveNeed, await author(), { ...ANSWERS.need, ...shown, summary: 'First' });
    const second = { ...ANSWERS.need, ...shown, summary: 'Second' };
    expect(await run(saveNeed, await author(), second)).toMatchObject({
      refusal: { name: 'SomebodySavedMeanwhile', stale: true },
    });
    expect((await test.db.question.findUniqueOrThrow({ where: { reference } })).summary).toBe('First');
    const again = { ...second, seen: (await hiddenFields(reference, 'need')).seen };
    expect(await run(saveNeed, await author(), again)).toMatchObject({ kind: 'done' });
    expect((await test.db.question.findUniqueOrThrow({ where: { reference } })).summary).toBe('Second');
  });

  check('half an answer is kept by autosave and refused by “Save and continue”', async () => {
    const reference = await draft();
    const half = { title: 'Half', summary: '', ...(await hiddenFields(reference, 'need')) };
    expect(await run(saveNeed, await author(), half)).toMatchObject({
      refusal: { fields: { summary: 'Say why you ask' } },
    });
    expect(await run(saveNeed, await author(), { ...half, intent: 'auto' })).toMatchObject({ kind: 'done' });
    expect((await test.db.question.findUniqueOrThrow({ where: { reference } })).title).toBe('Half');
  });

  check('weights total exactly 100', async () => {
    const reference = await draft();
    const rows = { ...ANSWERS.criteria, weight1: '21', ...(await hiddenFields(reference, 'criteria')) };
    expect(await run(saveCriteria, await author(), rows)).toMatchObject({
      refusal: { fields: { weight1: 'The weights must total exactly 100. They total 101' } },
    });
  });

  check('SECRET and OFFICIAL-SENSITIVE are refused at the form', async () => {
    const reference = await draft();
    const hidden = await hiddenFields(reference, 'ethics');
    for (const marking of ['SECRET', 'OFFICIAL_SENSITIVE'])
      for (const intent of ['finish', 'auto'])
        expect(
          await run(saveEthics, await author(), { ...ANSWERS.ethics, marking, intent, ...hidden }),
        ).toMatchObject({
          refusal: { name: 'MarkingIsTooHigh' },
        });
  });

  check('an unknown field and a stranger are refused', async () => {
    const reference = await draft();
    const input = { ...ANSWERS.need, ...(await hiddenFields(reference, 'need')) };
    expect(await run(saveNeed, await author(), { ...input, approvedAt: '2026-01-01' })).toMatchObject({
      kind: 'invalid',
    });
    expect(await run(saveNeed, await newExpert(), input)).toEqual({ kind: 'hidden' });
    expect(await run(saveNeed, await actorFor(asking.evaluatorId), input)).toMatchObject({ kind: 'denied' });
  });
});

check('an area of research interest is promoted to a study without its dates', async () => {
  const { reference } = await makeQuestion({ asking, routeSlug: 'area-of-research-interest' });
  const outcome = await run(copyQuestion, await author(), { reference, route: 'commissioned-study' });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  const copy = await test.db.question.findUniqueOrThrow({
    where: { reference: outcome.value.reference },
    include: { criteria: true, route: true },
  });
  expect(copy).toMatchObject({ decisionDate: null, neededBy: null, closesAt: null, publishedAt: null });
  expect(copy.route.slug).toBe('commissioned-study');
  expect(copy.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
});
