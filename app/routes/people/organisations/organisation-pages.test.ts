import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeOrganisation, makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';
import { HOSTILE, LONG } from '../../../../tests/support/site/hostile';
import { deadLinks } from '../../../../tests/support/site/links';

const database = useDatabase();
let coordinator: string;
let administrator: string;
let member: string;
let unverified: string;

beforeAll(async () => {
  coordinator = (await makePerson({ name: 'Coord One', roles: ['coordinator'] })).id;
  administrator = (await makePerson({ roles: ['administrator'] })).id;
  member = (await makePerson({ roles: ['auditor'] })).id;
  unverified = (await makePerson({ verified: false })).id;
});

const inside = () => ({ as: coordinator });

describe('the list of organisations', () => {
  test('is the network’s: a visitor signs in, an unverified person is told why not', async () => {
    expect((await visit(paths.organisations())).location).toContain(paths.signIn());
    const page = await visit(paths.organisations(), { as: unverified });
    expect(page.status).toBe(403);
    expect(page.text).toContain('verified members of the network');
  });

  test('finds by a part of the name and by kind, and keeps both', async () => {
    await makeOrganisation({ name: 'Zeta Institute', kind: 'research-institute-or-think-tank' });
    await makeOrganisation({ name: 'Zeta Charity', kind: 'charity-or-victim-service' });
    const both = await visit(`${paths.organisations()}?q=zeta`, { as: member });
    expect(both.rows.map(([name]) => name)).toEqual(['Zeta Charity Invented', 'Zeta Institute Invented']);
    const one = await visit(`${paths.organisations()}?q=ZETA&kind=charity-or-victim-service`, { as: member });
    expect(one.rows.map(([name, kind]) => [name, kind])).toEqual([
      ['Zeta Charity Invented', 'Charity or victim service'],
    ]);
    expect(one.fields).toMatchObject({ q: 'ZETA', kind: 'charity-or-victim-service' });
    expect(one.links).toContainEqual({ text: 'Clear filters', href: paths.organisations() });
  });

  test('says what is not known and counts confirmed people only', async () => {
    const organisation = await makeOrganisation({ name: 'Omicron College' });
    await makeTeam({ organisationId: organisation.id });
    await makePerson({ organisationId: organisation.id });
    const claimant = await makePerson();
    await send(paths.ownAffiliations(), { organisation: organisation.reference }, { as: claimant.id });
    const page = await visit(`${paths.organisations()}?q=omicron`, { as: member });
    expect(page.rows[0]?.slice(2)).toEqual(['not known', 'not known', '1', '1']);
  });

  test.each([['a percent sign', '%%'], ...HOSTILE])('%s is looked for as text', async (_what, q) => {
    const page = await visit(`${paths.organisations()}?q=${encodeURIComponent(q)}`, { as: member });
    expect(page.status).toBe(200);
    expect(page.text).toContain('No organisation fits');
    expect(page.fields['q']).toBe(q);
  });

  test('goes on page by page and refuses what it does not know', async () => {
    const first = await visit(paths.organisations(), { as: member });
    const next = first.links.find(({ text }) => text.startsWith('Next'))?.href ?? '';
    const second = await visit(next, { as: member });
    const names = (page: typeof first) => page.rows.map(([name]) => name);
    expect(names(second).some((name) => names(first).includes(name))).toBe(false);
    for (const query of ['kind=circus', 'page=2', `q=${'x'.repeat(300)}`])
      expect((await visit(`${paths.organisations()}?${query}`, { as: member })).status).toBe(400);
  });

  test('offers to add one to those who keep house, and every link leads somewhere', async () => {
    for (const as of [coordinator, administrator, member]) {
      const page = await visit(paths.organisations(), { as });
      expect(page.links.map(({ text }) => text).includes('Add an organisation')).toBe(as !== member);
      expect(await deadLinks(page, { as })).toEqual([]);
    }
  });
});

describe('adding an organisation', () => {
  const address = paths.newOrganisation();
  const sent = { name: 'Rho University', kind: 'university', changeNote: 'Its people asked' };

  test('is for those who keep house', async () => {
    expect((await visit(address)).location).toContain(paths.signIn());
    for (const as of [member, unverified]) {
      expect((await visit(address, { as })).status).toBe(403);
      expect((await send(address, sent, { as })).status).toBe(403);
    }
  });

  test('lets in the people of its domains, and stands in the list', async () => {
    const fields = { ...sent, level: 'regional', domains: 'rho.ac.uk, @RHO-labs.org\nrho.ac.uk' };
    const { status, location, banner } = await send(address, fields, inside());
    expect([status, banner]).toEqual([303, 'Organisation added']);
    const page = await visit(location ?? '', { as: member });
    expect(page.heading).toBe('Rho University');
    expect(page.text).toContain('rho-labs.org, rho.ac.uk');
    expect(page.text).toContain('Its people asked');
    expect(page.text).toContain('Coord One');
    const again = await send(address, { ...fields, name: 'RHO university', domains: '' }, inside());
    expect(again.messageBeside('name')).toBe('Soundings has an organisation of this name');
    const taken = await send(address, { ...sent, name: 'Other', domains: 'rho.ac.uk' }, inside());
    expect(taken.messageBeside('domains')).toBe('One of these domains belongs to another organisation');
    expect(taken.fields['domains']).toBe('rho.ac.uk');
  });

  test.each([
    ['no name', 'name', ' '],
    ['too long a name', 'name', LONG],
    ['no kind', 'kind', ''],
    ['a kind of nobody', 'kind', 'circus'],
    ['a level of nobody', 'level', 'cosmic'],
    ['too long a region', 'region', LONG],
    ['no reason', 'changeNote', ''],
    ['too long a reason', 'changeNote', LONG],
    ['a domain that is none', 'domains', 'not a domain!'],
    ['a domain of everybody', 'domains', 'gmail.com'],
    ['a suffix of many', 'domains', 'ac.uk'],
    ['too many domains', 'domains', Array.from({ length: 21 }, (_, n) => `d${n}.org`).join(' ')],
  ])('%s is refused in our words beside the field, and the rest is kept', async (_what, name, text) => {
    const page = await send(address, { ...sent, name: 'Sigma', [name]: text }, inside());
    expect(page.status).toBe(422);
    expect(page.errors).toHaveLength(1);
    expect(page.messageBeside(name)).toBe(page.errors[0]);
    expect(page.errors[0]).not.toMatch(/expected|Invalid|Too big|undefined/);
    if (!['kind', 'level'].includes(name)) expect(page.fields[name]).toBe(text);
    if (name !== 'changeNote') expect(page.fields['changeNote']).toBe(sent.changeNote);
  });

  test.each(HOSTILE)('%s as a name is text', async (_what, text) => {
    const { location } = await send(address, { ...sent, name: text, changeNote: text }, inside());
    const page = await visit(location ?? '', inside());
    expect(page.$('h1').text()).toBe(text);
    expect(page.html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
  });
});

describe('an organisation', () => {
  test('shows teams, listed experts and how it was described', async () => {
    const organisation = await makeOrganisation({ name: 'Tau Institute' });
    const team = await makeTeam({ organisationId: organisation.id });
    const listed = await makePerson({ name: 'Lis Ted', expert: true, organisationId: organisation.id });
    const quiet = await makePerson({ name: 'Qui Et', expert: true, organisationId: organisation.id });
    await database.db.expertProfile.update({ where: { personId: quiet.id }, data: { listed: false } });
    const page = await visit(paths.organisation(organisation.reference), { as: member });
    expect(page.text).toContain(`${team.name}, 0 members`);
    expect(page.links).toContainEqual({ text: 'Lis Ted', href: paths.expert(listed.reference) });
    expect(page.text).not.toContain('Qui Et');
    expect(page.links.map(({ text }) => text)).not.toContain('Change');
    expect(await deadLinks(page, { as: member })).toEqual([]);
    expect(
      await deadLinks(await visit(paths.organisation(organisation.reference), inside()), inside()),
    ).toEqual([]);
  });

  test('that became part of another leads there; a closed one says so', async () => {
    const into = await makeOrganisation();
    const merged = await makeOrganisation();
    await database.db.organisation.update({
      where: { id: merged.id },
      data: { mergedIntoId: into.id, closedAt: new Date() },
    });
    expect((await visit(paths.organisation(merged.reference), { as: member })).location).toBe(
      paths.organisation(into.reference),
    );
    const closed = await makeOrganisation();
    await database.db.organisation.update({ where: { id: closed.id }, data: { closedAt: new Date() } });
    const page = await visit(paths.organisation(closed.reference), inside());
    expect(page.text).toContain('Closed');
    expect(page.links.map(({ text }) => text)).not.toContain('Set up a team');
  });

  test('is the network’s, and one of nobody is not there', async () => {
    const { reference } = await makeOrganisation();
    expect((await visit(paths.organisation(reference))).location).toContain(paths.signIn());
    expect((await visit(paths.organisation(reference), { as: unverified })).status).toBe(403);
    for (const path of [paths.organisation, paths.changeOrganisation, paths.newTeam])
      expect((await visit(path('22222222'), inside())).status).toBe(404);
  });
});

describe('changing an organisation', () => {
  const opened = async () => {
    const { reference } = await makeOrganisation({ name: `Before ${Math.random()}` });
    const address = paths.changeOrganisation(reference);
    const { fields } = await visit(address, inside());
    return { reference, address, fields: { ...fields, changeNote: 'Told by its people' } };
  };

  test('keeps what stood before', async () => {
    const { reference, address, fields } = await opened();
    const sent = await send(address, { ...fields, name: 'After Name', level: 'national' }, inside());
    expect(sent.banner).toBe('Organisation changed. What stood before is kept below');
    const page = await visit(paths.organisation(reference), { as: member });
    expect(page.heading).toBe('After Name');
    expect(page.text).toContain('National');
    expect(page.text).toContain('Told by its people');
  });

  test('on top of somebody else’s is refused, and the own words stay', async () => {
    const { address, fields } = await opened();
    await send(address, { ...fields, name: 'Theirs' }, inside());
    const page = await send(address, { ...fields, name: 'Mine' }, inside());
    expect(page.status).toBe(409);
    expect(page.errors[0]).toContain('Somebody else changed this organisation');
    expect(page.fields['name']).toBe('Mine');
  });

  test('into the name of another is refused like adding it', async () => {
    const other = await makeOrganisation({ name: 'Upsilon College' });
    const { address, fields } = await opened();
    const page = await send(address, { ...fields, name: other.name.toUpperCase() }, inside());
    expect(page.status).toBe(422);
    expect(page.messageBeside('name')).toBe('Soundings has an organisation of this name');
  });

  test('is for those who keep house', async () => {
    const { address, fields } = await opened();
    for (const as of [member, unverified]) {
      expect((await visit(address, { as })).status).toBe(403);
      expect((await send(address, fields, { as })).status).toBe(403);
    }
  });
});

test('a ROR ID is kept as its register writes it, checked, and belongs to one organisation', async () => {
  const [one, other] = [await makeOrganisation(), await makeOrganisation()];
  const as = (await makePerson({ roles: ['coordinator'] })).id;
  const change = async ({ reference }: { reference: string }, rorId: string) => {
    const { fields } = await visit(paths.changeOrganisation(reference), { as });
    return send(
      paths.changeOrganisation(reference),
      { ...fields, rorId, changeNote: 'From ror.org' },
      { as },
    );
  };
  expect((await change(one, 'https://ror.org/024MRXD33')).status).toBe(303);
  expect((await visit(paths.organisation(one.reference), { as })).text).toContain('024mrxd33');
  expect((await change(other, '024mrxd34')).messageBeside('rorId')).toContain(
    'One of its characters is wrong',
  );
  expect((await change(other, '024mrxd33')).messageBeside('rorId')).toContain(
    'belongs to another organisation',
  );
  expect((await change(one, '')).status).toBe(303);
});
