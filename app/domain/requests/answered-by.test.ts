import { beforeAll, expect, test } from 'vitest';
import { database } from '~/platform/db.server';
import { useDatabase } from '../../../tests/support/database';
import { makeCollection } from '../../../tests/support/factories/collections';
import { makeFinding } from '../../../tests/support/factories/findings';
import { actorInSession, makePerson } from '../../../tests/support/factories/people';
import { makeQuestion } from '../../../tests/support/factories/questions';
import { makeReaders } from '../../../tests/support/factories/readers';
import { done } from '../../../tests/support/outcome';
import { run } from '../command.server';
import { writeAnnex } from '../knowledge/commands/write-annex.server';
import { setFileAccess } from '../knowledge/commands/set-file-access.server';
import { isAllowed } from '../policy';
import { ask } from '../query.server';
import { askRequest } from './commands/ask-request.server';
import { loadRequest } from './loaded-request.server';
import { requestList } from './queries/request-list.server';
import { mayAnswer } from './request-policy';

useDatabase();
const people: string[] = [];
const references: string[] = [];

beforeAll(async () => {
  const readers = await makeReaders();
  const [owner, author, curator, asker] = [
    await makePerson({ expert: true }),
    await makePerson({ expert: true }),
    await makePerson({ expert: true }),
    await makePerson({ expert: true }),
  ];
  const finding = await makeFinding({
    submittedById: owner.id,
    authors: [{ name: 'A', personId: author.id }],
  });
  const question = await makeQuestion({ state: 'open' });
  const { authorId, ownerId } = question.asking;
  people.push(...Object.values(readers), owner.id, author.id, curator.id, asker.id, authorId, ownerId);
  const { reference } = finding;
  const keeper = await actorInSession(owner.id);
  done(await run(setFileAccess, keeper, { reference, level: 'restricted', reason: 'Names' }));
  const annex = { text: 'Secret words', marking: 'OFFICIAL', announced: 'yes', revision: 0 };
  done(await run(writeAnnex, keeper, { noun: 'finding', reference, ...annex }));
  const ofQuestion = { noun: 'question', reference: question.reference };
  done(await run(writeAnnex, await actorInSession(authorId), { ...ofQuestion, ...annex }));
  const { slug } = await makeCollection(curator.id);
  const into = (await makeFinding()).reference;
  const askAs = async (who: string, asked: object) => {
    const made = await run(askRequest, await actorInSession(who), { reference, reason: 'Why', ...asked });
    references.push(done(made).reference);
  };
  await askAs(asker.id, { kind: 'access' });
  await askAs(asker.id, { kind: 'annex' });
  await askAs(asker.id, { kind: 'annex', ...ofQuestion });
  await askAs(asker.id, { kind: 'inclusion', collection: slug });
  await askAs(asker.id, { kind: 'merge', into });
  await askAs(owner.id, { kind: 'deletion' });
  await askAs(author.id, { kind: 'inclusion', collection: slug });
});

test('the list of what waits holds exactly the requests that the policy lets somebody answer', async () => {
  let answered = 0;
  for (const id of people) {
    const actor = await actorInSession(id);
    const view = await ask(requestList, actor, { list: 'waiting' });
    const listed = (view?.lines ?? []).map(({ reference }) => reference).sort();
    const may: string[] = [];
    for (const reference of references) {
      const loaded = await loadRequest(database(), actor, reference);
      if (loaded && isAllowed(mayAnswer(actor, loaded.standing))) may.push(reference);
    }
    expect([id, listed]).toEqual([id, may.sort()]);
    answered += may.length;
  }
  expect(answered).toBeGreaterThan(12);
});
