import { beforeAll, expect, test } from 'vitest';
import { newId } from '~/platform/ids.server';
import { makeAward } from '../../../../tests/support/factories/awards';
import {
  actorFor,
  actorInSession,
  makeAccount,
  makePerson,
} from '../../../../tests/support/factories/people';
import { useDatabase } from '../../../../tests/support/database';
import { done } from '../../../../tests/support/outcome';
import type { Person } from '../../actor';
import { run } from '../../command.server';
import { changeOwnDetails } from './change-own-details.server';
import { erasePerson } from './erase-person.server';

const base = useDatabase();
let administrator: Person;
let reader: string;

beforeAll(async () => {
  administrator = await actorFor((await makePerson({ roles: ['administrator'] })).id);
  reader = (await makeAccount()).id;
});

const erase = async ({ name, reference }: { name: string; reference: string }) =>
  done(await run(erasePerson, administrator, { person: reference, basis: 'request', confirmation: name }));

/** A fact of theirs, by which others are told. */
async function factOf(id: string, name: string): Promise<string> {
  done(await run(changeOwnDetails, await actorInSession(id), { name, revision: 1 }));
  return (await base.db.fact.findFirstOrThrow({ where: { actorId: id } })).id;
}

async function tell(factId: string, words: string): Promise<() => Promise<string[]>> {
  const [id, mailId] = [newId(), newId()];
  const text = { subject: words, body: words };
  await base.db.notice.create({
    data: { id, personId: reader, factId, kind: words, ...text, path: '/', createdAt: new Date() },
  });
  await base.db.mail.create({
    data: {
      ...{ id: mailId, noticeId: id, purpose: 'notice', toAddress: 'reader@example.org' },
      ...{ subject: words, text: words, queuedAt: new Date() },
    },
  });
  return async () => {
    const notice = await base.db.notice.findUniqueOrThrow({ where: { id } });
    const mail = await base.db.mail.findUniqueOrThrow({ where: { id: mailId } });
    return [...new Set([notice.subject, notice.body, mail.subject, mail.text])];
  };
}

test('what others were told names an erased person no more, and nobody else less', async () => {
  const { id, reference } = await makeAccount({ name: 'Zoë (Q.) O’Hara+' });
  const name = 'Zoë (Q.) O’Hara+';
  const factId = await factOf(id, name);
  const [wrote, elsewhere, longer] = [
    await tell(factId, `${name} wrote; ask ${name}.`),
    await tell(newId(), `You are to review for ${name}`),
    await tell(factId, `a${name} and Zoë Q O’Hara are others`),
  ];
  await erase({ name, reference });
  expect(await wrote()).toEqual(['former member wrote; ask former member.']);
  expect(await elsewhere()).toEqual(['You are to review for former member']);
  expect(await longer()).toEqual([`a${name} and Zoë Q O’Hara are others`]);
});

test('a name that is a word is left where it may be one', async () => {
  const { id, reference } = await makeAccount({ name: 'Will' });
  const factId = await factOf(id, 'Will');
  const [wrote, asked] = [await tell(factId, 'Will wrote'), await tell(newId(), 'Will you come?')];
  await erase({ name: 'Will', reference });
  expect([await wrote(), await asked()]).toEqual([['former member wrote'], ['Will you come?']]);
});

test('a name that another has is left where it may mean them', async () => {
  const { id, reference } = await makeAccount({ name: 'Anna Two' });
  await makePerson({ name: 'anna two' });
  const factId = await factOf(id, 'Anna Two');
  const [wrote, asked] = [await tell(factId, 'Anna Two wrote'), await tell(newId(), 'Anna Two will review')];
  await erase({ name: 'Anna Two', reference });
  expect([await wrote(), await asked()]).toEqual([['former member wrote'], ['Anna Two will review']]);
});

test('rankings and obligations of an award name its bidder no more', async () => {
  const { award, question } = await makeAward();
  const { lead } = await base.db.bid.findUniqueOrThrow({
    where: { id: award.bidId },
    select: { lead: { select: { name: true, reference: true } } },
  });
  const quoted = `${lead.name} "the bidder"`;
  await base.db.person.update({ where: { reference: lead.reference }, data: { name: quoted } });
  await base.db.recommendation.create({
    data: {
      ...{
        id: newId(),
        questionId: question.id,
        text: 'The first',
        outcome: 'awarded',
        bidIds: [award.bidId],
      },
      ...{ tieReason: '', madeById: administrator.id, madeAt: new Date(), value: 1 },
      ranking: [
        { rank: 1, bidder: `A body, ${quoted}` },
        { rank: 2, bidder: 'Somebody else' },
      ],
    },
  });
  await base.db.obligation.create({
    data: {
      ...{ id: newId(), reference: 'ABCD2345', awardId: award.id, position: 90, kind: 'data', what: 'W' },
      ...{ recipient: `A body, ${quoted}`, dueOn: new Date('2027-01-01'), state: 'due' },
    },
  });
  await erase({ name: quoted, reference: lead.reference });
  const { ranking } = await base.db.recommendation.findFirstOrThrow({ where: { questionId: question.id } });
  expect(ranking).toMatchObject([{ bidder: 'A body, former member' }, { bidder: 'Somebody else' }]);
  const owed = await base.db.obligation.findFirstOrThrow({ where: { awardId: award.id, position: 90 } });
  expect(owed.recipient).toBe('A body, former member');
});
