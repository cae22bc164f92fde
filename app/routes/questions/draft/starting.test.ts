import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { makeOutsiders, type Outsiders } from '../../../../tests/support/factories/question-cast';
import { makeAskingTeam, type AskingTeam } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let asking: AskingTeam;
let outsiders: Outsiders;
let team: string;
let authorOfTwo: string;
let otherTeam: string;

beforeAll(async () => {
  [asking, outsiders] = await Promise.all([makeAskingTeam(), makeOutsiders()]);
  team = (await database.db.team.findUniqueOrThrow({ where: { id: asking.teamId } })).reference;
  authorOfTwo = (await makePerson()).id;
  for (let index = 0; index < 2; index += 1)
    otherTeam = (await makeTeam({ members: [{ personId: authorOfTwo, roles: ['author'] }] })).reference;
});

describe('the page that starts a question', () => {
  test('a visitor signs in first and comes back', async () => {
    const page = await visit('/questions/new?threat=drugs');
    expect(page.status).toBe(302);
    expect(page.location).toBe(`${paths.signIn()}?from=${encodeURIComponent('/questions/new?threat=drugs')}`);
  });

  test('somebody who is no author is told whom to ask, and gets no form', async () => {
    for (const as of [outsiders.expert, outsiders.coordinator, asking.evaluatorId, outsiders.unverified]) {
      const page = await visit(paths.newQuestion(), { as });
      expect(page.status).toBe(200);
      expect(page.text).toContain('Your teams have not made you an author');
      expect(page.fields).toEqual({});
      expect(page.buttons).toEqual([]);
    }
  });

  test('an author of one team is not asked which; one of two chooses', async () => {
    const one = await visit(paths.newQuestion(), { as: asking.authorId });
    expect(one.$('input[name="team"]').attr('type')).toBe('hidden');
    const two = await visit(paths.newQuestion(), { as: authorOfTwo });
    expect(two.$('input[name="team"][type="radio"]').length).toBe(2);
  });

  test('every route is offered with what it is for', async () => {
    const page = await visit(paths.newQuestion(), { as: asking.authorId });
    expect(page.$('input[name="route"]').length).toBe(6);
    for (const name of ['Expert advice request', 'Rapid evidence assessment', 'Funding call'])
      expect(page.text).toContain(name);
    expect(page.links).toContainEqual({ text: 'Find the right route', href: paths.whichRoute() });
  });

  test('a route that the address names stands chosen; a threat area travels along', async () => {
    const page = await visit('/questions/new?route=competition&threat=drugs&strand=prepare', {
      as: asking.authorId,
    });
    expect(page.fields['route']).toBe('competition');
    expect(page.fields['threats']).toBe('drugs');
    expect(page.fields['strands']).toBe('prepare');
    expect(page.$('main form').attr('action')).toContain('threat=drugs');
  });

  test('parameters that Soundings does not know are refused', async () => {
    for (const query of ['?admin=1', '?priority=zzz', `?route=${'r'.repeat(61)}`])
      expect((await visit(`/questions/new${query}`, { as: asking.authorId })).status).toBe(400);
  });
});

describe('starting', () => {
  const start = (fields: Record<string, string>, as = asking.authorId) =>
    send(
      paths.newQuestion(),
      { team, title: 'Who buys stolen cars?', route: 'commissioned-study', ...fields },
      {
        as,
      },
    );
  const drafts = () => database.db.question.count();

  test('a study starts as a draft that leads to its task list', async () => {
    const sent = await start({});
    expect(sent.status).toBe(303);
    const row = await database.db.question.findFirstOrThrow({
      where: { title: 'Who buys stolen cars?' },
      include: { criteria: true, route: true },
    });
    expect(sent.location).toBe(paths.questionDraft(row.reference));
    expect(row).toMatchObject({ authorId: asking.authorId, teamId: asking.teamId, publishedAt: null });
    expect([row.qualityWeight, row.priceWeight]).toEqual([70, 30]);
    expect(row.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    const fact = await database.db.fact.findFirstOrThrow({ where: { nounId: row.id } });
    expect(fact).toMatchObject({ name: 'QuestionWasStarted' });
  });

  test('an advice request leads straight to its one page', async () => {
    const sent = await start({ title: 'A view, please', route: 'expert-advice-request' });
    const row = await database.db.question.findFirstOrThrow({ where: { title: 'A view, please' } });
    expect(sent.location).toBe(paths.questionTask(row.reference, 'request'));
    expect(await database.db.criterion.count({ where: { questionId: row.id } })).toBe(0);
  });

  test('what the map had chosen stands in the draft', async () => {
    const threat = await database.db.term.findFirstOrThrow({
      where: { scheme: 'threatArea', retiredAt: null },
    });
    const priority = await database.db.priority.findFirstOrThrow({ where: { retiredAt: null } });
    await start({ title: 'From the map', threats: threat.slug, priorities: priority.reference });
    const row = await database.db.question.findFirstOrThrow({
      where: { title: 'From the map' },
      include: { terms: true, priorities: true },
    });
    expect(row.terms.map(({ termId }) => termId)).toEqual([threat.id]);
    expect(row.priorities.map(({ priorityId }) => priorityId)).toEqual([priority.id]);
  });

  test('without words and route both are asked for, beside their fields', async () => {
    const before = await drafts();
    const page = await start({ title: '  ', route: '' });
    expect(page.status).toBe(422);
    expect(page.messageBeside('title')).toBe('Enter the question');
    expect(page.messageBeside('route')).toBe('Choose a route');
    expect(page.errors).toEqual(['Enter the question', 'Choose a route']);
    expect(await drafts()).toBe(before);
  });

  test.each([
    ['too long', 'w'.repeat(161)],
    ['far too long', '10,000 '.repeat(2000)],
  ])('a sentence that is %s is refused by name and kept', async (_name, title) => {
    const page = await start({ title });
    expect(page.status).toBe(422);
    expect(page.fields['title']).toBe(title);
    expect(page.messageBeside('title')).toContain('160 characters or fewer');
    expect(page.errors[0]).toMatch(/question/i);
  });

  test.each(['<script>alert(1)</script>', "Robert'); DROP TABLE question;--", 'Fish 🐟 \u202Eesrever'])(
    '%s is words like any others',
    async (title) => {
      const sent = await start({ title });
      const page = await visit(sent.location ?? '', { as: asking.authorId });
      expect(page.heading).toBe(title);
      expect(page.html).not.toContain('<script>alert');
    },
  );

  test('a route that is not on offer is refused beside the routes', async () => {
    const page = await start({ route: 'golden-ticket' });
    expect(page.status).toBe(422);
    expect(page.messageBeside('route')).toBe('Choose a route');
    expect(page.fields['title']).toBe('Who buys stolen cars?');
  });

  test('nobody starts a question for a team that has not made them author', async () => {
    const before = await drafts();
    expect((await start({ team: otherTeam })).status).toBe(403);
    for (const as of [asking.ownerId, outsiders.expert, outsiders.coordinator])
      expect((await start({}, as)).status).toBe(403);
    expect((await start({}, '')).status).toBe(302);
    expect(await drafts()).toBe(before);
  });

  test('an author of two teams is asked which, where none was chosen', async () => {
    const page = await start({ team: '' }, authorOfTwo);
    expect([page.status, page.messageBeside('team')]).toEqual([422, 'Choose the team that asks']);
    expect(page.fields['title']).toBe('Who buys stolen cars?');
  });

  test('a team that is not there is not found', async () => {
    expect((await start({ team: '22222222' })).status).toBe(404);
  });

  test('a field that the form does not have is refused', async () => {
    const before = await drafts();
    const page = await start({ approvedAt: '2026-01-01' });
    expect(page.status).toBe(422);
    expect(await drafts()).toBe(before);
  });

  test('the same form sent twice starts one draft', async () => {
    const fields = { title: 'Only once', _key: 'the-key-of-this-form' };
    const [first, second] = [await start(fields), await start(fields)];
    expect(second.location).toBe(first.location);
    expect(await database.db.question.count({ where: { title: 'Only once' } })).toBe(1);
  });
});

describe('finding the right route', () => {
  const routeFor = async (query: string, as = asking.authorId) =>
    visit(`/questions/which-route${query}`, { as });

  test('asks four things and recommends nothing before they are said', async () => {
    const page = await routeFor('');
    expect(page.heading).toBe('Find the right route');
    expect(Object.keys(page.fields)).toEqual(['purpose', 'budget', 'deadline', 'scrutiny']);
    expect(page.$('#recommended').length).toBe(0);
    expect((await routeFor('?deadline=days')).text).toContain('Say at least what you want');
  });

  test('recommends with reasons, keeps what was said, and leads an author to ask by it', async () => {
    const page = await routeFor('?purpose=view&budget=none&deadline=days');
    expect(page.text).toContain('You need a view, not a study.');
    expect(page.fields).toMatchObject({ purpose: 'view', budget: 'none', deadline: 'days', scrutiny: '' });
    expect(page.links).toContainEqual({
      text: 'Ask by this route',
      href: '/questions/new?route=expert-advice-request',
    });
  });

  test('somebody who cannot ask is told the route, without a button to ask', async () => {
    const page = await routeFor('?purpose=new&budget=large', outsiders.expert);
    expect(page.text).toContain('The budget is large.');
    expect(page.text).not.toContain('Ask by this route');
  });

  test('answers that are not on offer are refused, never guessed about', async () => {
    for (const query of ['?purpose=zzz&budget=small', '?purpose=new&budget=zzz', '?colour=red'])
      expect((await routeFor(query)).status).toBe(400);
  });

  test('a visitor is sent to sign in', async () => {
    expect((await visit(paths.whichRoute())).status).toBe(302);
  });
});
