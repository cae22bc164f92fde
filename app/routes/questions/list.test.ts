import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../tests/support/database';
import { makeOutsiders, type Outsiders } from '../../../tests/support/factories/question-cast';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../tests/support/factories/questions';
import { send, visit, visitData } from '../../../tests/support/site';

const database = useDatabase();
let asking: AskingTeam;
let outsiders: Outsiders;
let threat: { slug: string; name: string };
let enabler: { slug: string; name: string };
let priority: { id: string; reference: string; name: string };
let teamReference: string;

const listed = async (query = '', as?: string) => {
  const page = await visit(`/questions${query}`, { as });
  return page
    .$('main h2 a')
    .toArray()
    .map((node) => page.$(node).text().trim());
};

beforeAll(async () => {
  [asking, outsiders] = await Promise.all([makeAskingTeam(), makeOutsiders()]);
  const termOf = (scheme: 'threatArea' | 'enabler') =>
    database.db.term.findFirstOrThrow({ where: { scheme, retiredAt: null }, orderBy: { position: 'asc' } });
  [threat, enabler] = await Promise.all([termOf('threatArea'), termOf('enabler')]);
  priority = await database.db.priority.findFirstOrThrow({ where: { retiredAt: null } });
  teamReference = (await database.db.team.findUniqueOrThrow({ where: { id: asking.teamId } })).reference;
  await makeQuestion({
    asking,
    title: 'Ports and insiders',
    terms: [{ scheme: 'threatArea', slug: threat.slug }],
    priorityIds: [priority.id],
  });
  await makeQuestion({ asking, title: 'Art and laundering', released: true });
  await makeQuestion({
    asking,
    title: 'Cyber tools for hire',
    terms: [{ scheme: 'enabler', slug: enabler.slug }],
    routeSlug: 'competition',
  });
  await makeQuestion({ asking, title: 'A draft of the team', state: 'draft' });
  await makeQuestion({ asking, title: 'Closed and sealed', state: 'closed' });
  await makeQuestion({ asking, title: 'Awarded, unannounced', state: 'decided' });
  await makeQuestion({ asking, title: 'Withdrawn in time', state: 'withdrawn' });
  await makeQuestion({ asking, title: 'For the team only', visibility: 'team' });
});

describe('what stands on the list', () => {
  test('a visitor finds released questions alone, and no button to ask one', async () => {
    expect(await listed()).toEqual(['Art and laundering']);
    const page = await visit('/questions');
    expect(page.heading).toBe('Questions');
    expect(page.links.some(({ href }) => href === paths.newQuestion())).toBe(false);
  });

  test('a member finds what the network may see, no drafts and nothing of a team', async () => {
    const titles = await listed('', outsiders.expert);
    expect(titles).toEqual(
      expect.arrayContaining([
        'Ports and insiders',
        'Art and laundering',
        'Closed and sealed',
        'Withdrawn in time',
      ]),
    );
    expect(titles).not.toContain('A draft of the team');
    expect(titles).not.toContain('For the team only');
  });

  test('the team finds its drafts, and its author is offered to ask', async () => {
    const page = await visit('/questions', { as: asking.authorId });
    expect(page.text).toContain('A draft of the team');
    expect(page.text).toContain('For the team only');
    expect(page.links).toContainEqual({ text: 'Ask a question', href: paths.newQuestion() });
    const evaluator = await visit('/questions', { as: asking.evaluatorId });
    expect(evaluator.links.some(({ text }) => text === 'Ask a question')).toBe(false);
  });

  test('an award without its notice is in evaluation for others, decided for the team', async () => {
    const tagOf = async (as: string) => {
      const page = await visit('/questions?q=unannounced', { as });
      expect(page.$('main h2').length).toBeGreaterThan(0);
      return page.$('.govuk-tag').first().text().trim();
    };
    expect(await tagOf(outsiders.expert)).toBe('In evaluation');
    expect(await tagOf(asking.ownerId)).toBe('Awarded');
    const data = await visitData('/questions?q=unannounced', { as: outsiders.expert });
    expect(data.body).toContain('Awarded, unannounced');
    expect(data.body).not.toContain('"awarded"');
    expect(await listed('?state=decided', outsiders.expert)).not.toContain('Awarded, unannounced');
    expect(await listed('?state=decided', asking.ownerId)).toContain('Awarded, unannounced');
  });

  test('every entry leads to a question that its reader can open', async () => {
    const page = await visit('/questions', { as: outsiders.expert });
    const hrefs = page
      .$('main h2 a')
      .toArray()
      .map((node) => page.$(node).attr('href') ?? '');
    for (const href of hrefs.slice(0, 4))
      expect((await visit(href, { as: outsiders.expert })).status).toBe(200);
  });
});

describe('filters', () => {
  test('words match by their stem, in title, summary and what is asked', async () => {
    expect(await listed('?q=insider+port', outsiders.expert)).toContain('Ports and insiders');
    expect(await listed('?q=laundered', outsiders.expert)).toEqual(['Art and laundering']);
  });

  test('priorities of one name are told apart by their set', async () => {
    const page = await visit(paths.questions(), { as: outsiders.expert });
    const names = page
      .$('select[name="priority"] option')
      .toArray()
      .map((one) => page.$(one).text());
    expect(names.length).toBeGreaterThan(20);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('Exploit the vulnerable (National Strategic Assessment 2019)');
  });

  test('a threat area, a route, a priority and a state each narrow the list', async () => {
    expect(await listed(`?threat=${threat.slug}`, outsiders.expert)).toEqual(['Ports and insiders']);
    expect(await listed('?route=competition', outsiders.expert)).toEqual(['Cyber tools for hire']);
    expect(await listed(`?priority=${priority.reference}`, outsiders.expert)).toEqual(['Ports and insiders']);
    expect(await listed('?state=closed', outsiders.expert)).toEqual(['Closed and sealed']);
    expect(await listed(`?threat=${threat.slug}&route=competition`, outsiders.expert)).toEqual([]);
    expect(await listed(`?threat=none&route=competition`, outsiders.expert)).toEqual([
      'Cyber tools for hire',
    ]);
  });

  test('what is chosen stays ticked and can be taken away one by one', async () => {
    const page = await visit(`/questions?q=ports&threat=${threat.slug}&state=open`, { as: outsiders.expert });
    expect(page.fields['q']).toBe('ports');
    expect(page.fields['threat']).toEqual([threat.slug]);
    expect(page.fields['state']).toEqual(['open']);
    const chips = page.links.filter(({ text }) => text.startsWith('Remove this filter'));
    expect(chips.map(({ text }) => text)).toEqual([
      'Remove this filter: “ports” ×',
      `Remove this filter: ${threat.name} ×`,
      'Remove this filter: Open ×',
    ]);
    expect(chips[1]?.href).toBe('/questions?q=ports&state=open');
  });

  test('a filter that came with a link is named in words, and kept by the next search', async () => {
    const page = await visit(`/questions?enabler=${enabler.slug}&team=${teamReference}`, {
      as: outsiders.expert,
    });
    expect(page.text).toContain(`Remove this filter: ${enabler.name}`);
    expect(page.text).toContain('Remove this filter: One team');
    const sent = (name: string) =>
      page
        .$(`form[role="search"] [name="${name}"]`)
        .map((_, node) => page.$(node).attr('value'))
        .get();
    expect(sent('enabler')).toEqual([enabler.slug]);
    expect(sent('team')).toEqual([teamReference]);
  });

  test('cells of the map that carry no term of a kind are named too', async () => {
    const page = await visit('/questions?threat=none', { as: outsiders.expert });
    expect(page.text).not.toContain('Remove this filter: none');
    expect(page.text).toContain('No threat area');
  });

  test('nothing found says so and leads back; an empty list teaches', async () => {
    const page = await visit('/questions?q=zebra', { as: outsiders.expert });
    expect(page.text).toContain('No question fits these filters');
    expect(page.links).toContainEqual({ text: 'See all questions', href: '/questions' });
    expect((await visit('/questions?state=answered')).text).toContain('No question fits these filters');
  });

  test('a hidden question is not given away by any filter', async () => {
    for (const query of ['?q=draft+team', '?state=draft', `?team=${teamReference}&state=draft`]) {
      const page = await visit(`/questions${query}`, { as: outsiders.expert });
      expect(page.html).not.toContain('A draft of the team');
    }
  });
});

describe('addresses that nobody made', () => {
  test.each([
    '?colour=red',
    '?state=sunken',
    '?team=nobody',
    '?priority=1234',
    `?q=${'x'.repeat(201)}`,
    '?after=yesterday',
    '?after=2026-99-99T99:99:99.99Z_00000000-0000-0000-0000-000000000000',
    '?after=2026-01-01T00:00:00.000000Z_------------------------------------',
  ])('%s is refused, not a fault', async (query) => {
    const { status } = await visit(`/questions${query}`, { as: outsiders.expert });
    expect([400, 404]).toContain(status);
  });

  test.each([
    "?q=';+DROP+TABLE+question;--",
    '?q=%26%7C!()',
    '?q=<script>alert(1)</script>',
    '?q=🐟',
    '?threat=../../etc',
  ])('%s finds nothing and does nothing', async (query) => {
    const page = await visit(`/questions${query}`, { as: outsiders.expert });
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('<script>alert(1)');
    expect(await database.db.question.count()).toBeGreaterThan(5);
  });

  test('nothing can be sent to the list', async () => {
    expect((await send('/questions', { title: 'Mine' }, { as: asking.authorId })).status).toBe(405);
  });
});

describe('a long list', () => {
  test('goes on where the page before ended, older first, without loss or repeat', async () => {
    const other = await makeAskingTeam();
    const team = await database.db.team.findUniqueOrThrow({ where: { id: other.teamId } });
    for (let number = 1; number <= 27; number += 1)
      await makeQuestion({ asking: other, title: `Number ${number}` });
    const first = await visit(`/questions?team=${team.reference}`, { as: outsiders.expert });
    const next = first.links.find(({ text }) => text.includes('Older questions'))?.href ?? '';
    expect(next).toContain(`team=${team.reference}`);
    const second = await visit(next, { as: outsiders.expert });
    const titles = [first, second].flatMap((page) =>
      page
        .$('main h2 a')
        .toArray()
        .map((node) => page.$(node).text().trim()),
    );
    expect(titles).toHaveLength(27);
    expect(new Set(titles).size).toBe(27);
    expect(second.links.some(({ text }) => text.includes('Older questions'))).toBe(false);
  });
});
