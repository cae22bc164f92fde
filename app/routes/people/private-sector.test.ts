import { beforeAll, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../tests/support/database';
import { makeAward } from '../../../tests/support/factories/awards';
import { makeFinding } from '../../../tests/support/factories/findings';
import { makeOrganisation, makePerson } from '../../../tests/support/factories/people';
import { makeQuestion } from '../../../tests/support/factories/questions';
import { visit } from '../../../tests/support/site';

useDatabase();
let firm: string;
let university: string;
let competition: Awaited<ReturnType<typeof makeAward>>;

beforeAll(async () => {
  const of = async (kind: string) =>
    (await makePerson({ expert: true, organisationId: (await makeOrganisation({ kind })).id })).id;
  [firm, university] = await Promise.all([of('private-sector'), of('university')]);
  competition = await makeAward({ state: 'decided' });
});

test('somebody of a firm sees no bid of others, no score and no restricted annex', async () => {
  const { question, first } = competition;
  const [asked, bid] = [question.reference, first.reference];
  for (const path of [
    ...[`/questions/${asked}/ranking`, `/questions/${asked}/bids`, `/questions/${asked}/annex`],
    ...[`/questions/${asked}/panel`, `/questions/${asked}/pack`, `/questions/${asked}/conflicts`],
    ...[`/bids/${bid}`, `/bids/${bid}/scores`, `/bids/${bid}/summary`],
    ...['/money', '/questions/performance', '/audit', '/desk'],
  ]) {
    const { status } = await visit(path, { as: firm });
    expect([403, 404], `${path} answered ${status}`).toContain(status);
  }
});

test('what was asked of some alone is not known to a firm that was not among them', async () => {
  const { reference } = await makeQuestion({ visibility: 'invited' });
  expect((await visit(paths.question(reference), { as: firm })).status).toBe(404);
});

test('a firm is taken to have an interest in what it rates until it says otherwise; others are not', async () => {
  const { reference } = await makeFinding({ released: true });
  const ticked = async (as: string) => {
    const page = await visit(paths.finding(reference), { as });
    return { on: page.$('input[name="interest"][checked]').length, text: page.text };
  };
  expect(await ticked(firm)).toMatchObject({ on: 1 });
  expect((await ticked(firm)).text).toContain('You work for a firm');
  expect(await ticked(university)).toMatchObject({ on: 0 });
  expect((await ticked(university)).text).not.toContain('You work for a firm');
});
