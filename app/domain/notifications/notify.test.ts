import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/database';
import { makePerson } from '../../../tests/support/factories/people';
import { pool } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { newId } from '~/platform/ids.server';
import { closeMail } from '~/platform/mail.server';
import { sealAll } from '../audit/sealer.server';
import { recordFacts } from '../fact-record.server';
import { dispatch, startReactions } from '../reactions.server';
import { dispatchLetters, letterTasks } from './letters.server';
import type { NoticeRule } from './notice-rule.server';
import { notifying } from './notify.server';

const data = useDatabase();

interface Received {
  to: string;
  text: string;
}
const received: Received[] = [];
let refusals = 0;
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (refusals > 0) {
        refusals -= 1;
        done(new Error('try again later'));
        return;
      }
      const to = session.envelope.rcptTo[0]?.address ?? '';
      received.push({ to, text: Buffer.concat(chunks).toString() });
      done();
    });
  },
});

let address = '';
let tide = '';
/** Each test has a fact of its own, so that none is told of what another did. */
beforeEach(({ task }) => {
  tide = `TideTurned-${task.id}`;
});

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const bound = smtp.server.address();
  address = `smtp://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
});
afterAll(async () => {
  closeMail();
  await new Promise<void>((resolve) => smtp.close(resolve));
});

const ruleFor = (personIds: string[]): NoticeRule => ({
  fact: tide,
  kind: 'tide',
  tell: async ({ fact }) => ({
    personIds,
    subject: 'The tide turned',
    body: 'It turned.',
    path: `/tides/${fact.nounId}`,
  }),
});

async function turnTheTide(actorId: string | null = null) {
  await data.db.$transaction((tx) =>
    recordFacts(
      tx,
      {
        actor: { kind: 'visitor', asOf: new Date() },
        now: new Date(),
        command: 'test',
      },
      [{ name: tide, noun: 'question', nounId: actorId ?? newId() }],
    ),
  );
  await sealAll();
}

/** The worker and the dispatcher, until the condition holds. */
async function workUntil(rules: NoticeRule[], condition: () => Promise<boolean>) {
  const stopping = new AbortController();
  const work = { reactions: [notifying(rules)], tasks: letterTasks, alsoDispatch: dispatchLetters };
  const running = startReactions(stopping.signal, work);
  const until = Date.now() + 20_000;
  while (!(await condition()) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  stopping.abort();
  await running;
}

test('without SMTP a notice is written once and its letter is kept', async () => {
  const person = await makePerson();
  await turnTheTide();
  const kept = () => data.db.mail.findMany({ where: { notice: { personId: person.id } } });
  await workUntil([ruleFor([person.id, person.id])], async () => (await kept())[0]?.keptAt instanceof Date);
  expect(await kept()).toMatchObject([{ subject: 'The tide turned', sentAt: null, attempts: 0 }]);
  expect(await data.db.notice.count({ where: { personId: person.id } })).toBe(1);
});

test('facts that are dispatched again are told once', async () => {
  const person = await makePerson();
  await turnTheTide();
  const rules = [ruleFor([person.id])];
  const told = () => data.db.notice.findMany({ where: { personId: person.id } });
  await workUntil(rules, async () => (await told()).length === 1);
  const first = (await told())[0]?.factId;
  await pool().query("UPDATE dispatcher_cursor SET number = 0 WHERE name = 'reactions'");
  expect(await dispatch([notifying(rules)])).toBeGreaterThan(0);
  await workUntil(rules, async () => {
    const { rows } = await pool().query("SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'react'");
    return rows.length === 0;
  });
  expect((await told()).filter(({ factId }) => factId === first)).toHaveLength(1);
});

test('a letter that was refused is tried again and arrives once, in a real conversation', async () => {
  const person = await makePerson();
  refusals = 1;
  Object.assign(env, { SMTP_URL: address });
  await turnTheTide();
  const letter = () => data.db.mail.findFirst({ where: { notice: { personId: person.id } } });
  await workUntil([ruleFor([person.id])], async () => {
    await pool().query(
      'UPDATE graphile_worker._private_jobs SET run_at = now() WHERE attempts > 0 AND locked_at IS NULL',
    );
    return (await letter())?.sentAt instanceof Date;
  });
  Object.assign(env, { SMTP_URL: undefined });
  const arrived = received.filter(({ to }) => to === `person-${person.id}@example.org`);
  expect(arrived).toHaveLength(1);
  const sent = await letter();
  expect(sent).toMatchObject({ attempts: 2, lastError: null });
  expect(arrived[0]?.text).toContain(`Message-ID: <${sent?.id}@`);
  expect(arrived[0]?.text).toContain('/tides/');
});

test('nobody is told who is suspended, or who asked for no letters', async () => {
  const quiet = await makePerson();
  const gone = await makePerson();
  await data.db.person.update({ where: { id: quiet.id }, data: { noticesByMail: false } });
  await data.db.person.update({ where: { id: gone.id }, data: { suspendedAt: new Date() } });
  await turnTheTide();
  await workUntil(
    [ruleFor([quiet.id, gone.id])],
    async () => (await data.db.notice.count({ where: { personId: quiet.id } })) === 1,
  );
  expect(await data.db.notice.count({ where: { personId: gone.id } })).toBe(0);
  expect(await data.db.mail.count({ where: { notice: { personId: quiet.id } } })).toBe(0);
});
