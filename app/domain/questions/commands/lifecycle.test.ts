import { beforeAll, describe, expect, test as check } from 'vitest';
import { useDatabase, moveClock } from '../../../../tests/support/database';
import { ANSWERS, hiddenFields } from '../../../../tests/support/factories/question-answers';
import { actorFor } from '../../../../tests/support/factories/people';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { run } from '../../command.server';
import { showInstant } from '../../uk-time';
import { stateOf } from '../question';
import { approveQuestion } from './approve-question.server';
import { deleteDraft } from './delete-draft.server';
import { returnQuestion } from './return-question.server';
import { saveAreas } from './save-areas.server';
import { saveCriteria } from './save-criteria.server';
import { saveDates } from './save-dates.server';
import { saveEthics } from './save-ethics.server';
import { saveNeed } from './save-need.server';
import { savePeople } from './save-people.server';
import { saveProcurement } from './save-procurement.server';
import { saveScope } from './save-scope.server';
import { saveTerms } from './save-terms.server';
import { startQuestion } from './start-question.server';
import { submitForApproval } from './submit-for-approval.server';
import { withdrawQuestion } from './withdraw-question.server';

const test = useDatabase();
let asking: AskingTeam;
let areas: {
  threats: string[];
  strands: string[];
  levels: string[];
  priorities: string[];
  illicitFinance: string;
};
let priorityId: string;
let done: string | undefined;
const as = (id: string) => actorFor(id);
const author = () => as(asking.authorId);
const owner = () => as(asking.ownerId);

beforeAll(async () => {
  asking = await makeAskingTeam();
  const slug = async (scheme: 'threatArea' | 'strand' | 'level') =>
    (await test.db.term.findFirstOrThrow({ where: { scheme, retiredAt: null } })).slug;
  const priority = await test.db.priority.findFirstOrThrow();
  priorityId = priority.id;
  areas = {
    threats: [await slug('threatArea')],
    strands: [await slug('strand')],
    levels: [await slug('level')],
    priorities: [priority.reference],
    illicitFinance: 'no',
  };
});

async function started(): Promise<string> {
  const team = await test.db.team.findUniqueOrThrow({ where: { id: asking.teamId } });
  const outcome = await run(startQuestion, await author(), {
    title: 'How do insiders at ports get recruited?',
    route: 'commissioned-study',
    team: team.reference,
  });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value.reference;
}

/** Nine commands the first time, a copy of their result after that. */
async function finished(): Promise<string> {
  if (!done) done = await finishedByCommands();
  const row = await rowOf(done);
  const { id: _id, reference: _reference, createdAt: _createdAt, ...kept } = row;
  const data = JSON.parse(JSON.stringify(kept)) as object;
  const terms = [
    { scheme: 'threatArea' as const, slug: areas.threats[0] ?? '' },
    { scheme: 'strand' as const, slug: areas.strands[0] ?? '' },
    { scheme: 'level' as const, slug: areas.levels[0] ?? '' },
  ];
  const copy = await makeQuestion({ asking, state: 'draft', data, terms, priorityIds: [priorityId] });
  return copy.reference;
}

async function finishedByCommands(): Promise<string> {
  const reference = await started();
  const people = await test.db.person.findMany({
    where: { id: { in: [asking.ownerId, asking.budgetHolderId] } },
  });
  const referenceOf = (id: string) => people.find((one) => one.id === id)?.reference;
  const chosen = { owner: referenceOf(asking.ownerId), budgetHolder: referenceOf(asking.budgetHolderId) };
  const actor = await author();
  const outcomes = [
    await run(saveNeed, actor, { ...ANSWERS.need, ...(await hiddenFields(reference, 'need')) }),
    await run(saveAreas, actor, { ...areas, ...(await hiddenFields(reference, 'areas')) }),
    await run(saveScope, actor, { ...ANSWERS.scope, ...(await hiddenFields(reference, 'scope')) }),
    await run(saveEthics, actor, { ...ANSWERS.ethics, ...(await hiddenFields(reference, 'ethics')) }),
    await run(saveTerms, actor, { ...ANSWERS.terms, ...(await hiddenFields(reference, 'terms')) }),
    await run(saveProcurement, actor, {
      ...ANSWERS.procurement,
      ...(await hiddenFields(reference, 'procurement')),
    }),
    await run(saveCriteria, actor, { ...ANSWERS.criteria, ...(await hiddenFields(reference, 'criteria')) }),
    await run(saveDates, actor, { ...ANSWERS.dates, ...(await hiddenFields(reference, 'dates')) }),
    await run(savePeople, actor, { ...chosen, ...(await hiddenFields(reference, 'people')) }),
  ];
  expect(outcomes.filter(({ kind }) => kind !== 'done')).toEqual([]);
  return reference;
}

const rowOf = (reference: string) => test.db.question.findUniqueOrThrow({ where: { reference } });
const stateNow = async (reference: string) => stateOf(await rowOf(reference), (await author()).asOf);
const submitted = async () => {
  const reference = await finished();
  expect(await run(submitForApproval, await author(), { reference })).toMatchObject({ kind: 'done' });
  return reference;
};

describe('from draft to open', () => {
  check('a finished draft is approved, published with its windows, and frozen', async () => {
    const reference = await submitted();
    expect(await stateNow(reference)).toBe('awaitingApproval');
    expect(await run(approveQuestion, await owner(), { reference })).toMatchObject({ kind: 'done' });
    const row = await rowOf(reference);
    expect(await stateNow(reference)).toBe('open');
    expect(showInstant(row.closesAt ?? '')).toBe('11 February 2027 at 5pm');
    expect(showInstant(row.answersDueAt ?? '')).toBe('10 February 2027 at 5pm');
    expect(
      row.clarificationsCloseAt && row.answersDueAt && row.clarificationsCloseAt < row.answersDueAt,
    ).toBe(true);
    const version = await test.db.questionVersion.findFirstOrThrow({ where: { questionId: row.id } });
    expect(JSON.stringify(version.content)).toContain('Which roles are approached?');
    await expect(
      test.db.question.update({ where: { id: row.id }, data: { summary: 'Something else' } }),
    ).rejects.toThrow(/PublishedTextIsFrozen/);
    await expect(test.db.criterion.deleteMany({ where: { questionId: row.id } })).rejects.toThrow(/Frozen/);
    await expect(test.db.questionTerm.deleteMany({ where: { questionId: row.id } })).rejects.toThrow(
      /Frozen/,
    );
  });

  check('nobody but the named owner approves, and the author never', async () => {
    const reference = await submitted();
    expect(await run(approveQuestion, await author(), { reference })).toMatchObject({ kind: 'denied' });
    expect(await run(approveQuestion, await as(asking.budgetHolderId), { reference })).toMatchObject({
      kind: 'denied',
    });
    const stranger = (await makeAskingTeam()).ownerId;
    expect(await run(approveQuestion, await as(stranger), { reference })).toEqual({ kind: 'hidden' });
    await expect(
      test.db.question.update({ where: { reference }, data: { seniorResponsibleOwnerId: asking.authorId } }),
    ).rejects.toThrow(/question_author_is_not_owner/);
  });

  check('a returned question carries its reason, is edited, and goes again', async () => {
    const reference = await submitted();
    expect(
      await run(saveNeed, await author(), { ...ANSWERS.need, ...(await hiddenFields(reference, 'need')) }),
    ).toMatchObject({
      kind: 'denied',
    });
    expect(await run(returnQuestion, await owner(), { reference, reason: ' ' })).toMatchObject({
      kind: 'invalid',
    });
    await run(returnQuestion, await owner(), { reference, reason: 'Say who decides' });
    expect(await stateNow(reference)).toBe('returned');
    expect((await rowOf(reference)).returnedReason).toBe('Say who decides');
    // Both may fall on one instant, as far as the clock tells them apart.
    const returnedAt = new Date(Date.now() + 60_000);
    await test.db.question.update({ where: { reference }, data: { returnedAt } });
    expect(await run(submitForApproval, await author(), { reference })).toMatchObject({ kind: 'done' });
    expect(await stateNow(reference)).toBe('awaitingApproval');
    expect(await run(approveQuestion, await owner(), { reference })).toMatchObject({ kind: 'done' });
    expect(await run(approveQuestion, await owner(), { reference })).toMatchObject({
      kind: 'refused',
      refusal: { name: 'QuestionIsNotAwaitingApproval' },
    });
  });

  check('an unfinished draft is refused with the tasks that are missing', async () => {
    const outcome = await run(submitForApproval, await author(), { reference: await started() });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { name: 'DraftIsUnfinished' } });
    expect(JSON.stringify(outcome)).toContain('Ethics, data and security');
  });

  check('similar questions ask for a reason, personal data for a confirmation', async () => {
    const reference = await finished();
    expect(await run(submitForApproval, await author(), { reference, nearest: 3 })).toMatchObject({
      refusal: { fields: { nearDuplicateReason: 'Say why you ask although these are there' } },
    });
    await test.db.question.update({ where: { reference }, data: { background: 'Ask j.smith@example.org' } });
    const again = { reference, nearest: 3, nearDuplicateReason: 'They are about airports' };
    expect(await run(submitForApproval, await author(), again)).toMatchObject({
      refusal: { name: 'PersonalDataIsLikely' },
    });
    expect(await run(submitForApproval, await author(), { ...again, notPersonal: true })).toMatchObject({
      kind: 'done',
    });
    expect((await rowOf(reference)).nearDuplicateReason).toBe('They are about airports');
  });
});

describe('withdrawing and deleting', () => {
  check('a live question is withdrawn for good, with a reason that stays', async () => {
    const reference = await submitted();
    await run(approveQuestion, await owner(), { reference });
    expect(
      await run(withdrawQuestion, await as(asking.evaluatorId), { reference, reason: 'No' }),
    ).toMatchObject({
      kind: 'denied',
    });
    expect(
      await run(withdrawQuestion, await owner(), { reference, reason: 'The decision was taken' }),
    ).toMatchObject({
      kind: 'done',
    });
    expect(await stateNow(reference)).toBe('withdrawn');
    expect(await run(withdrawQuestion, await owner(), { reference, reason: 'Again' })).toMatchObject({
      kind: 'denied',
    });
    await expect(
      test.db.question.update({ where: { reference }, data: { withdrawnAt: null, withdrawnReason: null } }),
    ).rejects.toThrow(/WithdrawalIsFinal/);
  });

  check('a draft is deleted with a fact; a submitted one is kept', async () => {
    const reference = await started();
    const { id } = await rowOf(reference);
    expect(await run(deleteDraft, await author(), { reference })).toMatchObject({ kind: 'done' });
    expect(await test.db.question.findUnique({ where: { id } })).toBeNull();
    expect(await test.db.fact.count({ where: { nounId: id, name: 'QuestionDraftWasDeleted' } })).toBe(1);
    const kept = await submitted();
    await run(returnQuestion, await owner(), { reference: kept, reason: 'Shorter' });
    expect(await run(deleteDraft, await author(), { reference: kept })).toMatchObject({
      refusal: { name: 'QuestionIsKept' },
    });
    await expect(test.db.question.delete({ where: { reference: kept } })).rejects.toThrow(
      /QuestionIsKept|foreign key/,
    );
  });

  check('a draft is not handed in once the day of its expressions has passed', async () => {
    const reference = await finished();
    const send = async () => run(submitForApproval, await author(), { reference });
    const expressionsCloseAt = new Date(Date.now() - 3_600_000);
    const data = { expressionsCloseAt, expressionWords: 300, expressionCriteria: 'Ports known.' };
    await test.db.question.update({ where: { reference }, data });
    expect(await send()).toMatchObject({ refusal: { name: 'ClosingDateIsTooSoon' } });
    const later = new Date(Date.now() + 7 * 86_400_000);
    await test.db.question.update({ where: { reference }, data: { expressionsCloseAt: later } });
    expect(await send()).toMatchObject({ kind: 'done' });
  });

  check('a question is not approved once its closing day is too near', async () => {
    const reference = await submitted();
    await moveClock('81 days');
    expect(await run(approveQuestion, await owner(), { reference })).toMatchObject({
      refusal: { name: 'ClosingDateIsTooSoon' },
    });
  });
});
