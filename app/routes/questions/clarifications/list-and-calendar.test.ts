import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeOutsiders, type Outsiders } from '../../../../tests/support/factories/question-cast';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
type Made = Awaited<ReturnType<typeof makeQuestion>>;
let question: Made;
let outsiders: Outsiders;
let author: string;

beforeAll(async () => {
  [question, outsiders] = await Promise.all([
    makeQuestion({ title: 'Who sells, who buys; and why, again?' }),
    makeOutsiders(),
  ]);
  author = question.asking.authorId;
});

const ask = (asked: string, { reference } = question) =>
  send(paths.askClarification(reference), { asked }, { as: outsiders.expert });
const addressOf = async (asked: string) =>
  paths.clarification((await database.db.clarification.findFirstOrThrow({ where: { asked } })).reference);

describe('the list of clarifications', () => {
  const list = (as?: string, { reference } = question) => visit(paths.clarifications(reference), { as });

  test('is empty for an expert who asked nothing, and leads to ask', async () => {
    const page = await list(outsiders.rival);
    expect(page.heading).toBe('What you asked');
    expect(page.text).toContain('You have asked nothing');
    expect(page.links).toContainEqual({
      text: 'Ask for clarification',
      href: paths.askClarification(question.reference),
    });
  });

  test('of the team shows what waits with a link to answer, and no asker', async () => {
    await ask('May subcontractors bid?');
    for (const as of [author, question.asking.ownerId]) {
      const page = await list(as);
      expect(page.heading).toBe('Clarifications to answer');
      expect(page.text).toContain('Waiting for an answer');
      expect(page.links).toContainEqual({
        text: 'Answer or decline',
        href: await addressOf('May subcontractors bid?'),
      });
      expect(page.html).not.toContain('Eve Expert');
      expect(page.text).not.toContain('You have asked nothing');
    }
  });

  test('shows no link to those who may not answer', async () => {
    await ask('Is there an annex?');
    const own = await list(outsiders.expert);
    expect(own.text).toContain('Is there an annex?');
    expect(own.links.map(({ text }) => text)).not.toContain('Answer or decline');
    for (const as of [question.asking.evaluatorId, outsiders.member, outsiders.coordinator]) {
      const page = await list(as);
      expect(page.text).not.toContain('Is there an annex?');
      expect(page.links.map(({ text }) => text)).not.toContain('Ask for clarification');
    }
    expect((await list(outsiders.auditor)).status).toBe(404);
    expect((await list()).status).toBe(302);
  });

  test('a declined one tells its asker why, and nobody else', async () => {
    await ask('Which team exactly?');
    const address = await addressOf('Which team exactly?');
    const sent = await send(address, { intent: 'decline', reason: 'That names people.' }, { as: author });
    expect(sent.banner).toBe('Declined. The asker is told why.');
    expect((await list(outsiders.expert)).text).toContain('Declined: That names people.');
    const page = await visit(paths.question(question.reference), { as: outsiders.rival });
    expect(page.text).not.toContain('Which team exactly?');
    expect(page.text).not.toContain('That names people.');
  });

  test('after closing nothing is offered that cannot be done', async () => {
    const late = await makeQuestion({ asking: question.asking });
    await ask('Late to be answered?', late);
    await database.db.question.update({
      where: { id: late.id },
      data: { withdrawnAt: new Date(), withdrawnReason: 'Early' },
    });
    expect((await list(author, late)).links.map(({ text }) => text)).not.toContain('Answer or decline');
    expect((await list(outsiders.expert, late)).links.map(({ text }) => text)).not.toContain(
      'Ask for clarification',
    );
    const answer = { publishedText: 'Late?', answer: 'Yes' };
    const page = await send(await addressOf('Late to be answered?'), answer, { as: author });
    expect([page.status, page.errors]).toEqual([
      422,
      ['The question is closed: an answer would help nobody now.'],
    ]);
    expect(page.fields['answer']).toBe('Yes');
  });
});

describe('asking and answering', () => {
  test('too long is said by name in both fields of an answer', async () => {
    await ask('Name the fields?');
    const long = 'x'.repeat(1501);
    const page = await send(
      await addressOf('Name the fields?'),
      { publishedText: long, answer: long },
      { as: author },
    );
    expect(page.errors).toEqual([
      'Use 1,500 characters or fewer for “The question as everybody will read it”',
      'Use 1,500 characters or fewer for “Answer”',
    ]);
    expect(page.fields).toMatchObject({ publishedText: long, answer: long });
  });

  test('empty fields are asked for, each by its own words', async () => {
    await ask('Empty fields?');
    const page = await send(
      await addressOf('Empty fields?'),
      { publishedText: '', answer: '' },
      { as: author },
    );
    expect(page.messageBeside('publishedText')).toBe('Enter the question as everybody will read it');
    expect(page.messageBeside('answer')).toBe('Enter the answer');
  });

  test('what gives a person away is warned about before it is published', async () => {
    await ask('Personal?');
    const fields = { publishedText: 'Personal?', answer: 'Ask j.smith@example.org' };
    const page = await send(await addressOf('Personal?'), fields, { as: author });
    expect(page.messageBeside('answer')).toContain('an e-mail address');
    expect(page.fields).toMatchObject(fields);
    const sent = await send(await addressOf('Personal?'), { ...fields, notPersonal: 'on' }, { as: author });
    expect(sent.status).toBe(303);
  });

  test('a script in a question is words on every page', async () => {
    const asked = '<script>alert(1)</script> 🐟';
    await ask(asked);
    const page = await visit(await addressOf(asked), { as: author });
    expect(page.fields['publishedText']).toBe(asked);
    expect(page.html).not.toContain('<script>alert');
  });

  test('when the window is over there is nothing to ask, and the page says why', async () => {
    for (const state of ['clarificationsClosed', 'closed', 'withdrawn'] as const) {
      const over = await makeQuestion({ asking: question.asking, state });
      const page = await visit(paths.askClarification(over.reference), { as: outsiders.expert });
      expect(page.status).toBe(403);
      expect(page.text).toContain('while the window is open');
      const sent = await ask('Too late?', over);
      expect([403, 422]).toContain(sent.status);
    }
    expect(await database.db.clarification.count({ where: { asked: 'Too late?' } })).toBe(0);
  });
});

describe('the closing date as a calendar file', () => {
  test('is an event at the closing instant, with the title escaped, as a download', async () => {
    const page = await visit(paths.questionCalendar(question.reference), { as: outsiders.expert });
    expect(page.status).toBe(200);
    expect(page.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
    expect(page.headers.get('Content-Disposition')).toMatch(/^attachment; filename="closing-[\w-]+\.ics"$/);
    const instant = (question.closesAt ?? new Date()).toISOString().replace(/[-:]|\.\d{3}/g, '');
    expect(page.html).toContain(`DTSTART:${instant}`);
    expect(page.html).toContain(String.raw`Who sells\, who buys\; and why\, again?`);
  });

  test('is there for whoever knows of the question, and only if it closes', async () => {
    expect((await visit(paths.questionCalendar(question.reference))).status).toBe(404);
    const released = await makeQuestion({ asking: question.asking, released: true });
    expect((await visit(paths.questionCalendar(released.reference))).status).toBe(200);
    const interest = await makeQuestion({ asking: question.asking, routeSlug: 'area-of-research-interest' });
    expect((await visit(paths.questionCalendar(interest.reference), { as: author })).status).toBe(404);
    expect((await visit('/questions/2222-2222/closing.ics', { as: author })).status).toBe(404);
  });
});
