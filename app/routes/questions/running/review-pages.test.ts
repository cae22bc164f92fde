import { beforeAll, expect, test } from 'vitest';
import { notifying } from '~/domain/notifications/notify.server';
import { noticeRules } from '~/domain/notifications/rules/all.server';
import { isReviewDue, reviewDayOf, type Reviewed } from '~/domain/questions/dates/review';
import { isoDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { NO_STAGE } from '../../../../tests/support/factories/question-stages';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import { makeReaders, newId, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';
import { flawsOf } from '../../../../tests/support/site/page';

const database = useDatabase();
let who: Readers;
let asking: AskingTeam;
const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);

beforeAll(async () => {
  who = await makeReaders();
  asking = await makeAskingTeam();
});

const longOpen = (title: string, days = 400) =>
  makeQuestion({
    ...{ asking, title, routeSlug: 'area-of-research-interest', released: true },
    data: { reviewBy: ago(days - 365) },
  });
const queue = async () => (await visit(paths.deskQueue('questionReviews'), { as: who.coordinator })).text;

const whole: Reviewed = { ...NO_STAGE, reviewBy: null, mergedIntoId: null };
const day = (text: string) => new Date(text);
const published = { ...whole, publishedAt: day('2026-01-10T12:00Z') };
test.each<[string, Partial<Reviewed>, string | null]>([
  ['a draft', { publishedAt: null }, null],
  ['open, nobody said when', {}, '2027-01-10'],
  ['open, with a day', { reviewBy: day('2026-06-01') }, '2026-06-01'],
  ['closed: its stages have days of their own', { closesAt: day('2026-02-01') }, null],
  ['in evaluation', { evaluationStartedAt: day('2026-02-01') }, null],
  ['answered', { answeredAt: day('2026-03-01T12:00Z') }, '2028-02-29'],
  [
    'answered after its day',
    { answeredAt: day('2026-03-01T12:00Z'), reviewBy: day('2026-02-01') },
    '2028-02-29',
  ],
  [
    'answered and confirmed',
    { answeredAt: day('2026-03-01T12:00Z'), reviewBy: day('2029-01-01') },
    '2029-01-01',
  ],
  ['withdrawn', { withdrawnAt: day('2026-02-01') }, null],
  ['merged into another', { mergedIntoId: 'another' }, null],
])('%s is looked at again on %s', (_name, change, expected) => {
  const now = day('2026-05-01T12:00Z');
  const found = reviewDayOf({ ...published, ...change }, now);
  expect(found && isoDay(found)).toBe(expected);
  expect(isReviewDue(found, now)).toBe(false);
  if (found) expect(isReviewDue(found, new Date(found.getTime() + 2 * DAY_MS))).toBe(true);
});

test('a question open for long says so, stands on the desk, and one press of its team keeps it', async () => {
  const question = await longOpen('Asked long ago?');
  await longOpen('Asked lately?', 20);
  const listed = await queue();
  expect([listed.includes('Asked long ago?'), listed.includes('Asked lately?')]).toEqual([true, false]);
  const page = (as?: string) => visit(paths.question(question.reference), { as });
  const own = await page(asking.authorId);
  expect(own.text).toContain('Needs review');
  expect(own.text).toContain('Owner');
  expect(own.buttons).toContain('It still stands');
  expect(flawsOf(own.$)).toEqual([]);
  const other = await page(who.member);
  expect(other.text).toContain('Needs review');
  expect(other.buttons).not.toContain('It still stands');
  expect((await page()).text).not.toContain('Needs review');
  const sent = await send(paths.reaffirmQuestion(question.reference), {}, { as: asking.authorId });
  expect([sent.location, sent.banner]).toEqual([
    paths.question(question.reference),
    'It stands as it is, until it is looked at again',
  ]);
  expect((await page(asking.authorId)).text).not.toContain('Needs review');
  expect(await queue()).not.toContain('Asked long ago?');
  const fact = await database.db.fact.findFirst({ where: { name: 'QuestionWasReaffirmed' } });
  expect(fact?.nounId).toBe(question.id);
});

test('its team is reminded from the desk, in words of its own', async () => {
  const question = await longOpen('Reminded of?');
  const fact = { id: newId(), position: '1', name: 'ReminderWasSent', actorId: null, at: new Date() };
  await notifying(noticeRules).react({
    ...fact,
    ...{ noun: 'question', nounId: question.id, data: { about: 'questionReviews' } },
  });
  const notices = await database.db.notice.findMany({ where: { factId: fact.id } });
  expect(notices.map(({ personId }) => personId).sort()).toEqual([asking.authorId, asking.ownerId].sort());
  expect((await visit(paths.inbox(), { as: asking.ownerId })).text).toContain('still stands, or withdraw it');
});

test('nobody else confirms it, and what is closed is not confirmed', async () => {
  const question = await longOpen('Whose is it?');
  const reaffirm = (as: string, reference = question.reference) =>
    send(paths.reaffirmQuestion(reference), {}, { as });
  for (const as of [who.member, who.coordinator]) expect((await reaffirm(as)).status).toBe(403);
  const draft = await makeQuestion({ asking, state: 'draft' });
  expect((await reaffirm(who.member, draft.reference)).status).toBe(404);
  const closed = await makeQuestion({ asking, state: 'closed' });
  expect((await reaffirm(asking.authorId, closed.reference)).banner).toContain('Only an open or an answered');
  const opened = await visit(paths.reaffirmQuestion(question.reference), { as: who.member });
  expect(opened.location).toBe(paths.question(question.reference));
});

test('advice answered long ago falls due, and stands two years more when confirmed', async () => {
  const question = await makeQuestion({
    ...{ asking, title: 'Answered once?', state: 'answered', routeSlug: 'expert-advice-request' },
    data: { answeredAt: ago(1) },
  });
  expect(await queue()).not.toContain('Answered once?');
  await makeQuestion({ asking, title: 'No day said?', routeSlug: 'area-of-research-interest' });
  expect(await queue()).not.toContain('No day said?');
  await moveClock('731 days');
  expect(await queue()).toContain('No day said?');
  expect(await queue()).toContain('Answered once?');
  const page = async () => (await visit(paths.question(question.reference), { as: asking.ownerId })).text;
  expect(await page()).toContain('Its answer may have aged.');
  await send(paths.reaffirmQuestion(question.reference), {}, { as: asking.ownerId });
  expect(await page()).not.toContain('Needs review');
});
