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

beforeAll(async () => {
  [asking, outsiders] = await Promise.all([makeAskingTeam(), makeOutsiders()]);
});

/** Words of its own, so that no other question of this file is near. */
const apart = (word: string) => ({
  title: `${word}?`,
  data: { summary: word, decision: word, questionsAsked: word, outputs: word, background: word },
});
const rowOf = (reference: string) => database.db.question.findUniqueOrThrow({ where: { reference } });
const check = (reference: string, as = asking.authorId) => visit(paths.questionCheck(reference), { as });
const submit = (reference: string, fields: Record<string, string> = {}, as = asking.authorId) =>
  send(paths.questionCheck(reference), fields, { as });

describe('checking answers', () => {
  test('every answer of every task is read back, each with a link to change it', async () => {
    const { reference } = await makeFinished({ asking, ...apart('Zinnwald') });
    const page = await check(reference);
    expect(page.heading).toBe('Check answers before you send this for approval');
    for (const words of [
      'Need and decision date',
      'Terms',
      'Yes, after 28 days’ sight',
      'Procurement file 12',
    ])
      expect(page.text).toContain(words);
    const changes = page.links.filter(({ text }) => text.startsWith('Change'));
    expect(changes.length).toBeGreaterThan(40);
    expect(new Set(changes.map(({ href }) => href)).size).toBe(9);
    expect(page.text).not.toContain('Finish first');
  });

  test('what the approver will be warned of stands there before it is sent', async () => {
    const words = apart('Ybbs');
    const closesAt = new Date(Date.now() + 4 * 86_400_000);
    const { reference } = await makeFinished({ asking, ...words, data: { ...words.data, closesAt } });
    expect((await check(reference)).text).toMatch(/That leaves \d+ working days?/);
    const calm = apart('Zwettl');
    const later = new Date(Date.now() + 120 * 86_400_000);
    const other = await makeFinished({ asking, ...calm, data: { ...calm.data, closesAt: later } });
    expect((await check(other.reference)).text).not.toContain('That leaves');
  });

  test('what is unfinished is named before anybody presses, and refused after', async () => {
    const { reference } = await makeQuestion({ asking, state: 'draft', ...apart('Quokka') });
    const page = await check(reference);
    expect(page.text).toContain(
      'Finish first: Threat areas and priorities, Ethics, data and security, Terms',
    );
    expect(page.text).toContain('Not answered');
    const refused = await submit(reference);
    expect(refused.status).toBe(422);
    expect(refused.errors[0]).toMatch(/^Finish these first: Threat areas and priorities, .*Dates\.$/);
    expect((await rowOf(reference)).submittedAt).toBeNull();
  });

  test('only an author checks; the team is refused, others know of nothing', async () => {
    const { reference } = await makeFinished({ asking, ...apart('Yttrium') });
    for (const as of [asking.ownerId, asking.budgetHolderId, asking.evaluatorId]) {
      expect((await check(reference, as)).status).toBe(403);
      expect((await submit(reference, {}, as)).status).toBe(403);
    }
    for (const as of [outsiders.expert, outsiders.coordinator]) {
      expect((await check(reference, as)).status).toBe(404);
      expect((await submit(reference, {}, as)).status).toBe(404);
    }
    expect((await check(reference, '')).status).toBe(302);
    expect((await rowOf(reference)).submittedAt).toBeNull();
  });

  test.each(['awaitingApproval', 'open'] as const)('one that is %s leads to its page', async (state) => {
    const { reference } = await makeQuestion({ asking, state });
    expect((await check(reference)).location).toBe(paths.question(reference));
  });
});

describe('sending for approval', () => {
  test('a finished study goes to its owner, is frozen for the author, and says so', async () => {
    const { reference, id } = await makeFinished({ asking, ...apart('Wombat') });
    const sent = await submit(reference);
    expect([sent.status, sent.location, sent.banner]).toEqual([
      303,
      paths.question(reference),
      'Sent to the senior responsible owner for approval',
    ]);
    const page = await visit(paths.question(reference), { as: asking.authorId });
    expect(page.text).toContain('Awaiting approval');
    expect(page.text).not.toContain('Continue this draft');
    const fact = await database.db.fact.findFirstOrThrow({
      where: { nounId: id, name: 'QuestionWasSubmittedForApproval' },
    });
    expect(fact.data).toMatchObject({ ownerId: asking.ownerId });
  });

  test('an advice request goes from its one page to approval', async () => {
    const { reference } = await makeFinishedRequest({ asking, ...apart('Numbat') });
    const page = await check(reference);
    expect(page.$('main section h2').first().text()).toBe('Your request');
    expect((await submit(reference)).status).toBe(303);
  });

  test('a second press changes nothing', async () => {
    const { reference } = await makeFinished({ asking, ...apart('Kakapo') });
    const fields = { _key: 'one-form-of-this-page' };
    expect((await submit(reference, fields)).status).toBe(303);
    expect((await submit(reference, fields)).status).toBe(303);
    const { revision, id } = await rowOf(reference);
    expect((await submit(reference)).status).toBe(403);
    expect((await rowOf(reference)).revision).toBe(revision);
    expect(
      await database.db.fact.count({ where: { nounId: id, name: 'QuestionWasSubmittedForApproval' } }),
    ).toBe(1);
  });

  test('a returned question goes again', async () => {
    const { reference } = await makeFinished({ asking, state: 'returned', ...apart('Echidna') });
    expect((await submit(reference)).status).toBe(303);
    expect((await visit(paths.questionApproval(reference), { as: asking.ownerId })).status).toBe(200);
  });

  test('a closing day that has gone by meanwhile is found before the owner is asked', async () => {
    const over = apart('Ibis');
    const { reference } = await makeFinished({
      asking,
      ...over,
      data: { ...over.data, closesAt: new Date(Date.now() - 86_400_000) },
    });
    const refused = await submit(reference);
    expect(refused.status).toBe(422);
    expect(refused.errors[0]).toContain('leaves fewer than two working days');
    expect((await rowOf(reference)).submittedAt).toBeNull();
  });
});

describe('what is there already', () => {
  const PORTS = {
    title: 'How do insiders at container ports get recruited by traffickers?',
    data: { summary: 'Container ports, insiders, recruitment by traffickers and debt.' },
  };

  test('near questions are shown, and a reason is asked for, kept and carried to the owner', async () => {
    const near = await makeQuestion({ asking, ...PORTS });
    const { reference } = await makeFinished({ asking, ...PORTS });
    const page = await check(reference);
    expect(page.text).toContain('Has this been asked or answered already?');
    expect(page.links.some(({ href }) => href === paths.question(near.reference))).toBe(true);
    const unreasoned = await submit(reference);
    expect(unreasoned.messageBeside('nearDuplicateReason')).toBe('Say why you ask although these are there');
    const long = 'because '.repeat(100).trim();
    const refused = await submit(reference, { nearDuplicateReason: long });
    expect(refused.status).toBe(422);
    expect(refused.fields['nearDuplicateReason']).toBe(long);
    expect((await submit(reference, { nearDuplicateReason: 'It is about rail terminals' })).status).toBe(303);
    const approval = await visit(paths.questionApproval(reference), { as: asking.ownerId });
    expect(approval.text).toMatch(/The author’s reason to ask all the same: ?It is about rail terminals/);
  });

  test('of what is near but not the same nobody asks why, and nothing is held up', async () => {
    const near = await makeQuestion({
      asking,
      title: 'Freight drivers',
      data: {
        summary: 'Which freight drivers carry ivory, rhino horn, reptiles, pangolin scales and orchids?',
      },
    });
    const { reference } = await makeFinished({
      asking,
      title: 'What do freight drivers earn?',
      data: { summary: 'Wages, shifts, debts, contracts, training and pensions in haulage.' },
    });
    const page = await check(reference);
    expect(page.links.some(({ href }) => href === paths.question(near.reference))).toBe(true);
    expect(page.text).toContain('Why you ask although these are there (optional)');
    expect((await submit(reference)).status).toBe(303);
  });

  test('how many were shown is counted by Soundings, whatever the form claims', async () => {
    const { reference } = await makeFinished({ asking, ...PORTS });
    const page = await submit(reference, { nearest: '0' });
    expect(page.status).toBe(422);
    expect(page.messageBeside('nearDuplicateReason')).not.toBeNull();
  });

  test('an award of which no notice went out is no news to others who ask the same', async () => {
    const near = {
      title: 'Who forges certificates of rare okapi timber?',
      data: { summary: 'Forged certificates of okapi timber.' },
    };
    const awarded = await makeQuestion({ state: 'decided', ...near });
    const { reference } = await makeFinished({ asking, ...near });
    const link = (await check(reference)).$(`main a[href="${paths.question(awarded.reference)}"]`);
    expect(link.parent().text()).toContain('(In evaluation)');
  });

  test('a hidden question is never among them', async () => {
    const other = await makeAskingTeam();
    await makeQuestion({ asking: other, title: 'Secret axolotl smuggling', visibility: 'team' });
    const { reference } = await makeFinished({ asking, ...apart('axolotl smuggling') });
    expect((await check(reference)).html).not.toContain('Secret axolotl');
  });
});

describe('personal data', () => {
  test('a text that looks like it is confirmed, or not sent', async () => {
    const over = apart('Tapir');
    const { reference } = await makeFinished({
      asking,
      ...over,
      data: { ...over.data, background: 'Ask j.smith@example.org' },
    });
    const page = await check(reference);
    expect(page.fields['notPersonal']).toEqual([]);
    const refused = await submit(reference);
    expect(refused.messageBeside('notPersonal')).toBe('Confirm that the text holds no personal data');
    expect((await submit(reference, { notPersonal: 'on' })).status).toBe(303);
  });

  test('another text is not asked about', async () => {
    const { reference } = await makeFinished({ asking, ...apart('Gecko') });
    expect((await check(reference)).fields).not.toHaveProperty('notPersonal');
  });
});
