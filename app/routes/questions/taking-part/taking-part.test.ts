import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makePerson } from '../../../../tests/support/factories/people';
import { joinTeam, makeOutsiders, type Outsiders } from '../../../../tests/support/factories/question-cast';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
type Made = Awaited<ReturnType<typeof makeQuestion>>;
let question: Made;
let outsiders: Outsiders;
let observer: string;

beforeAll(async () => {
  [question, outsiders] = await Promise.all([makeQuestion({ title: 'Who joins whom?' }), makeOutsiders()]);
  observer = (await joinTeam(question.asking.teamId, ['observer'])).id;
});

const press = (intent: string, as?: string, { reference } = question) =>
  send(paths.questionInterest(reference), { intent }, { as });
const pageFor = (as: string, { reference } = question) => visit(paths.question(reference), { as });
const newExpert = async (name?: string) => (await makePerson({ expert: true, ...(name ? { name } : {}) })).id;

describe('interest and watching', () => {
  test('interest is one press: noted, watched, and not offered again', async () => {
    const expert = await newExpert();
    const sent = await press('interest', expert);
    expect([sent.status, sent.location]).toEqual([303, paths.question(question.reference)]);
    expect(sent.banner).toBe('Noted: you are interested, and will hear of every change');
    const page = await pageFor(expert);
    expect(page.buttons).toContain('Stop watching');
    expect(page.buttons).not.toContain('Express interest');
    expect((await press('interest', expert)).status).toBe(303);
    expect(await database.db.questionInterest.count({ where: { personId: expert } })).toBe(1);
  });

  test('the team never learns who is interested, nor how many', async () => {
    const expert = await newExpert('Curious Person');
    const before = (await pageFor(question.asking.authorId)).html;
    await press('interest', expert);
    const after = await pageFor(question.asking.authorId);
    expect(after.html).not.toContain('Curious Person');
    const words = (html: string) =>
      html.replace(/nonce="[^"]*"|_key" value="[^"]*"|\d+ (days|hours|minutes)/g, '');
    expect(words(after.html).length).toBe(words(before).length);
  });

  test('ends with the watch, and can begin again', async () => {
    const expert = await newExpert();
    await press('interest', expert);
    expect((await press('unwatch', expert)).banner).toBe('You will hear no more of it');
    const page = await pageFor(expert);
    expect(page.buttons).toEqual(expect.arrayContaining(['Express interest', 'Watch']));
    expect((await press('watch', expert)).banner).toBe('You will hear of every change');
    expect((await pageFor(expert)).buttons).toEqual(
      expect.arrayContaining(['Express interest', 'Stop watching']),
    );
  });

  test('members of all kinds watch; interest is for experts of an open question', async () => {
    for (const as of [outsiders.member, outsiders.coordinator, observer]) {
      expect((await press('watch', as)).status).toBe(303);
      expect((await press('interest', as)).status).toBe(403);
    }
    const closed = await makeQuestion({ asking: question.asking, state: 'closed' });
    expect((await press('interest', outsiders.expert, closed)).status).toBe(403);
    expect((await press('watch', outsiders.expert, closed)).status).toBe(303);
  });

  test('whoever may not know of it learns nothing by pressing', async () => {
    const hidden = await makeQuestion({ asking: question.asking, visibility: 'team' });
    for (const intent of ['interest', 'watch', 'unwatch'])
      expect((await press(intent, outsiders.expert, hidden)).status).toBe(404);
    expect((await press('watch', outsiders.auditor)).status).toBe(404);
    const released = await makeQuestion({ asking: question.asking, released: true });
    expect((await press('watch', outsiders.unverified, released)).status).toBe(403);
    expect(await database.db.questionInterest.count({ where: { questionId: hidden.id } })).toBe(0);
  });

  test('a visitor signs in; the address leads back to the question', async () => {
    expect((await press('watch')).status).toBe(302);
    const back = await visit(paths.questionInterest(question.reference), { as: outsiders.expert });
    expect(back.location).toBe(paths.question(question.reference));
    expect((await visit('/questions/nonsense/interest')).status).toBe(404);
  });

  test('any other press is refused', async () => {
    for (const intent of ['', 'decline', 'Interest'])
      expect((await press(intent, outsiders.expert)).status).toBe(400);
  });
});

describe('looking for partners', () => {
  const address = () => paths.questionPartners(question.reference);
  const seek = (as: string, note: string, more = {}) =>
    send(address(), { intent: 'seek', note, ...more }, { as });

  test('experts find each other; team, panel and everybody else find no such page', async () => {
    const seeker = await newExpert('Paula Partner');
    const sent = await seek(seeker, 'We bring <i>port</i> data');
    expect(sent.banner).toBe('Experts who could join see your note now');
    const page = await visit(address(), { as: outsiders.rival });
    expect(page.text).toContain('Paula Partner');
    expect(page.text).toContain('We bring <i>port</i> data');
    for (const as of [question.asking.authorId, question.asking.evaluatorId, observer, outsiders.coordinator])
      expect((await visit(address(), { as })).status).toBe(404);
    for (const as of [outsiders.member, outsiders.unverified, outsiders.auditor])
      expect((await visit(address(), { as })).status).toBe(404);
    expect((await visit(address())).status).toBe(302);
    await database.db.panelMembership.create({
      data: {
        questionId: question.id,
        personId: outsiders.rival,
        role: 'evaluator',
        appointedById: question.asking.ownerId,
        appointedAt: new Date(),
      },
    });
    expect((await visit(address(), { as: outsiders.rival })).status).toBe(404);
  });

  test('one’s own note stands in the form, is changed, and taken away', async () => {
    const seeker = await newExpert('Nora Note');
    expect((await visit(address(), { as: seeker })).buttons).toEqual(['Show my note']);
    await seek(seeker, 'First words');
    const page = await visit(address(), { as: seeker });
    expect(page.fields['note']).toBe('First words');
    expect(page.buttons).toEqual(['Change my note', 'Take my note away']);
    await seek(seeker, 'Second words');
    const gone = await send(address(), { intent: 'stop', note: 'Second words' }, { as: seeker });
    expect(gone.banner).toBe('Your note is gone');
    const other = await visit(address(), { as: outsiders.expert });
    expect(other.html).not.toContain('Nora Note');
    expect((await visit(address(), { as: seeker })).fields['note']).toBe('');
  });

  test('an empty, a long and a personal note are refused and kept', async () => {
    const seeker = await newExpert();
    expect((await seek(seeker, '')).messageBeside('note')).toBe('Say what you bring and whom you look for');
    const wordy = 'word '.repeat(101).trim();
    const many = await seek(seeker, wordy);
    expect([many.messageBeside('note'), many.fields['note']]).toEqual([
      'Use 100 words or fewer. There are 101',
      wordy,
    ]);
    expect((await seek(seeker, 'x'.repeat(801))).messageBeside('note')).toBe('Use 800 characters or fewer');
    const personal = await seek(seeker, 'Write to me@example.org');
    expect(personal.messageBeside('note')).toContain('an e-mail address');
    expect((await seek(seeker, 'Write to me@example.org', { notPersonal: 'on' })).status).toBe(303);
  });

  test('nobody of the team puts a note there, and nobody after it closed', async () => {
    expect((await seek(question.asking.authorId, 'Us')).status).toBe(403);
    expect((await seek(outsiders.coordinator, 'Me')).status).toBe(403);
    const closed = await makeQuestion({ asking: question.asking, state: 'closed' });
    const late = await send(
      paths.questionPartners(closed.reference),
      { intent: 'seek', note: 'Late' },
      { as: outsiders.expert },
    );
    expect(late.status).toBe(403);
    expect((await visit(paths.questionPartners(closed.reference), { as: outsiders.expert })).status).toBe(
      404,
    );
  });

  test('a request for advice looks for no partners', async () => {
    const request = await makeQuestion({ asking: question.asking, routeSlug: 'expert-advice-request' });
    const page = await pageFor(outsiders.expert, request);
    expect(page.text).not.toContain('Look for partners');
    const sent = await send(
      paths.questionPartners(request.reference),
      { intent: 'seek', note: 'Us' },
      { as: outsiders.expert },
    );
    expect(sent.status).toBe(403);
  });
});
