import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import {
  makeFinished,
  makeFinishedRequest,
  makeOutsiders,
  type Outsiders,
} from '../../../../tests/support/factories/question-cast';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let asking: AskingTeam;
let outsiders: Outsiders;
let waiting: string;

beforeAll(async () => {
  [asking, outsiders] = await Promise.all([makeAskingTeam(), makeOutsiders()]);
  waiting = (await makeFinished({ asking, state: 'awaitingApproval', title: 'Who waits here?' })).reference;
});

const rowOf = (reference: string) => database.db.question.findUniqueOrThrow({ where: { reference } });
const approve = (reference: string, as = asking.ownerId, fields = {}) =>
  send(paths.questionApproval(reference), fields, { as });
const giveBack = (reference: string, reason: string, as = asking.ownerId) =>
  send(paths.returnQuestion(reference), { reason }, { as });

describe('who approves', () => {
  test('the named owner reads every answer, and what approving means', async () => {
    const page = await visit(paths.questionApproval(waiting), { as: asking.ownerId });
    expect(page.heading).toBe('Approve and publish, or return');
    expect(page.text).toMatch(/Person \w+ asks you, as senior responsible owner, to approve this question/);
    expect(page.text).toContain('About 60 days');
    expect(page.text).toContain('terms, criteria and dates are then frozen');
    expect(page.buttons).toEqual(['Approve and publish']);
    expect(page.links.some(({ text }) => text.startsWith('Change'))).toBe(false);
    expect(page.links).toContainEqual({
      text: 'Return it with a reason',
      href: paths.returnQuestion(waiting),
    });
  });

  test('nobody else of the team, the author least of all', async () => {
    for (const as of [asking.authorId, asking.budgetHolderId, asking.evaluatorId]) {
      expect((await visit(paths.questionApproval(waiting), { as })).status).toBe(403);
      expect((await visit(paths.returnQuestion(waiting), { as })).status).toBe(403);
      expect((await approve(waiting, as)).status).toBe(403);
      expect((await giveBack(waiting, 'No', as)).status).toBe(403);
    }
  });

  test('nobody outside it knows that anything awaits approval', async () => {
    const otherOwner = (await makeAskingTeam()).ownerId;
    for (const as of [otherOwner, outsiders.expert, outsiders.coordinator, outsiders.administrator]) {
      expect((await visit(paths.questionApproval(waiting), { as })).status).toBe(404);
      expect((await approve(waiting, as)).status).toBe(404);
      expect((await giveBack(waiting, 'No', as)).status).toBe(404);
    }
    for (const address of [paths.questionApproval(waiting), paths.returnQuestion(waiting)])
      expect((await visit(address)).status).toBe(302);
    expect((await rowOf(waiting)).publishedAt).toBeNull();
  });

  test.each(['draft', 'returned', 'open', 'withdrawn'] as const)(
    'of one that is %s there is nothing to approve: its owner is led to it',
    async (state) => {
      const { reference } = await makeQuestion({ asking, state });
      for (const address of [paths.questionApproval(reference), paths.returnQuestion(reference)]) {
        const page = await visit(address, { as: asking.ownerId });
        expect([page.status, page.location]).toEqual([302, paths.question(reference)]);
      }
    },
  );
});

describe('approving', () => {
  test('publishes at once: experts read it, its windows stand, the text is frozen', async () => {
    const { reference, id } = await makeFinished({ asking, state: 'awaitingApproval', title: 'Now open?' });
    expect((await visit(paths.question(reference), { as: outsiders.expert })).status).toBe(404);
    const sent = await approve(reference);
    expect([sent.status, sent.location, sent.banner]).toEqual([
      303,
      paths.question(reference),
      'Published. The people who may see it can answer from now on.',
    ]);
    const page = await visit(paths.question(reference), { as: outsiders.expert });
    expect(page.heading).toBe('Now open?');
    expect(page.text).toContain('Start a bid');
    const row = await rowOf(reference);
    expect(row.approvedById).toBe(asking.ownerId);
    expect(row.clarificationsCloseAt?.getTime()).toBeLessThan(row.closesAt?.getTime() ?? 0);
    expect((await visit(paths.questionTask(reference, 'need'), { as: asking.authorId })).status).toBe(403);
    const version = await database.db.questionVersion.findFirstOrThrow({ where: { questionId: id } });
    expect(JSON.stringify(version.content)).toContain('Now open?');
    const fact = await database.db.fact.findFirstOrThrow({
      where: { nounId: id, name: 'QuestionWasPublished' },
    });
    expect(fact.data).toMatchObject({ authorId: asking.authorId, visibility: 'network' });
  });

  test('a request is published the same way', async () => {
    const { reference } = await makeFinishedRequest({ asking, state: 'awaitingApproval' });
    expect((await approve(reference)).status).toBe(303);
    const page = await visit(paths.question(reference), { as: outsiders.expert });
    expect(page.text).toContain('Answer this request');
  });

  test('twice by one form publishes once; by another it is told that it is done', async () => {
    const { reference, id } = await makeFinished({ asking, state: 'awaitingApproval' });
    const fields = { _key: 'the-approving-form' };
    expect((await approve(reference, asking.ownerId, fields)).status).toBe(303);
    expect((await approve(reference, asking.ownerId, fields)).status).toBe(303);
    expect((await approve(reference)).location).toBe(paths.question(reference));
    expect(await database.db.questionVersion.count({ where: { questionId: id } })).toBe(1);
    expect(await database.db.fact.count({ where: { nounId: id, name: 'QuestionWasPublished' } })).toBe(1);
  });

  test('what became unfinished meanwhile is not published', async () => {
    const { reference } = await makeFinished({
      asking,
      state: 'awaitingApproval',
      data: { procurement: { basis: 'direct', document: 'File' } },
    });
    const page = await approve(reference);
    expect([page.status, page.errors]).toEqual([422, ['Return it: some of its tasks are unfinished.']]);
    expect((await rowOf(reference)).publishedAt).toBeNull();
  });

  test('a closing day that is too near is refused with what to do, and warned of before', async () => {
    const { reference } = await makeFinished({
      asking,
      state: 'awaitingApproval',
      data: { closesAt: new Date(Date.now() + 3_600_000) },
    });
    const before = await visit(paths.questionApproval(reference), { as: asking.ownerId });
    expect(before.text).toMatch(/That leaves [01] working days\. Commissioned study usually gives 20\./);
    const page = await approve(reference);
    expect(page.status).toBe(422);
    expect(page.errors[0]).toContain('It would close too soon');
    expect(page.heading).toBe('Approve and publish, or return');
  });

  test('a budget above the threshold is said before it is published', async () => {
    const { reference } = await makeFinished({
      asking,
      state: 'awaitingApproval',
      data: { budgetMaximum: 20_000_000 },
    });
    const page = await visit(paths.questionApproval(reference), { as: asking.ownerId });
    expect(page.text).toContain('£240,000 with VAT reaches the threshold of £135,018');
  });
});

describe('returning', () => {
  test('asks what has to change, and goes back to the approval', async () => {
    const page = await visit(paths.returnQuestion(waiting), { as: asking.ownerId });
    expect(page.heading).toBe('Return this question to its author');
    expect(page.fields).toEqual({ reason: '' });
    expect(page.$('.govuk-back-link').attr('href')).toBe(paths.questionApproval(waiting));
  });

  test('without a reason, or with a book, it stays and keeps what was typed', async () => {
    const empty = await giveBack(waiting, ' \n ');
    expect([empty.status, empty.messageBeside('reason')]).toEqual([422, 'Say what has to change']);
    const book = 'and then '.repeat(1200).trim();
    const long = await giveBack(waiting, book);
    expect([long.status, long.messageBeside('reason')]).toEqual([422, 'Use 1,000 characters or fewer']);
    expect(long.fields['reason']).toBe(book);
    expect((await rowOf(waiting)).returnedAt).toBeNull();
  });

  test('hands it to the author with the reason, in their own words, harmless', async () => {
    const { reference, id } = await makeFinished({ asking, state: 'awaitingApproval' });
    const reason = 'Say <script>alert(1)</script> who decides; 🐟';
    const sent = await giveBack(reference, reason);
    expect([sent.location, sent.banner]).toEqual([
      paths.question(reference),
      'Returned to its author with your reason',
    ]);
    const page = await visit(paths.questionDraft(reference), { as: asking.authorId });
    expect(page.text).toContain(reason);
    expect(page.html).not.toContain('<script>alert');
    expect((await visit(paths.question(reference), { as: outsiders.expert })).status).toBe(404);
    const fact = await database.db.fact.findFirstOrThrow({
      where: { nounId: id, name: 'QuestionWasReturned' },
    });
    expect(JSON.stringify(fact.data)).not.toContain('who decides');
  });

  test('once more is too late, and changes nothing', async () => {
    const { reference } = await makeFinished({ asking, state: 'awaitingApproval' });
    await giveBack(reference, 'First');
    const again = await giveBack(reference, 'Second');
    expect(again.location).toBe(paths.question(reference));
    expect((await rowOf(reference)).returnedReason).toBe('First');
  });
});
