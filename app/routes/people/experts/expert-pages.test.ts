import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeOrganisation, makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { termCalled } from '../../../../tests/support/factories/terms';
import { visit } from '../../../../tests/support/site';
import { HOSTILE } from '../../../../tests/support/site/hostile';
import { deadLinks } from '../../../../tests/support/site/links';

const database = useDatabase();
let member: string;
let unverified: string;
let commissioner: string;
let fromFirm: string;
let coordinator: string;
let drugs: Awaited<ReturnType<typeof termCalled>>;
let expert: Awaited<ReturnType<typeof makePerson>>;
let university: Awaited<ReturnType<typeof makeOrganisation>>;

async function makeExpert(name: string, over: Record<string, unknown> = {}) {
  const person = await makePerson({ name, expert: true, organisationId: university.id });
  await database.db.expertProfile.update({ where: { personId: person.id }, data: over });
  await database.db.expertTerm.create({ data: { personId: person.id, termId: drugs.id } });
  return person;
}

beforeAll(async () => {
  university = await makeOrganisation({ name: 'University of Profiles' });
  drugs = await termCalled('threatArea', 'illegal-drugs');
  member = (await makePerson()).id;
  unverified = (await makePerson({ verified: false })).id;
  coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  const firm = await makeOrganisation({ kind: 'private-sector' });
  commissioner = (await makePerson()).id;
  fromFirm = (await makePerson({ organisationId: firm.id })).id;
  for (const personId of [commissioner, fromFirm])
    await makeTeam({ members: [{ personId, roles: ['author'] }] });
  expert = await makeExpert('Exa Pert', {
    summary: 'Ports, cranes and night shifts.',
    interests: 'Where it lands',
    languages: ['Albanian'],
    regions: ['Kent'],
    availability: 'available',
    clearanceLevel: 'SC',
    clearanceSponsor: 'Home Office',
    clearanceExpires: new Date('2027-05-01'),
    webAddress: 'https://profiles.example.org/exa/',
    capacityDays: 20,
  });
});

const names = (page: Awaited<ReturnType<typeof visit>>) =>
  page
    .$('article h2 a')
    .toArray()
    .map((node) => page.$(node).text());

describe('the list of experts', () => {
  test('is the network’s', async () => {
    expect((await visit(paths.experts())).location).toContain(paths.signIn());
    const page = await visit(paths.experts(), { as: unverified });
    expect(page.status).toBe(403);
    expect(page.$('header').text()).not.toContain('Experts');
    expect((await visit(paths.experts(), { as: member })).$('header').text()).toContain('Experts');
  });

  test.each([
    ['threat area', () => `threat=${drugs.reference}`, true],
    [
      'another threat area',
      async () => `threat=${(await termCalled('threatArea', 'cyber-crime')).reference}`,
      false,
    ],
    ['availability', () => 'availability=available', true],
    ['another availability', () => 'availability=unavailable', false],
    ['language however written', () => 'language=ALBANIAN', true],
    ['another language', () => 'language=Dutch', false],
    ['two at once', () => `language=Albanian&threat=${drugs.reference}`, true],
  ])('finds by %s', async (_what, query, found) => {
    const page = await visit(`${paths.experts()}?${await query()}`, { as: member });
    expect(names(page).includes('Exa Pert')).toBe(found);
    if (!found) expect(page.text).toContain('No expert fits all of these');
    expect(page.$('a:contains("Clear filters")').attr('href')).toBe(paths.experts());
  });

  test('keeps what was chosen in its fields, and every link leads somewhere', async () => {
    const query = `threat=${drugs.reference}&availability=available&language=Albanian`;
    const page = await visit(`${paths.experts()}?${query}`, { as: member });
    expect(page.fields).toMatchObject({
      threat: drugs.reference,
      availability: 'available',
      language: 'Albanian',
    });
    for (const as of [member, expert.id, coordinator])
      expect(await deadLinks(await visit(paths.experts(), { as }), { as })).toEqual([]);
  });

  test('leaves out who took themselves off it, who was suspended and who is not verified', async () => {
    const quiet = await makeExpert('Qui Et', { listed: false });
    const suspended = await makeExpert('Sus Pended');
    const early = await makeExpert('Ear Ly');
    const people = database.db.person;
    await people.update({ where: { id: suspended.id }, data: { suspendedAt: new Date() } });
    await people.update({ where: { id: early.id }, data: { verifiedAt: null } });
    expect(names(await visit(paths.experts(), { as: member }))).not.toEqual(
      expect.arrayContaining(['Qui Et']),
    );
    for (const as of [quiet.id, coordinator])
      expect(names(await visit(paths.experts(), { as }))).toContain('Qui Et');
    for (const as of [member, coordinator]) {
      const listed = names(await visit(paths.experts(), { as }));
      expect(listed).not.toContain('Sus Pended');
      expect(listed).not.toContain('Ear Ly');
    }
    for (const { reference } of [suspended, early])
      expect((await visit(paths.expert(reference), { as: coordinator })).status).toBe(404);
  });

  test('goes on 25 by 25, nobody twice and nobody left out', async () => {
    for (let turn = 0; turn < 30; turn += 1) await makeExpert(`Turner ${turn}`, { languages: ['Faroese'] });
    const first = await visit(`${paths.experts()}?language=Faroese`, { as: member });
    const next = first.links.find(({ text }) => text.startsWith('Next'))?.href ?? '';
    expect(next).toContain('language=Faroese');
    const second = await visit(next, { as: member });
    const all = [...names(first), ...names(second)];
    expect(names(first)).toHaveLength(25);
    expect(new Set(all).size).toBe(30);
    expect(second.links.some(({ text }) => text.startsWith('Next'))).toBe(false);
  });

  test('shortens what is long, with or without spaces', async () => {
    await makeExpert('Long Words', { summary: 'word '.repeat(300), languages: ['Manx'] });
    await makeExpert('One Word', { summary: '字'.repeat(1500), languages: ['Manx'] });
    const page = await visit(`${paths.experts()}?language=Manx`, { as: member });
    const texts = page
      .$('article > p.govuk-body')
      .toArray()
      .map((node) => page.$(node).text())
      .filter((text) => text.includes('…'));
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text.length).toBeLessThan(260);
  });

  test('refuses what it does not know', async () => {
    for (const query of [
      'page=2',
      'availability=always',
      `language=${'x'.repeat(70)}`,
      'threat=aaaaaaaaaaaaaaaa',
    ])
      expect((await visit(`${paths.experts()}?${query}`, { as: member })).status).toBe(400);
  });

  test.each(HOSTILE)('%s in a profile is text', async (_what, text) => {
    const person = await makeExpert(text, {
      summary: text,
      interests: text,
      regions: [text],
      languages: ['Sark'],
    });
    for (const path of [`${paths.experts()}?language=Sark`, paths.expert(person.reference)]) {
      const page = await visit(path, { as: member });
      expect(page.status).toBe(200);
      expect(page.html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
    }
  });
});

describe('a profile', () => {
  test('shows what the person says, with links that lead somewhere', async () => {
    const page = await visit(paths.expert(expert.reference), { as: member });
    for (const words of [
      'Exa Pert',
      'Ports, cranes and night shifts.',
      'Where it lands',
      'Illegal drugs',
      'University of Profiles',
      'Confirmed',
      'Albanian',
      'Kent',
      'profiles.example.org',
    ])
      expect(page.text).toContain(words);
    expect(await deadLinks(page, { as: member })).toEqual([]);
    expect(page.links.map(({ text }) => text)).not.toContain('Change your profile');
    expect((await visit(paths.expert(expert.reference), { as: expert.id })).text).toContain(
      'Change your profile',
    );
  });

  test('declared clearance leaves the server for the person and for commissioners of public bodies alone', async () => {
    const clearance = /SC, sponsor Home Office, until 1 May 2027/;
    for (const as of [expert.id, commissioner]) {
      expect((await visit(paths.expert(expert.reference), { as })).text).toMatch(clearance);
    }
    for (const as of [member, fromFirm, coordinator]) {
      const page = await visit(paths.expert(expert.reference), { as });
      expect(page.html).not.toContain('Clearance');
      expect(page.html).not.toContain('sponsor Home Office');
    }
  });

  test('that says nothing says so, and asks to be confirmed after six months', async () => {
    const bare = await makePerson({ expert: true });
    await database.db.expertProfile.update({
      where: { personId: bare.id },
      data: { confirmedAt: new Date(Date.now() - 220 * 86_400_000) },
    });
    const page = await visit(paths.expert(bare.reference), { as: member });
    expect(page.text).toContain('Post not stated');
    expect(page.text).toContain('None stated.');
    expect(page.text).toContain('more than six months ago');
  });

  test('of nobody, and of a member without one, is not there', async () => {
    const { reference } = await makePerson();
    for (const one of [reference, '22222222', 'nonsense'])
      expect((await visit(`/experts/${one}`, { as: member })).status).toBe(404);
    expect((await visit(paths.expert(expert.reference))).location).toContain(paths.signIn());
    expect((await visit(paths.expert(expert.reference), { as: unverified })).status).toBe(403);
  });
});
