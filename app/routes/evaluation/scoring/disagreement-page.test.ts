import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { makeBid, openQuestion } from '../../../../tests/support/factories/bids';
import { makePanel, makeScores } from '../../../../tests/support/factories/panels';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { useDatabase } from '../../../../tests/support/database';
import { send, visit } from '../../../../tests/support/site';

const store = useDatabase();

async function arrange() {
  const question = await makeQuestion({
    state: 'closed',
    criteria: [
      { name: 'Method', guidance: '', weight: 60, minimum: null },
      { name: 'Team', guidance: '', weight: 40, minimum: null },
    ],
  });
  const [apart, level, half] = [
    await makeBid({ question }),
    await makeBid({ question }),
    await makeBid({ question }),
  ];
  const panel = await makePanel(question, { evaluators: 3 });
  await openQuestion(question);
  await store.db.question.update({ where: { id: question.id }, data: { evaluationStartedAt: new Date() } });
  for (const [i, evaluator] of panel.evaluators.entries()) {
    await makeScores(apart, question, evaluator, i === 0 ? [0, 3] : [4, 3]);
    await makeScores(level, question, evaluator, 3);
  }
  await makeScores(half, question, panel.evaluators[0], 5);
  return { question, reference: question.reference, apart, level, half, panel };
}

let world: Awaited<ReturnType<typeof arrange>>;
let as: string;
beforeAll(async () => {
  world = await arrange();
  as = world.panel.moderator.id;
});

const headings = async (filter: Record<string, string>) => {
  const page = await visit(paths.disagreement(world.reference, filter), { as });
  expect(page.status).toBe(200);
  return page
    .$('main section h3')
    .toArray()
    .map((node) => page.$(node).text().split(':')[0]);
};

describe('where scores differ', () => {
  test('is the moderator’s page, and tells of wholly scored bids alone', async () => {
    const { reference, panel, apart } = world;
    const page = await visit(paths.disagreement(reference), { as });
    expect(page.text).toContain('2 bids are wholly scored.');
    expect(page.text).toContain('4 apart');
    expect(page.$('main select[name="bid"] option')).toHaveLength(3);
    for (const who of [panel.evaluators[0].id, panel.owner.id])
      expect((await visit(paths.disagreement(reference), { as: who })).status).toBe(403);
    expect((await visit(paths.disagreement(reference), { as: apart.leadId })).status).toBe(404);
  });

  test('finds by what the address says, and takes what is none as not said', async () => {
    const { level, panel } = world;
    expect(await headings({})).toEqual(['Method']);
    expect(await headings({ show: 'all' })).toHaveLength(4);
    expect(await headings({ show: 'all', criterion: '2' })).toEqual(['Team', 'Team']);
    expect(await headings({ show: 'all', bid: level.reference })).toEqual(['Method', 'Team']);
    expect(await headings({ show: 'outliers', person: panel.evaluators[0].reference })).toEqual(['Method']);
    expect(await headings({ range: '5' })).toEqual([]);
    const wrongs: Record<string, string>[] = [
      { show: 'everything' },
      { range: '99' },
      { criterion: 'x' },
      { bid: '../..' },
      { person: '22222222' },
      { after: '-1' },
    ];
    for (const wrong of wrongs) expect([wrong, await headings(wrong)]).toEqual([wrong, ['Method']]);
  });
});

describe('asking about a score', () => {
  test('keeps what was typed, and asks whoever scored it once', async () => {
    const { apart, half, panel, reference } = world;
    const [one, two] = panel.evaluators;
    const asking = paths.askAboutScore(apart.reference, 1);
    expect((await visit(asking, { as: one.id })).status).toBe(403);
    expect((await visit(asking, { as: apart.leadId })).status).toBe(404);
    expect((await visit(paths.askAboutScore(apart.reference, 9), { as })).status).toBe(404);
    const noPerson = await send(asking, { note: 'Why 0?' }, { as });
    expect([noPerson.status, noPerson.fields['note']]).toEqual([422, 'Why 0?']);
    expect(noPerson.messageBeside('person')).toBe('Choose whom you ask');
    const moderator = await send(asking, { person: panel.moderator.reference, note: 'Why?' }, { as });
    expect([moderator.status, moderator.messageBeside('person')]).toEqual([
      422,
      'Choose somebody who scored this',
    ]);
    const early = await send(
      paths.askAboutScore(half.reference, 1),
      { person: one.reference, note: 'Why?' },
      { as },
    );
    expect(early.status >= 400 && early.status < 500).toBe(true);
    expect(await store.db.scoreQuery.count()).toBe(0);
    const form = { person: one.reference, note: 'Why <0>?' };
    const twice = await Promise.all([send(asking, form, { as }), send(asking, form, { as })]);
    expect(twice.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(twice.find(({ status }) => status === 422)?.text).toContain(
      'You have asked about this score already',
    );
    expect((await visit(paths.disagreement(reference), { as })).text).toContain('Asked: Why <0>?');
    const explaining = paths.explainScore(apart.reference, 1);
    expect((await visit(explaining, { as: two.id })).status).toBe(404);
    const empty = await send(explaining, { answer: ' ' }, { as: one.id });
    expect([empty.status, empty.messageBeside('answer') === null]).toEqual([422, false]);
    expect((await send(explaining, { answer: 'Section 2 is empty.' }, { as: one.id })).status).toBe(303);
    expect((await send(explaining, { answer: 'No.' }, { as: one.id })).status).toBe(422);
    expect((await visit(explaining, { as: one.id })).text).toContain('You answered: Section 2 is empty.');
  });
});
