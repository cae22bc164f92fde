import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward } from '../../../../tests/support/factories/awards';
import { bidderOf, makeCompetition } from '../../../../tests/support/factories/competitions';
import { makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit, visitData } from '../../../../tests/support/site';

const database = useDatabase();
let award: Awaited<ReturnType<typeof makeAward>>;
let scoring: Awaited<ReturnType<typeof makeCompetition>>;
let coordinator: string;
let auditor: string;
const file = ({ question }: { question: { reference: string } }) => paths.questionFile(question.reference);

beforeAll(async () => {
  award = await makeAward({ state: 'inDelivery' });
  scoring = await makeCompetition();
  coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  auditor = (await makePerson({ roles: ['auditor'] })).id;
});

describe('the file of a decided question', () => {
  test('holds people, bids, scores, ranking, award and trail for owner, coordinator and auditor', async () => {
    const { panel, first, second } = award;
    for (const as of [panel.owner.id, coordinator, auditor]) {
      const page = await visit(file(award), { as });
      expect(page.heading).toBe(award.question.title);
      for (const name of [...panel.evaluators, panel.moderator].map((one) => one.name))
        expect(page.text).toContain(name);
      for (const bid of [first, second]) expect(page.text).toContain(await bidderOf(bid));
      for (const words of [
        'harbour evidence',
        'Evidence in section 1.',
        'Amount, without VAT',
        'C-1',
        'What happened, from the audit trail',
        '2 prepared, 2 sent.',
      ])
        expect(page.text).toContain(words);
    }
  });

  test('says that it was read, and the read stands in the trail with the bids it showed', async () => {
    const reads = () =>
      database.db.fact.findMany({
        where: { name: 'QuestionFileWasRead', nounId: award.question.id },
        orderBy: { number: 'desc' },
      });
    const before = (await reads()).length;
    expect((await visit(file(award), { as: auditor })).text).toContain('That you read this file is recorded');
    const [last] = await reads();
    expect((await reads()).length).toBe(before + 1);
    expect(last?.actorId).toBe(auditor);
    expect(JSON.stringify(last?.data)).toContain(award.first.id);
  });

  test('tells nobody who asked for clarifications, watched or showed interest', async () => {
    const asker = await makePerson({ expert: true, name: 'Hidden Asker' });
    const open = await makeQuestion();
    await send(paths.askClarification(open.reference), { asked: 'May we use 2019?' }, { as: asker.id });
    const page = await visit(file({ question: open }), { as: open.asking.ownerId });
    expect([page.status, page.html.includes('Hidden Asker')]).toEqual([200, false]);
  });

  test('is denied to the rest of the asking side, and hidden from everybody else', async () => {
    const { panel, first, question } = award;
    for (const as of [
      panel.author.id,
      panel.budgetHolder.id,
      panel.evaluators[0].id,
      question.asking.evaluatorId,
    ]) {
      const page = await visit(file(award), { as });
      expect([page.status, page.text.includes('The file is for the senior responsible owner')]).toEqual([
        403,
        true,
      ]);
    }
    for (const as of [first.leadId, (await makePerson()).id])
      expect((await visit(file(award), { as })).status).toBe(404);
    expect((await visit(file(award))).location).toContain(paths.signIn());
  });
});

describe('the file while the evaluation goes on', () => {
  test('has no bid, score or price for the owner; the moderator reads the bids, still without price', async () => {
    const { panel, first } = scoring;
    const owner = await visit(file(scoring), { as: panel.owner.id });
    expect(owner.text).toContain('The text of bids is not on the file that you may read now');
    expect(owner.text).toContain('They join the file when quality is agreed');
    const { body } = await visitData(file(scoring), { as: panel.owner.id });
    for (const word of [await bidderOf(first), first.reference, 'firstmark', '6000000'])
      expect(body).not.toContain(word);
    const moderator = await visitData(file(scoring), { as: panel.moderator.id });
    expect(moderator.body).toContain('firstmark');
    expect(moderator.body).not.toMatch(/6000000|5900000|dayRate/);
    expect((await visit(file(scoring), { as: auditor })).status).toBe(404);
  });

  test('a moderator who has not declared gets none of it', async () => {
    const early = await makeCompetition({ stage: 'declaring' });
    const page = await visit(file(early), { as: early.panel.moderator.id });
    expect([page.status, page.text.includes('Declare your interests first')]).toEqual([403, true]);
  });

  test('before opening it tells nothing of bids', async () => {
    const sealed = await makeCompetition({ stage: 'closed' });
    for (const as of [sealed.panel.owner.id, sealed.panel.moderator.id, coordinator]) {
      const { status, body } = await visitData(file(sealed), { as });
      expect(status).toBe(200);
      for (const word of [await bidderOf(sealed.first), sealed.first.reference, 'firstmark'])
        expect(body).not.toContain(word);
    }
  });

  test('a wall around one bid takes that bid out of it', async () => {
    const call = await makeAward({ state: 'decided', routeSlug: 'funding-call' });
    await makeWall(call.question.id, call.panel.owner.id, call.second.id);
    const { body } = await visitData(file(call), { as: call.panel.owner.id });
    expect(body).toContain(await bidderOf(call.first));
    for (const word of [await bidderOf(call.second), call.second.reference]) expect(body).not.toContain(word);
  });
});
