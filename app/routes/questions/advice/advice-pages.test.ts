import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makePerson } from '../../../../tests/support/factories/people';
import { joinTeam, makeOutsiders, type Outsiders } from '../../../../tests/support/factories/question-cast';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
type Made = Awaited<ReturnType<typeof makeQuestion>>;
let request: Made;
let outsiders: Outsiders;
let observer: string;
let author: string;

const BODY = 'Debt comes first, then threats.';
const LIMITS = 'Two ports, ten interviews.';

beforeAll(async () => {
  [request, outsiders] = await Promise.all([
    makeQuestion({
      routeSlug: 'expert-advice-request',
      title: 'Why do brokers pay?',
      data: { contractTerms: { fee: 'unpaid' } },
    }),
    makeOutsiders(),
  ]);
  author = request.asking.authorId;
  observer = (await joinTeam(request.asking.teamId, ['observer'])).id;
});

const own = () => paths.ownAdviceAnswer(request.reference);
const seenBy = async (as: string, address = own()) => {
  const { fields } = await visit(address, { as });
  return String(fields['seen'] ?? '');
};
const write = async (as: string, fields: Record<string, string> = {}, address = own()) =>
  send(
    address,
    { body: BODY, limits: LIMITS, seen: await seenBy(as, address), intent: 'finish', ...fields },
    { as },
  );
const newExpert = async (name?: string) => (await makePerson({ expert: true, ...(name ? { name } : {}) })).id;
const answerOf = (personId: string) => database.db.adviceAnswer.findFirstOrThrow({ where: { personId } });

/** An expert whose answer was sent. */
async function sent(name?: string) {
  const expert = await newExpert(name);
  await write(expert);
  const { reference } = await answerOf(expert);
  const reply = await send(paths.adviceAnswer(reference), { intent: 'submit' }, { as: expert });
  expect(reply.banner).toBe('Sent to the asking team');
  return { expert, reference };
}

describe('writing an answer', () => {
  test('an expert sees what is asked, what is paid, until when, and who will read it', async () => {
    const page = await visit(own(), { as: outsiders.expert });
    expect(page.heading).toBe('Your answer');
    expect(page.text).toContain('Which roles are approached?');
    expect(page.text).toMatch(/Unpaid\. Answers are due by \d+ \w+ 2026/);
    expect(page.text).toContain('It goes to the asking team alone. Nothing is published unless you agree.');
    expect(page.fields).toMatchObject({ body: '', limits: '' });
  });

  test('the team, the unverified and members without a profile do not answer', async () => {
    for (const as of [author, observer, outsiders.member, outsiders.coordinator])
      expect((await visit(own(), { as })).status).toBe(403);
    for (const as of [outsiders.unverified, outsiders.auditor])
      expect((await visit(own(), { as })).status).toBe(404);
    expect((await visit(own())).status).toBe(302);
    expect((await send(own(), { body: 'x', limits: 'y', seen: 'z' }, { as: author })).status).toBe(403);
  });

  test('a study takes no such answers', async () => {
    const study = await makeQuestion({ asking: request.asking });
    for (const as of [outsiders.expert, author])
      expect((await visit(paths.ownAdviceAnswer(study.reference), { as })).status).toBe(404);
  });

  test('answer and limits are both wanted, and what was typed is kept', async () => {
    const expert = await newExpert();
    const empty = await write(expert, { body: '' });
    expect([empty.status, empty.messageBeside('body')]).toEqual([422, 'Write your answer']);
    expect(empty.fields['limits']).toBe(LIMITS);
    const half = await write(expert, { limits: ' ' });
    expect(half.messageBeside('limits')).toBe('Say what your answer cannot tell');
    expect(half.fields['body']).toBe(BODY);
  });

  test('too long is said by name, by characters and by words', async () => {
    const expert = await newExpert();
    const long = await write(expert, { body: 'b'.repeat(15_001), limits: 'l'.repeat(3001) });
    expect(long.errors).toEqual([
      'Use 15,000 characters or fewer for “Your answer”',
      'Use 3,000 characters or fewer for “What your answer cannot tell”',
    ]);
    expect(long.fields['limits']).toBe('l'.repeat(3001));
    const wordy = await write(expert, { body: 'word '.repeat(1501).trim() });
    expect(wordy.messageBeside('body')).toBe('Use 1500 words or fewer. There are 1501');
  });

  test('what looks like personal data is asked about once, and kept', async () => {
    const expert = await newExpert();
    const body = 'Ask j.smith@example.org about it';
    const warned = await write(expert, { body });
    expect(warned.messageBeside('body')).toContain('This looks as if it holds an e-mail address');
    expect(warned.fields).toMatchObject({ body, notPersonal: [] });
    expect((await write(expert, { body, notPersonal: 'on' })).status).toBe(303);
  });

  test('half of it is saved for later, for its author alone, and goes on', async () => {
    const expert = await newExpert('Private Writer');
    const later = await write(expert, { body: 'Half a thought', limits: '', intent: 'later' });
    expect([later.location, later.banner]).toEqual([
      paths.question(request.reference),
      'Saved. Only you can see it.',
    ]);
    expect((await visit(own(), { as: expert })).fields['body']).toBe('Half a thought');
    const { reference } = await answerOf(expert);
    for (const as of [author, outsiders.rival, outsiders.coordinator])
      expect((await visit(paths.adviceAnswer(reference), { as })).status).toBe(404);
    expect((await visit(paths.adviceAnswers(request.reference), { as: author })).html).not.toContain(
      'Private Writer',
    );
  });

  test('an autosave answers with its time and stays on the page', async () => {
    const expert = await newExpert();
    const page = await write(expert, { body: 'While typing', limits: '', intent: 'auto' });
    expect([page.status, page.location]).toEqual([200, null]);
    expect(page.fields['body']).toBe('While typing');
  });

  test('a save over one’s own newer one keeps both, and says so', async () => {
    const expert = await newExpert();
    const old = await seenBy(expert);
    await write(expert, { body: 'From the first window', intent: 'later' });
    const stale = await write(expert, { body: 'From the second window', intent: 'later', seen: old });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('What is saved now');
    expect(stale.text).toContain('From the first window');
    expect(stale.fields['body']).toBe('From the second window');
    const again = { body: 'From the second window', intent: 'later', seen: String(stale.fields['seen']) };
    expect((await write(expert, again)).status).toBe(303);
    expect((await answerOf(expert)).body).toBe('From the second window');
  });
});

describe('checking and sending', () => {
  test('the answer is read back before it goes, and can be changed', async () => {
    const expert = await newExpert();
    const finished = await write(expert);
    const page = await visit(finished.location ?? '', { as: expert });
    expect(page.heading).toBe('Check your answer before you send it');
    expect(page.text).toContain(BODY);
    expect(page.buttons).toEqual(['Send to the asking team']);
    expect(page.links).toContainEqual({ text: 'Change it', href: own() });
  });

  test('once sent it is read by the team, and no longer changed', async () => {
    const { expert, reference } = await sent('Sally Sender');
    const page = await visit(paths.adviceAnswer(reference), { as: author });
    expect(page.text).toContain(BODY);
    expect(page.text).toContain('Sally Sender');
    expect((await visit(own(), { as: expert })).location).toBe(paths.adviceAnswer(reference));
    expect((await visit(paths.adviceAnswer(reference), { as: expert })).buttons).toEqual([]);
    const again = await send(paths.adviceAnswer(reference), { intent: 'submit' }, { as: expert });
    expect([again.status, again.errors]).toEqual([409, ['You sent this answer already.']]);
    for (const as of [outsiders.rival, outsiders.coordinator, outsiders.auditor, outsiders.unverified])
      expect((await visit(paths.adviceAnswer(reference), { as })).status).toBe(404);
    expect((await visit(paths.adviceAnswer(reference))).status).toBe(302);
  });

  test('nobody sends somebody else’s, and a button that is not there does nothing', async () => {
    const expert = await newExpert();
    await write(expert);
    const address = paths.adviceAnswer((await answerOf(expert)).reference);
    expect((await send(address, { intent: 'submit' }, { as: outsiders.rival })).status).toBe(404);
    expect((await send(address, { intent: 'submit' }, { as: author })).status).toBe(404);
    expect((await send(address, { intent: 'burn' }, { as: expert })).status).toBe(400);
    expect((await answerOf(expert)).submittedAt).toBeNull();
  });

  test('after closing the draft is kept, without a button that cannot work', async () => {
    const closing = await makeQuestion({ asking: request.asking, routeSlug: 'expert-advice-request' });
    const expert = await newExpert();
    await write(expert, { body: 'Too late' }, paths.ownAdviceAnswer(closing.reference));
    await database.db.question.update({
      where: { id: closing.id },
      data: { withdrawnAt: new Date(), withdrawnReason: 'Taken early' },
    });
    const { reference } = await answerOf(expert);
    const page = await visit(paths.adviceAnswer(reference), { as: expert });
    expect(page.buttons).toEqual([]);
    expect(page.text).toContain('Too late');
    expect(page.text).toContain('takes no answers any more');
    const writing = await visit(paths.ownAdviceAnswer(closing.reference), { as: expert });
    expect(writing.text).toContain('It takes no answers any more');
    expect(writing.text).toContain('Too late');
    expect(writing.fields).toEqual({});
    const forced = await send(paths.adviceAnswer(reference), { intent: 'submit' }, { as: expert });
    expect(forced.status).toBe(422);
    expect(forced.errors[0]).toContain('Your answer stays in your drafts');
  });
});

describe('what the team does with it', () => {
  test('thanks, asks to publish in the same step, and the author decides by name', async () => {
    const { expert, reference } = await sent();
    const address = paths.adviceAnswer(reference);
    const page = await visit(address, { as: author });
    const says = async (as: string) => (await visit(address, { as })).text;
    expect(await says(expert)).toContain('You are told when it has, and asked before anything is published');
    expect(page.text).not.toContain('What happens next');
    expect(page.buttons).toEqual(['Thank the author']);
    const thanked = await send(address, { intent: 'acknowledge', askToPublish: 'on' }, { as: author });
    expect(thanked.banner).toBe('Acknowledged. The author is told.');
    const asked = await visit(address, { as: expert });
    expect(asked.buttons).toEqual(['Record my decision']);
    expect(await says(author)).toContain('Its author decides whether it may be published. Your team is told');
    const undecided = await send(address, { intent: 'decide' }, { as: expert });
    expect([undecided.status, undecided.messageBeside('decision')]).toEqual([
      422,
      'Choose whether it may be published',
    ]);
    expect((await send(address, { intent: 'decide', decision: 'named' }, { as: author })).status).toBe(403);
    const decided = await send(address, { intent: 'decide', decision: 'named' }, { as: expert });
    expect(decided.banner).toBe('Your decision is recorded');
    expect((await visit(address, { as: author })).text).toContain('May be published, named');
    expect((await visit(address, { as: expert })).buttons).toEqual([]);
    expect(await says(expert)).toContain('A coordinator publishes it');
  });

  test('thanks alone leaves asking for later, and each is done once', async () => {
    const { expert, reference } = await sent();
    const address = paths.adviceAnswer(reference);
    await send(address, { intent: 'acknowledge' }, { as: author });
    expect((await visit(address, { as: expert })).buttons).toEqual([]);
    const later = await visit(address, { as: author });
    expect(later.buttons).toEqual(['Ask whether it may be published']);
    await send(address, { intent: 'acknowledge', askToPublish: 'on' }, { as: author });
    const again = await send(address, { intent: 'acknowledge', askToPublish: 'on' }, { as: author });
    expect([again.status, again.errors]).toEqual([409, ['This was done already.']]);
    expect((await send(address, { intent: 'acknowledge' }, { as: expert })).status).toBe(403);
  });

  test('a refusal is final and said', async () => {
    const { expert, reference } = await sent();
    const address = paths.adviceAnswer(reference);
    await send(address, { intent: 'acknowledge', askToPublish: 'on' }, { as: author });
    await send(address, { intent: 'decide', decision: 'refuse' }, { as: expert });
    expect((await visit(address, { as: author })).text).toContain('Not to be published');
    const changed = await send(address, { intent: 'decide', decision: 'named' }, { as: expert });
    expect([changed.status, changed.errors]).toEqual([409, ['You have decided this already.']]);
    expect((await visit(address, { as: author })).text).not.toContain('Make it a finding');
  });
});

describe('answers received', () => {
  test('are the team’s; for everybody else there is no such page', async () => {
    const { expert } = await sent('Listed Expert');
    const page = await visit(paths.adviceAnswers(request.reference), { as: author });
    expect(page.rows.map(([name]) => name)).toContain('Listed Expert');
    for (const as of [observer, request.asking.ownerId])
      expect((await visit(paths.adviceAnswers(request.reference), { as })).status).toBe(200);
    for (const as of [expert, outsiders.rival, outsiders.coordinator])
      expect((await visit(paths.adviceAnswers(request.reference), { as })).status).toBe(404);
    expect((await visit(paths.adviceAnswers(request.reference))).status).toBe(302);
  });

  test('none yet: whoever may invite is led there, the others are not', async () => {
    const quiet = await makeQuestion({ asking: request.asking, routeSlug: 'expert-advice-request' });
    const address = paths.adviceAnswers(quiet.reference);
    const page = await visit(address, { as: author });
    expect(page.text).toContain('No answers yet');
    expect(page.links).toContainEqual({
      text: 'Invite experts',
      href: paths.questionInvitations(quiet.reference),
    });
    expect((await visit(address, { as: observer })).links).toEqual([]);
  });

  test('none at the end says that none can come', async () => {
    const over = await makeQuestion({
      asking: request.asking,
      routeSlug: 'expert-advice-request',
      state: 'closed',
    });
    const page = await visit(paths.adviceAnswers(over.reference), { as: author });
    expect(page.text).toContain('No expert can answer any more.');
    expect(page.text).not.toContain('Invite experts');
  });

  test('the request is settled once an answer was thanked for, by those who run it', async () => {
    const { reference } = await sent();
    await send(paths.adviceAnswer(reference), { intent: 'acknowledge' }, { as: author });
    const address = paths.adviceAnswers(request.reference);
    expect((await visit(address, { as: observer })).buttons).toEqual([]);
    expect((await send(address, {}, { as: observer })).status).toBe(403);
    expect((await visit(address, { as: author })).buttons).toEqual(['We have our answer']);
    const settled = await send(address, {}, { as: author });
    expect(settled.banner).toBe('The request is answered and closed');
    expect((await visit(address, { as: author })).buttons).toEqual([]);
    const again = await send(address, {}, { as: author });
    expect([again.status, again.errors]).toEqual([409, ['This request is finished or withdrawn already.']]);
    const after = await visit(paths.question(request.reference), { as: outsiders.rival });
    expect(after.text).toContain('Answered');
    expect(after.text).not.toContain('Answer this request');
  });
});
