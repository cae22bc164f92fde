import { beforeAll, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../tests/support/database';
import { makeFinding } from '../../../tests/support/factories/findings';
import { makeOutsiders, type Outsiders } from '../../../tests/support/factories/question-cast';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../tests/support/factories/questions';
import { visit } from '../../../tests/support/site';
import { flawsOf } from '../../../tests/support/site/page';

useDatabase();
let asking: AskingTeam;
let outsiders: Outsiders;
const TITLE = 'Who launders sand quarry money through haulage firms?';
let open: string;
let released: string;

beforeAll(async () => {
  [asking, outsiders] = await Promise.all([makeAskingTeam(), makeOutsiders()]);
  open = (await makeQuestion({ asking, state: 'open', title: TITLE })).reference;
  const made = { state: 'open', title: 'Sand quarry money and haulage firms in the valleys' } as const;
  released = (await makeQuestion({ asking, ...made, released: true })).reference;
  await makeQuestion({
    asking,
    state: 'open',
    visibility: 'team',
    title: 'Sand quarry haulage firms, kept inside',
  });
  await makeFinding({ title: 'Haulage firms wash quarry money', released: true });
  await makeFinding({ title: 'Quarry haulage and its firms, for members' });
});

const related = (reference: string, as?: string) => visit(paths.questionRelated(reference), { as });

test('findings and questions that share its words stand beside a question, of those its reader may see', async () => {
  const page = await related(open, outsiders.expert);
  expect(
    page
      .$('main h2')
      .toArray()
      .map((one) => page.$(one).text()),
  ).toEqual(['Findings', 'Questions']);
  for (const title of ['Haulage firms wash quarry money', 'Quarry haulage and its firms, for members'])
    expect(page.text).toContain(title);
  expect(page.text).toContain('in the valleys');
  expect(page.text).not.toContain('kept inside');
  expect(
    page
      .$('main ol a')
      .toArray()
      .map((one) => page.$(one).text()),
  ).not.toContain(TITLE);
  expect((await related(open, asking.authorId)).text).toContain('kept inside');
  expect(flawsOf(page.$)).toEqual([]);
});

test('a visitor reads it beside what was released, and learns of nothing else', async () => {
  const page = await related(released);
  expect(page.text).toContain('Haulage firms wash quarry money');
  for (const hidden of ['for members', TITLE, 'kept inside']) expect(page.text).not.toContain(hidden);
  expect((await related(open)).status).toBe(404);
});

test('with nothing near to it the page says so; a draft has none; the question leads to it', async () => {
  const otters = { summary: 'Otters', questionsAsked: 'Otters?', background: '' };
  const alone = await makeQuestion({ asking, state: 'open', title: 'Zoological gardens', data: otters });
  expect((await related(alone.reference, outsiders.expert)).text).toContain('Nothing near to it yet');
  const draft = await makeQuestion({ asking, state: 'draft', title: TITLE });
  expect((await related(draft.reference, asking.authorId)).status).toBe(404);
  const links = async (reference: string) =>
    (await visit(paths.question(reference), { as: asking.authorId })).links.map(({ href }) => href);
  expect(await links(open)).toContain(paths.questionRelated(open));
  expect(await links(draft.reference)).not.toContain(paths.questionRelated(draft.reference));
});
