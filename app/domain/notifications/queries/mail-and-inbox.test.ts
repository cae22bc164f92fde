import { expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeBid } from '../../../../tests/support/factories/bids';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { newId } from '~/platform/ids.server';
import { queueMail } from '~/platform/mail-queue.server';
import { run } from '../../command.server';
import { recordFacts } from '../../fact-record.server';
import { ask } from '../../query.server';
import { markNoticesRead } from '../commands/mark-notices-read.server';
import { setNoticePreferences } from '../commands/set-notice-preferences.server';
import { stateOf } from '../letter';
import { notifying } from '../notify.server';
import { noticeRules } from '../rules/all.server';
import { inbox } from './inbox.server';
import { letter } from './letter.server';
import { mailList } from './mail-list.server';
import { noticePreferences } from './notice-preferences.server';

const data = useDatabase();

const give = (personId: string, count: number) =>
  data.db.notice.createMany({
    data: Array.from({ length: count }, (_, number) => ({
      id: newId(),
      personId,
      factId: newId(),
      kind: 'test',
      subject: `Notice ${number}`,
      body: 'Something happened',
      path: '/questions',
      createdAt: new Date(),
    })),
  });

test('the inbox shows the unread first, pages by key, and is one’s own', async () => {
  const person = await actorFor((await makePerson()).id);
  const other = await actorFor((await makePerson()).id);
  await give(person.id, 30);
  const first = await ask(inbox, person, {});
  expect(first?.notices).toHaveLength(25);
  const [latest] = first?.notices ?? [];
  expect(latest?.subject).toBe('Notice 29');

  expect(await run(markNoticesRead, other, { notice: latest?.id })).toEqual({ kind: 'hidden' });
  expect(await run(markNoticesRead, person, { notice: latest?.id })).toMatchObject({ value: { count: 1 } });
  const again = await ask(inbox, person, {});
  expect(again?.notices[0]?.subject).toBe('Notice 28');
  const rest = await ask(inbox, person, { after: again?.next ?? undefined });
  expect(rest?.notices.map(({ subject }) => subject)).toEqual([
    'Notice 3',
    'Notice 2',
    'Notice 1',
    'Notice 0',
    'Notice 29',
  ]);
  expect(rest?.next).toBeNull();
  expect(await run(markNoticesRead, person, { notice: 'all' })).toMatchObject({ value: { count: 29 } });
  expect((await ask(inbox, person, {}))?.anyUnread).toBe(false);
  expect((await ask(inbox, other, {}))?.notices).toEqual([]);
  expect(await ask(inbox, { kind: 'visitor', asOf: new Date() }, {})).toBeNull();
});

test('letters can be switched off and on', async () => {
  const person = await actorFor((await makePerson()).id);
  expect(await run(setNoticePreferences, person, { letters: 'no' })).toMatchObject({ kind: 'done' });
  expect(await ask(noticePreferences, person, {})).toMatchObject({ letters: false });
  expect(await run(setNoticePreferences, person, {})).toMatchObject({ kind: 'invalid' });
});

test('a kept invitation is read by an administrator alone, and reading it is a fact', async () => {
  const administrator = await actorFor((await makePerson({ roles: ['administrator'] })).id);
  const letterOf = {
    purpose: 'invitation',
    toAddress: 'a@example.org',
    subject: 'You are invited',
    text: 'Open https://…',
  };
  await data.db.$transaction((tx) => queueMail(tx, letterOf));
  const list = await ask(mailList, administrator, { state: 'waiting' });
  const shown = list?.letters.find(({ subject }) => subject === 'You are invited');
  expect(shown && stateOf(shown)).toBe('waiting');
  expect(await ask(letter, administrator, { id: shown?.id })).toMatchObject({ text: 'Open https://…' });
  expect(
    await data.db.fact.findFirst({ where: { name: 'LetterWasRead', nounId: shown?.id ?? '' } }),
  ).toMatchObject({
    actorId: administrator.id,
    data: { purpose: 'invitation' },
  });
  for (const roles of [['coordinator'], ['auditor'], []] as const) {
    const actor = await actorFor((await makePerson({ roles: [...roles] })).id);
    expect(await ask(mailList, actor, {})).toBeNull();
    expect(await ask(letter, actor, { id: shown?.id })).toBeNull();
  }
});

test('letters that would tell that a bid exists are neither listed nor read before the decision', async () => {
  const administrator = await actorFor((await makePerson({ roles: ['administrator'] })).id);
  const question = await makeQuestion({ state: 'open' });
  const bid = await makeBid({ question });
  const lead = await actorFor(bid.leadId);
  await data.db.$transaction((tx) =>
    recordFacts(tx, { actor: lead, now: new Date(), command: 'test' }, [
      { name: 'BidWasSubmitted', noun: 'bid', nounId: bid.id },
    ]),
  );
  const fact = await data.db.fact.findFirstOrThrow({ where: { nounId: bid.id, name: 'BidWasSubmitted' } });
  await notifying(noticeRules).react({ ...fact, position: '1', data: {} });
  const mail = await data.db.mail.findFirstOrThrow({ where: { notice: { factId: fact.id } } });
  const listed = async () =>
    (await ask(mailList, administrator, {}))?.letters.some(({ id }) => id === mail.id);
  expect(await listed()).toBe(false);
  expect(await ask(letter, administrator, { id: mail.id })).toBeNull();
  const over = { withdrawnAt: new Date(), withdrawnReason: 'Over' };
  await data.db.question.update({ where: { id: question.id }, data: over });
  expect(await listed()).toBe(true);
});

test('a letter’s state is that of its stamps', () => {
  const none = { enqueuedAt: null, keptAt: null, sentAt: null, lastError: null };
  expect(stateOf(none)).toBe('waiting');
  expect(stateOf({ ...none, keptAt: new Date() })).toBe('kept');
  expect(stateOf({ ...none, lastError: 'refused' })).toBe('failing');
  expect(stateOf({ ...none, sentAt: new Date(), lastError: null })).toBe('sent');
});
