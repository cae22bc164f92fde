import { beforeAll, describe, expect, test as check } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { actorFor, makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import {
  makeFinished,
  makeOutsiders,
  type Outsiders,
} from '../../../../tests/support/factories/question-cast';
import { hiddenFields } from '../../../../tests/support/factories/question-answers';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { ending } from '../../../../tests/support/outcome';
import { run } from '../../command.server';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { answerToken } from '../advice/answer-token.server';
import { addAddendum } from './add-addendum.server';
import { answerClarification } from './answer-clarification.server';
import { approveQuestion } from './approve-question.server';
import { askClarification } from './ask-clarification.server';
import { copyQuestion } from './copy-question.server';
import { declineClarification } from './decline-clarification.server';
import { inviteExpert } from './invite-expert.server';
import { inviteOrganisation } from './invite-organisation.server';
import { releaseQuestion } from './release-question.server';
import { returnQuestion } from './return-question.server';
import { saveScope } from './save-scope.server';
import { signalInterest } from './signal-interest.server';
import { startQuestion } from './start-question.server';
import { submitForApproval } from './submit-for-approval.server';
import { withdrawQuestion } from './withdraw-question.server';
import { writeAdviceAnswer } from './write-advice-answer.server';

const test = useDatabase();
let asking: AskingTeam;
let outsiders: Outsiders;
const author = () => actorFor(asking.authorId);
const owner = () => actorFor(asking.ownerId);

beforeAll(async () => {
  [asking, outsiders] = await Promise.all([makeAskingTeam(), makeOutsiders()]);
});

const twice = async (once: () => Promise<Parameters<typeof ending>[0]>) =>
  (await Promise.all([once(), once()])).map((outcome) => ending(outcome)).sort();
const factsOf = (nounId: string, name: string) => test.db.fact.count({ where: { nounId, name } });

describe('two at once', () => {
  check('approve once, whoever was first', async () => {
    const { id, reference } = await makeFinished({ asking, state: 'awaitingApproval' });
    const actor = await owner();
    expect(await twice(() => run(approveQuestion, actor, { reference }))).toEqual([
      'QuestionIsNotAwaitingApproval',
      'done',
    ]);
    expect(await factsOf(id, 'QuestionWasPublished')).toBe(1);
  });

  check('approve or return, never both', async () => {
    const { id, reference } = await makeFinished({ asking, state: 'awaitingApproval' });
    const actor = await owner();
    const [approved, returned] = await Promise.all([
      run(approveQuestion, actor, { reference }),
      run(returnQuestion, actor, { reference, reason: 'Wait' }),
    ]);
    expect([ending(approved), ending(returned)].filter((end) => end === 'done')).toHaveLength(1);
    const row = await test.db.question.findUniqueOrThrow({ where: { id } });
    expect(row.publishedAt === null).toBe(row.returnedAt !== null);
  });

  check('number their addenda apart', async () => {
    const { id, reference } = await makeQuestion({ asking });
    const actor = await author();
    await Promise.all(['One', 'Two', 'Three'].map((text) => run(addAddendum, actor, { reference, text })));
    const numbers = await test.db.addendum.findMany({
      where: { questionId: id },
      orderBy: { number: 'asc' },
    });
    expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  check('settle a clarification once', async () => {
    const { id, reference } = await makeQuestion({ asking });
    await run(askClarification, await actorFor(outsiders.expert), { reference, asked: 'Once?' });
    const one = await test.db.clarification.findFirstOrThrow({ where: { questionId: id } });
    const actor = await author();
    const outcomes = await Promise.all([
      run(answerClarification, actor, { reference: one.reference, publishedText: 'Once?', answer: 'Yes' }),
      run(declineClarification, actor, { reference: one.reference, reason: 'No' }),
    ]);
    expect(outcomes.map((outcome) => ending(outcome)).sort()).toEqual(['ClarificationIsSettled', 'done']);
  });

  check('invite once, and say so to the second', async () => {
    const { reference } = await makeQuestion({ asking });
    const guest = await makePerson({ expert: true });
    const house = await makeOrganisation();
    const actor = await author();
    expect(await twice(() => run(inviteExpert, actor, { reference, person: guest.reference }))).toEqual([
      'ExpertIsInvited',
      'done',
    ]);
    const whole = { reference, organisation: house.reference };
    expect(await twice(() => run(inviteOrganisation, actor, whole))).toEqual([
      'OrganisationIsInvited',
      'done',
    ]);
  });

  check('start one answer between two windows of one expert', async () => {
    const { id, reference } = await makeQuestion({ asking, routeSlug: 'expert-advice-request' });
    const actor = await actorFor(outsiders.expert);
    const first = { reference, seen: answerToken(null), intent: 'later' };
    const outcomes = await Promise.all(
      ['From the left', 'From the right'].map((body) => run(writeAdviceAnswer, actor, { ...first, body })),
    );
    expect(outcomes.map((outcome) => ending(outcome)).sort()).toEqual(['SomebodySavedMeanwhile', 'done']);
    expect(await test.db.adviceAnswer.count({ where: { questionId: id } })).toBe(1);
  });

  check('save a page: the second is told', async () => {
    const { reference } = await makeFinished({ asking });
    const shown = await hiddenFields(reference, 'scope');
    const actor = await author();
    const outcomes = await Promise.all(
      ['Left', 'Right'].map((outputs) => run(saveScope, actor, { ...shown, questionsAsked: 'Q', outputs })),
    );
    expect(outcomes.map((outcome) => ending(outcome)).sort()).toEqual(['SomebodySavedMeanwhile', 'done']);
  });
});

describe('a visitor', () => {
  const input = async () => ({ reference: (await makeQuestion({ asking, released: true })).reference });

  check('does nothing to a question that is released, whatever is sent', async () => {
    const { reference } = await input();
    const visitor = await visitorNow();
    const outcomes = [
      await run(addAddendum, visitor, { reference, text: 'Mine' }),
      await run(askClarification, visitor, { reference, asked: 'Mine' }),
      await run(signalInterest, visitor, { reference }),
      await run(withdrawQuestion, visitor, { reference, reason: 'Mine' }),
      await run(releaseQuestion, visitor, { reference, reason: 'Mine' }),
      await run(copyQuestion, visitor, { reference, route: 'competition' }),
      await run(submitForApproval, visitor, { reference }),
    ];
    expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'denied'));
  });

  check('is not a fact in the trail: nobody was there to name', async () => {
    const before = await test.db.fact.count({ where: { name: 'AttemptWasDenied' } });
    await run(signalInterest, await visitorNow(), await input());
    expect(await test.db.fact.count({ where: { name: 'AttemptWasDenied' } })).toBe(before);
  });
});

describe('denied attempts', () => {
  check('stand in the history of the question, with the reason and without the words sent', async () => {
    const { id, reference } = await makeQuestion({ asking });
    await run(withdrawQuestion, await actorFor(outsiders.coordinator), {
      reference,
      reason: 'Secret reason',
    });
    const fact = await test.db.fact.findFirstOrThrow({ where: { nounId: id, name: 'AttemptWasDenied' } });
    expect(fact.data).toMatchObject({ command: 'questions.withdraw' });
    expect(JSON.stringify(fact.data)).not.toContain('Secret reason');
  });

  check('of somebody who may not know of it are kept too', async () => {
    const { id, reference } = await makeQuestion({ asking, visibility: 'team' });
    const outcome = await run(signalInterest, await actorFor(outsiders.expert), { reference });
    expect(outcome).toEqual({ kind: 'hidden' });
    expect(await factsOf(id, 'AttemptWasDenied')).toBe(1);
  });
});

describe('no fact tells what people wrote', () => {
  check('titles, reasons and texts stay out of the trail', async () => {
    const secret = 'Quetzalcoatl';
    const team = await test.db.team.findUniqueOrThrow({ where: { id: asking.teamId } });
    await run(startQuestion, await author(), {
      title: `${secret} title`,
      route: 'commissioned-study',
      team: team.reference,
    });
    const { reference } = await makeQuestion({ asking });
    await run(addAddendum, await author(), { reference, text: `${secret} addendum` });
    await run(askClarification, await actorFor(outsiders.expert), { reference, asked: `${secret} asked` });
    await run(releaseQuestion, await owner(), { reference, reason: `${secret} release` });
    await run(withdrawQuestion, await owner(), { reference, reason: `${secret} withdrawn` });
    const facts = await test.db.fact.findMany();
    expect(facts.length).toBeGreaterThan(4);
    expect(JSON.stringify(facts.map(({ data }) => data))).not.toContain(secret);
  });
});
