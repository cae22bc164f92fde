import { expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makeOrganisation, makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { useDatabase } from '../../../../tests/support/database';
import type { Actor } from '../../actor';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import { ask } from '../../query.server';
import { searchEverything } from './search-everything.server';

const store = useDatabase();

const member = async () => actorFor((await makePerson({ expert: true })).id);

async function search(actor: Actor, q: string) {
  const view = await ask(searchEverything, actor, { q });
  if (!view) throw new Error('a search always answers');
  const titles = (group: { hits: { title: string }[] } | null) =>
    group?.hits.map(({ title }) => title) ?? null;
  return {
    view,
    questions: titles(view.questions),
    findings: titles(view.findings),
    experts: titles(view.experts),
  };
}

test('any word matches; more of them, and in the title, rank higher', async () => {
  const actor = await member();
  await makeQuestion({ title: 'Catalytic converter theft by travelling groups' });
  await makeQuestion({ title: 'Scrap dealers', data: { summary: 'Who buys a stolen converter?' } });
  const { questions } = await search(actor, 'why does catalytic converter theft pay');
  expect(questions).toEqual(['Catalytic converter theft by travelling groups', 'Scrap dealers']);
});

test('a phrase must stand as it is, and what is left out is left out', async () => {
  const actor = await member();
  await makeFinding({ title: 'Heritage metal thieves' });
  await makeFinding({ title: 'Thieves of heritage: lead and other metal' });
  expect((await search(actor, '"heritage metal"')).findings).toEqual(['Heritage metal thieves']);
  expect((await search(actor, 'heritage -lead')).findings).toEqual(['Heritage metal thieves']);
});

test('accents and word forms do not stand in the way', async () => {
  const actor = await member();
  await makeFinding({ title: 'Délits of smugglers' });
  expect((await search(actor, 'delit smuggling')).findings).toEqual(['Délits of smugglers']);
});

test('the rule of access is inside the query', async () => {
  const title = 'Quarried sand extraction rackets';
  const teamOnly = await makeQuestion({ title, visibility: 'team' });
  await makeQuestion({ title, state: 'draft', asking: teamOnly.asking });
  await makeFinding({ title, state: 'submitted' });
  await makeFinding({ title: `${title} abroad`, released: true });
  const person = await makePerson({ expert: true, name: 'Sandy Quarried' });
  expect(await search(await member(), 'quarried sand')).toMatchObject({
    questions: [],
    findings: [`${title} abroad`],
    experts: ['Sandy Quarried'],
  });
  expect((await search(await actorFor(teamOnly.asking.authorId), 'quarried sand')).questions).toEqual([
    title,
  ]);
  expect(await search(await visitorNow(), 'quarried sand')).toMatchObject({
    questions: [],
    findings: [`${title} abroad`],
    experts: null,
  });
  await store.db.expertProfile.update({ where: { personId: person.id }, data: { listed: false } });
  expect((await search(await member(), 'quarried')).experts).toEqual([]);
});

test('experts are found by the terms they name, other names of these included', async () => {
  const person = await makePerson({ expert: true, name: 'Robin Ashdown' });
  const term = await store.db.term.findFirstOrThrow({ where: { slug: 'modern-slavery-human-trafficking' } });
  await store.db.expertTerm.create({ data: { personId: person.id, termId: term.id } });
  expect((await search(await member(), 'MSHT')).experts).toEqual(['Robin Ashdown']);
});

test('titles and snippets are marked in whichever spelling and form they are written', async () => {
  const text = `${'Of no use to anybody. '.repeat(40)}Their behaviour at the Harbours was organised.`;
  await makeFinding({ title: 'Behavioural <b>harbours</b>', keyMessages: text });
  for (const q of ['behavior harbor', 'behaviours harbour', 'organized behaviour harbours']) {
    const [hit] = (await search(await member(), q)).view.findings.hits;
    const marked = (parts: { text: string; hit: boolean }[] = []) =>
      parts.filter((part) => part.hit).map((part) => part.text.toLowerCase());
    expect(marked(hit?.name)).toEqual(['behavioural', 'harbours']);
    expect(marked(hit?.snippet)).toEqual(expect.arrayContaining(['behaviour', 'harbours']));
    expect(hit?.name.map((part) => part.text).join('')).toBe(hit?.title);
  }
});

test('a snippet marks the words as text, never as markup', async () => {
  await makeQuestion({
    title: 'Bonded warehouses',
    data: { summary: 'Is <b>duty</b> on zirconium <script>alert(1)</script> evaded?' },
  });
  const { view } = await search(await member(), 'zirconium');
  const snippet = view.questions.hits[0]?.snippet ?? [];
  expect(snippet.filter(({ hit }) => hit)).toEqual([{ text: 'zirconium', hit: true }]);
});

test.each(['', '   ', '-fraud', '"', '!!!', "a' | b & !c", ':*', 'the', '\\', 'x'.repeat(400), '🔥', '%_'])(
  '%j is answered without failing',
  async (q) => {
    await expect(search(await visitorNow(), q)).resolves.toBeDefined();
  },
);

test('ten are shown, and that there are more is said', async () => {
  for (let made = 0; made < 11; made += 1) await makeFinding({ title: `Tobacco ledger ${made}` });
  const { view } = await search(await member(), 'tobacco');
  expect([view.findings.hits.length, view.findings.more]).toEqual([10, true]);
});

test('groups are one statement, as facets are, and their order is two; none where nothing can be found', async () => {
  const actor = await member();
  const asking = async (q: string) => (await countingQueries(() => search(actor, q))).queries;
  expect(await asking('tobacco -ledger threat:fraud OR (mean(relevance)>3 AND gap:yes)')).toBe(5);
  expect(await asking('tobacco -ledger OR gap:yes')).toBe(5);
  expect(await asking('kind:university')).toBe(2);
  expect(await asking('-tobacco')).toBe(0);
});

test('organisations are found by name, kind and team, by members alone', async () => {
  const organisation = await makeOrganisation({ name: 'Plimsoll Bureau', kind: 'private-sector' });
  const team = await makeTeam({ organisationId: organisation.id });
  await store.db.team.update({ where: { id: team.id }, data: { name: 'Ballast desk' } });
  const actor = await member();
  for (const q of ['plimsoll', 'ballast', 'kind:private-sector bureau']) {
    const { view } = await search(actor, q);
    expect(view.organisations?.hits[0]).toMatchObject({ title: 'Plimsoll Bureau', fact: 'Private sector' });
  }
  expect((await search(await visitorNow(), 'plimsoll')).view.organisations).toBeNull();
  await store.db.team.update({ where: { id: team.id }, data: { closedAt: new Date() } });
  await store.db.organisation.update({ where: { id: organisation.id }, data: { closedAt: new Date() } });
  expect((await search(actor, 'plimsoll')).view.organisations?.hits).toEqual([]);
});
