import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let question: Awaited<ReturnType<typeof makeQuestion>>;
let expert: string;
let rival: string;
let author: string;

beforeAll(async () => {
  question = await makeQuestion({ closesInDays: 20, title: 'How do brokers find buyers?' });
  expert = (await makePerson({ expert: true, name: 'Hidden Asker' })).id;
  rival = (await makePerson({ expert: true })).id;
  author = question.asking.authorId;
});

/** Asks as the expert and gives the address of the page to answer it on. */
async function asked(text: string): Promise<string> {
  const sent = await send(paths.askClarification(question.reference), { asked: text }, { as: expert });
  expect(sent.status).toBe(303);
  const row = await database.db.clarification.findFirstOrThrow({ where: { asked: text } });
  return paths.clarification(row.reference);
}

describe('asking', () => {
  const address = () => paths.askClarification(question.reference);

  test('an expert gets a form that promises to hide the name', async () => {
    const page = await visit(address(), { as: expert });
    expect(page.heading).toBe('Ask for clarification');
    expect(page.text).toContain('The team sees your words but never your name');
    expect(page.fields).toHaveProperty('asked', '');
  });

  test('nothing typed is said beside the field', async () => {
    const page = await send(address(), { asked: ' ' }, { as: expert });
    expect(page.status).toBe(422);
    expect(page.errors).toHaveLength(1);
    expect(page.messageBeside('asked')).toBe(page.errors[0]);
  });

  test('too many words are refused and kept', async () => {
    const long = 'word '.repeat(600).trim();
    const page = await send(address(), { asked: long }, { as: expert });
    expect(page.status).toBe(422);
    expect(page.fields['asked']).toBe(long);
  });

  test('what is asked stands on the asker’s own list', async () => {
    const sent = await send(address(), { asked: 'Is travel paid?' }, { as: expert });
    expect(sent.location).toBe(paths.clarifications(question.reference));
    expect(sent.banner).toBe('Asked. The team does not learn who you are.');
    expect((await visit(sent.location ?? '', { as: expert })).text).toContain('Is travel paid?');
    expect((await visit(sent.location ?? '', { as: rival })).text).not.toContain('Is travel paid?');
  });

  test('the team that answers does not ask itself', async () => {
    expect((await visit(address(), { as: author })).status).toBe(403);
    expect((await send(address(), { asked: 'May we?' }, { as: author })).status).toBe(403);
  });

  test('a visitor is sent to sign in and back', async () => {
    const page = await visit(address());
    expect(page.status).toBe(302);
    expect(page.location).toBe(`${paths.signIn()}?from=${encodeURIComponent(address())}`);
  });
});

describe('answering', () => {
  test('the team reads the words, never the name', async () => {
    const page = await visit(await asked('May we use data of 2019?'), { as: author });
    expect(page.fields['publishedText']).toBe('May we use data of 2019?');
    expect(page.html).not.toMatch(/Hidden Asker/);
  });

  test('an answer is published with the question, for everybody', async () => {
    const fields = { publishedText: 'May data of 2018 be used?', answer: 'Yes, with care.' };
    const sent = await send(await asked('May we use data of 2018?'), fields, { as: author });
    expect(sent.banner).toBe('Published. Everybody who watches is told.');
    const page = await visit(paths.question(question.reference), { as: rival });
    expect(page.text).toContain('May data of 2018 be used?');
    expect(page.text).toContain('Yes, with care.');
  });

  test('declining without a reason keeps the page, with the message in that form', async () => {
    const page = await send(await asked('Who else bids?'), { intent: 'decline', reason: '' }, { as: author });
    expect(page.status).toBe(422);
    expect(page.messageBeside('reason')).toBeTruthy();
  });

  test('what was answered already leads back to the list', async () => {
    const address = await asked('Twice?');
    const fields = { publishedText: 'Twice?', answer: 'Once.' };
    await send(address, fields, { as: author });
    expect((await visit(address, { as: author })).location).toBe(paths.clarifications(question.reference));
    const again = await send(address, fields, { as: author });
    expect(again.status).toBe(302);
  });

  test('another expert cannot know of it', async () => {
    expect((await visit(await asked('Seen by whom?'), { as: rival })).status).toBe(404);
  });
});
