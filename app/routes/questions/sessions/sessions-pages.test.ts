import { beforeAll, describe, expect, test } from 'vitest';
import { confirmEligibility } from '~/domain/bids/commands/confirm-eligibility.server';
import { run } from '~/domain/command.server';
import { announceSession } from '~/domain/sessions/commands/announce-session.server';
import { cancelSession } from '~/domain/sessions/commands/cancel-session.server';
import { recordSession } from '~/domain/sessions/commands/record-session.server';
import { isoDay, showInstant, ukDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeExpert } from '../../../../tests/support/factories/bids';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const database = useDatabase();
const DAY_MS = 86_400_000;
const JOINING = 'Room seven on the quay, by the red door';
let question: Awaited<ReturnType<typeof makeQuestion>>;
let author: string;
let eligible: Awaited<ReturnType<typeof makeExpert>>;
let curious: string;

const list = () => paths.sessions(question.reference);
const dayIn = (days: number) => ukDay(new Date(Date.now() + days * DAY_MS));
const fields = (days: number) => {
  const [year = '', month = '', day = ''] = isoDay(dayIn(days)).split('-');
  return {
    subject: 'Access to data',
    'on.day': day,
    'on.month': month,
    'on.year': year,
    time: '14:00',
    minutes: '60',
    joining: JOINING,
  };
};
const announce = async (days: number, who = author) =>
  run(announceSession, await actorFor(who), {
    reference: question.reference,
    subject: 'How bids are scored',
    on: dayIn(days),
    time: '10:00',
    minutes: 45,
    joining: JOINING,
  });
const sessionOf = (subject: string) => database.db.bidderSession.findFirstOrThrow({ where: { subject } });

beforeAll(async () => {
  question = await makeQuestion({ requirements: { condition1: 'You work in the UK' } });
  author = question.asking.authorId;
  [eligible, curious] = [await makeExpert(), (await makeExpert()).id];
  await run(confirmEligibility, eligible, {
    reference: question.reference,
    organisation: 'independent',
    condition1: 'yes',
  });
  await send(paths.questionInterest(question.reference), { intent: 'watch' }, { as: curious });
});

describe('announcing a session', () => {
  test('is the team’s work, between now and closing', async () => {
    const address = paths.announceSession(question.reference);
    expect((await visit(address, { as: curious })).status).toBe(403);
    expect(await announce(3, curious)).toMatchObject({ kind: 'denied' });
    const late = await send(address, fields(40), { as: author });
    expect(late.messageBeside('on')).toContain('It must be before bids close');
    expect(late.fields['joining']).toBe(JOINING);
    expect((await send(address, fields(-3), { as: author })).messageBeside('on')).toContain('in the future');
    const short = await send(address, { ...fields(3), minutes: '5' }, { as: author });
    expect(short.messageBeside('minutes')).toBe('Enter a number of minutes from 15 to 480');
    expect((await send(address, fields(3), { as: author })).location).toBe(list());
  });

  test('tells everybody when it is, and how to join to nobody by letter', async () => {
    const { startsAt } = await sessionOf('Access to data');
    const page = await visit(paths.question(question.reference), { as: curious });
    expect(page.text).toContain(`${showInstant(startsAt)}, UK time, for 60 minutes: Access to data`);
    const told = await toldOf('SessionWasAnnounced', question.id);
    expect(told.people).toContain(curious);
    const notices = await database.db.notice.findMany();
    expect(notices.filter(({ body }) => body.includes('red door'))).toEqual([]);
    const calendar = await visit(paths.questionCalendar(question.reference), { as: curious });
    expect(calendar.html).toContain('Session: Access to data');
    expect(calendar.html).not.toContain('red door');
  });

  test('shows how to join to the team and to those who confirmed that they may bid, and to nobody else', async () => {
    for (const as of [author, eligible.id]) expect((await visit(list(), { as })).text).toContain(JOINING);
    const auditor = (await makePerson({ roles: ['coordinator'] })).id;
    for (const as of [curious, auditor, question.asking.evaluatorId]) {
      const page = await visit(list(), { as });
      expect(page.status).toBe(200);
      expect(page.html).not.toContain('red door');
      expect((await visit(paths.question(question.reference), { as })).html).not.toContain('red door');
    }
    const closed = await makeQuestion({ state: 'draft' });
    expect((await visit(paths.sessions(closed.reference), { as: closed.asking.authorId })).status).toBe(404);
  });
});

describe('after it', () => {
  test('one that is called off says why and shows no way in', async () => {
    await announce(4);
    const { reference } = await sessionOf('How bids are scored');
    const cancel = paths.cancelSession(reference);
    expect((await visit(cancel, { as: curious })).status).toBe(403);
    const early = { reference, text: 'Nothing yet', recording: '' };
    expect(await run(recordSession, await actorFor(author), early)).toMatchObject({
      refusal: { name: 'SessionIsAhead' },
    });
    await send(cancel, { reason: 'The room is lost.' }, { as: author });
    const page = await visit(list(), { as: eligible.id });
    expect(page.text).toContain('Called off: The room is lost.');
    expect((await toldOf('SessionWasCancelled', question.id)).people).toContain(curious);
    expect(await run(cancelSession, await actorFor(author), { reference, reason: 'Again' })).toMatchObject({
      refusal: { name: 'SessionIsOver' },
    });
  });

  test('what was said goes to everybody as an addendum, once', async () => {
    await moveClock('4 days');
    const { reference } = await sessionOf('Access to data');
    const record = paths.recordSession(reference);
    const wrong = await send(record, { text: 'Said', recording: 'ftp://x' }, { as: author });
    expect(wrong.messageBeside('recording')).toContain('starts with https://');
    const personal = await send(record, { text: 'Call 07700 900123', recording: '' }, { as: author });
    expect(personal.messageBeside('text')).toContain('a phone number');
    const said = { text: 'Data comes in March.', recording: 'https://example.org/session' };
    expect((await send(record, said, { as: author })).location).toBe(paths.question(question.reference));
    const page = await visit(paths.question(question.reference), { as: curious });
    expect(page.text).toContain('Data comes in March.');
    expect(page.text).toContain('Recording: https://example.org/session');
    expect((await toldOf('AddendumWasPublished', question.id)).people).toContain(curious);
    expect((await visit(record, { as: author })).status).toBe(403);
    await expect(database.db.bidderSession.updateMany({ data: { joining: 'Elsewhere' } })).rejects.toThrow();
    await expect(database.db.bidderSession.deleteMany()).rejects.toThrow();
  });
});
