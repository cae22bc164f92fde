import { beforeAll, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makePrivateTerm } from '../../../../tests/support/factories/private-terms';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';
import { flawsOf } from '../../../../tests/support/site/page';

const database = useDatabase();
let who: Readers;

beforeAll(async () => {
  who = await makeReaders();
});

const add = (name: string, as = who.coordinator) =>
  send(paths.privateTerms(), { name, meaning: 'To be looked at together' }, { as });
const press = (term: string, intent: string, more = {}, as = who.coordinator) =>
  send(paths.privateTerm(term), { intent, ...more }, { as });
const page = (term: string, as = who.coordinator) => visit(paths.privateTerm(term), { as });

test('coordinators add a word, tag findings and questions with it, and take tags away', async () => {
  expect((await visit(paths.desk(), { as: who.coordinator })).links.map(({ href }) => href)).toContain(
    paths.privateTerms(),
  );
  expect((await add(HOSTILE.slice(0, 60))).banner).toBe('Added');
  await add('Zebra watch');
  expect((await add('ZEBRA watch', who.second)).messageBeside('name')).toContain('have this word already');
  for (const name of ['\\', 'Zebra _atch', '%']) expect((await add(name)).banner, name).toBe('Added');
  const { reference } = await database.db.privateTerm.findFirstOrThrow({ where: { name: 'Zebra watch' } });
  const finding = await makeFinding({ title: 'Tagged in private' });
  const question = await makeQuestion({ title: 'Tagged too?' });
  for (const one of [finding, question, finding])
    expect((await press(reference, 'tag', { reference: one.reference })).banner).toBe('Tagged');
  const shown = await page(reference, who.second);
  expect([shown.text.includes('Tagged in private'), shown.text.includes('Tagged too?')]).toEqual([
    true,
    true,
  ]);
  expect(flawsOf(shown.$)).toEqual([]);
  expect(flawsOf((await visit(paths.privateTerms(), { as: who.second })).$)).toEqual([]);
  expect((await press(reference, 'tag', { reference: '22222222' })).status).toBe(422);
  const tag = await database.db.privateTag.findFirstOrThrow({ where: { questionId: question.id } });
  await press(reference, 'untag', { tag: tag.id });
  expect((await page(reference)).text).not.toContain('Tagged too?');
  expect((await press(reference, 'retire')).banner).toContain('Nothing new');
  expect((await press(reference, 'tag', { reference: question.reference })).status).toBe(409);
});

test('nobody else learns of one: on no page, in no search, file or feed, nor by its address', async () => {
  const term = await makePrivateTerm({ createdById: who.coordinator, name: 'Quokka list' });
  const finding = await makeFinding({ title: 'Seen by everybody', released: true });
  await press(term.reference, 'tag', { reference: finding.reference });
  const addresses = [
    paths.finding(finding.reference),
    paths.findings(),
    paths.terms(),
    paths.search('quokka'),
    paths.history('finding', finding.reference),
    `${paths.findings()}/export/csv`,
  ];
  for (const as of [who.member, who.auditor, undefined])
    for (const address of addresses)
      expect((await visit(address, { as })).html.replaceAll('quokka', ''), address).not.toContain('Quokka');
  for (const as of [who.member, who.auditor, who.administrator, who.committee]) {
    expect((await visit(paths.privateTerms(), { as })).status).toBe(403);
    expect((await page(term.reference, as)).status).toBe(403);
    expect((await add('Mine', as)).status).toBe(403);
    expect((await press(term.reference, 'tag', { reference: finding.reference }, as)).status).toBe(403);
    expect((await press(term.reference, 'retire', {}, as)).status).toBe(403);
  }
});
