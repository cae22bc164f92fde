import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../tests/support/database';
import { makeAward, makeEvaluated } from '../../../tests/support/factories/awards';
import { makeExpert } from '../../../tests/support/factories/bids';
import { bidderOf, makeCompetition } from '../../../tests/support/factories/competitions';
import { makePanel, makeScores, makeWall } from '../../../tests/support/factories/panels';
import { makePerson, makeTeam } from '../../../tests/support/factories/people';
import { makeQuestion } from '../../../tests/support/factories/questions';
import { visit, visitData } from '../../../tests/support/site';

const database = useDatabase();
type Competition = Awaited<ReturnType<typeof makeCompetition>>;
let sealed: Competition;
let declaring: Competition;
let scoring: Competition;
let ranked: Competition;
let decided: Awaited<ReturnType<typeof makeAward>>;
let coordinator: string;
let auditor: string;

beforeAll(async () => {
  sealed = await makeCompetition({ stage: 'closed' });
  declaring = await makeCompetition({ stage: 'declaring' });
  scoring = await makeCompetition();
  ranked = await makeEvaluated();
  decided = await makeAward({ state: 'decided' });
  coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  auditor = (await makePerson({ roles: ['auditor'] })).id;
});

const address = ({ question }: { question: { reference: string } }) => paths.evaluation(question.reference);
const tasks = async (competition: Competition, as: string) =>
  (await visit(address(competition), { as })).links.map(({ text }) => text);

describe('who knows of an evaluation', () => {
  test('the asking side, the panel and coordinators; the auditor once it is decided', async () => {
    const { panel, question } = scoring;
    for (const as of [
      panel.author.id,
      panel.owner.id,
      panel.budgetHolder.id,
      panel.moderator.id,
      panel.evaluators[0].id,
      question.asking.evaluatorId,
      coordinator,
    ])
      expect((await visit(address(scoring), { as })).status).toBe(200);
    expect((await visit(address(scoring), { as: auditor })).status).toBe(404);
    expect((await visit(address(decided), { as: auditor })).status).toBe(200);
  });

  test('bidders, other experts, other teams and people with a conflict find nothing', async () => {
    const stranger = await makePerson();
    await makeTeam({ members: [{ personId: stranger.id, roles: ['author', 'moderator'] }] });
    await makeWall(decided.question.id, decided.panel.evaluators[1].id);
    const others = [
      decided.first.leadId,
      decided.second.leadId,
      (await makeExpert()).id,
      stranger.id,
      decided.panel.evaluators[1].id,
    ];
    for (const as of others) {
      expect((await visit(address(decided), { as })).status).toBe(404);
      expect((await visitData(address(decided), { as })).body).not.toContain(await bidderOf(decided.first));
    }
    expect((await visit(address(scoring))).location).toContain(paths.signIn());
  });

  test('a route without bids has no evaluation', async () => {
    const advice = await makeQuestion({ routeSlug: 'expert-advice-request' });
    expect((await visit(paths.evaluation(advice.reference), { as: advice.asking.authorId })).status).toBe(
      404,
    );
  });
});

describe('the steps', () => {
  const readers: [string, () => Competition, (of: Competition) => string][] = [
    ['the moderator before opening', () => sealed, ({ panel }) => panel.moderator.id],
    ['the moderator with a ranking', () => ranked, ({ panel }) => panel.moderator.id],
    ['an evaluator with a ranking', () => ranked, ({ panel }) => panel.evaluators[0].id],
    ['the author after the decision', () => decided, ({ panel }) => panel.author.id],
    ['the owner after the decision', () => decided, ({ panel }) => panel.owner.id],
    ['the budget holder after the decision', () => decided, ({ panel }) => panel.budgetHolder.id],
    ['a coordinator after the decision', () => decided, () => coordinator],
    ['the auditor after the decision', () => decided, () => auditor],
  ];
  test.each(readers)('lead %s to no page that they may not open', async (_, of, who) => {
    const competition = of();
    const as = who(competition);
    const page = await visit(address(competition), { as });
    const steps = page.$('.govuk-task-list a').toArray();
    const hrefs = steps.map((node) => page.$(node).attr('href') ?? '');
    for (const href of hrefs) expect([href, (await visit(href, { as })).status]).toEqual([href, 200]);
  });

  test('before opening: appoint, declare, open; nothing tells of bids', async () => {
    expect(await tasks(sealed, sealed.panel.author.id)).toEqual(
      expect.arrayContaining(['Appoint the panel', 'Declare your interests']),
    );
    expect(await tasks(sealed, sealed.panel.moderator.id)).toContain('Open the bids');
    expect(await tasks(sealed, sealed.panel.budgetHolder.id)).toContain('Open the bids');
    for (const { id } of [sealed.panel.moderator, sealed.panel.evaluators[0], sealed.panel.owner]) {
      const page = await visit(address(sealed), { as: id });
      expect(page.text).not.toMatch(/Bids|There is no bid|Moderation|Ranking/);
      expect((await visitData(address(sealed), { as: id })).body).not.toContain(await bidderOf(sealed.first));
    }
  });

  test('declaring: says who is awaited by name, and shows bids to nobody who has not declared', async () => {
    const { panel } = declaring;
    const page = await visit(address(declaring), { as: panel.author.id });
    expect(page.text).toContain('Scoring starts by itself once nothing is missing');
    for (const { name } of [...panel.evaluators, panel.moderator])
      expect(page.text).toContain(`${name} has not declared yet.`);
    expect(page.text).not.toContain(`${panel.author.name} has not declared yet.`);
    expect(page.rows.every(([, , standing]) => standing === 'To declare')).toBe(true);
    expect(await tasks(declaring, panel.evaluators[0].id)).not.toContain(await bidderOf(declaring.first));
  });

  test('scoring: an evaluator sees each bid and how far the own scores are; nobody beside the panel sees bids', async () => {
    const { panel, first, second, question } = scoring;
    await makeScores(first, question, panel.evaluators[0], 3);
    const page = await visit(address(scoring), { as: panel.evaluators[0].id });
    expect(page.links.map(({ text }) => text)).toEqual(
      expect.arrayContaining([await bidderOf(first), await bidderOf(second)]),
    );
    expect(page.text).toContain('Your scores are in');
    expect(page.text).toContain('To score');
    expect(page.text).not.toContain('All scores are in');
    expect((await visit(address(scoring), { as: panel.moderator.id })).text).toContain('To read');
    for (const { id } of [panel.author, panel.owner, panel.budgetHolder]) {
      const text = (await visit(address(scoring), { as: id })).text;
      expect(text).not.toContain(await bidderOf(first));
      expect((await visitData(address(scoring), { as: id })).body).not.toContain(first.reference);
    }
  });

  test('ranking: the moderator recommends; the owner sees no ranking before a recommendation', async () => {
    expect(await tasks(ranked, ranked.panel.moderator.id)).toEqual(
      expect.arrayContaining(['Ranking', 'Recommend']),
    );
    const evaluator = await tasks(ranked, ranked.panel.evaluators[0].id);
    expect([evaluator.includes('Ranking'), evaluator.includes('Recommend')]).toEqual([true, false]);
    expect(await tasks(ranked, ranked.panel.owner.id)).not.toContain('Ranking');
  });

  test('decided: the asking side is led to summaries and the file', async () => {
    expect(await tasks(decided, decided.panel.owner.id)).toEqual(
      expect.arrayContaining([
        'Summaries, notice and awards',
        'The file of this question',
        'Declarations of interest',
      ]),
    );
    const author = await tasks(decided, decided.panel.author.id);
    expect([
      author.includes('Summaries, notice and awards'),
      author.includes('The file of this question'),
    ]).toEqual([true, false]);
    for (const as of [coordinator, auditor]) {
      const reads = await tasks(decided, as);
      expect(reads).toEqual(expect.arrayContaining(['Ranking', 'The file of this question']));
      expect(reads).not.toContain('Summaries, notice and awards');
    }
  });
});

describe('the panel', () => {
  test('is named with its part to everybody who knows of the evaluation', async () => {
    const page = await visit(address(sealed), { as: sealed.question.asking.evaluatorId });
    const names = page.rows.map(([name, part]) => [name, part]);
    for (const { name } of sealed.panel.evaluators) expect(names).toContainEqual([name, 'Evaluator']);
    expect(names).toContainEqual([sealed.panel.moderator.name, 'Moderator']);
    expect(page.$('th').text()).not.toContain('Interests at opening');
  });

  test('is said to be empty where nobody is appointed', async () => {
    const empty = await makeQuestion();
    const page = await visit(paths.evaluation(empty.reference), { as: empty.asking.authorId });
    expect(page.text).toContain('Nobody has been appointed yet');
    await makePanel(empty, { evaluators: 1 });
    expect((await visit(paths.evaluation(empty.reference), { as: empty.asking.authorId })).rows).toHaveLength(
      2,
    );
  });
});

test('on a funding call a wall around one bid takes it out of the page, its data and every page after it', async () => {
  const { question, panel, first, second } = await makeEvaluated({
    routeSlug: 'funding-call',
    agreed: false,
  });
  const { id } = panel.evaluators[0];
  await makeWall(question.id, id, first.id);
  const hidden = [first.reference, await bidderOf(first)];
  for (const path of [paths.evaluation(question.reference), paths.moderation(question.reference)]) {
    const [page, data] = [await visit(path, { as: id }), await visitData(path, { as: id })];
    expect(page.text).toContain(await bidderOf(second));
    for (const word of hidden)
      expect([path, page.html.includes(word), data.body.includes(word)]).toEqual([path, false, false]);
  }
  await database.db.question.update({ where: { id: question.id }, data: { qualityAgreedAt: new Date() } });
  const path = paths.ranking(question.reference);
  for (const word of hidden) expect((await visitData(path, { as: id })).body).not.toContain(word);
});
