import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import {
  lastLetter,
  makeAccount,
  makeOrganisation,
  makePerson,
  makeTeam,
} from '../../../../tests/support/factories/people';
import { send, visit, visitData } from '../../../../tests/support/site';
import { HOSTILE, LONG } from '../../../../tests/support/site/hostile';
import { deadLinks } from '../../../../tests/support/site/links';
import { freshAddress } from '../../../../tests/support/site/signed-in';

useDatabase();
let member: string;
let unverified: string;
let college: Awaited<ReturnType<typeof makeOrganisation>>;

beforeAll(async () => {
  member = (await makePerson({ name: 'Mem Ber', roles: ['auditor'] })).id;
  unverified = (await makePerson({ verified: false })).id;
  college = await makeOrganisation({ name: 'Northcliff College', domain: 'northcliff.ac.uk' });
});

describe('the account page', () => {
  test.each([
    paths.account(),
    paths.ownDetails(),
    paths.ownEmails(),
    paths.ownAffiliations(),
    paths.accountSessions(),
    paths.ownData(),
    paths.ownProfile(),
    paths.noticeSettings(),
  ])('%s asks a visitor to sign in, and comes back', async (address) => {
    const page = await visit(address);
    expect([page.status, page.location]).toEqual([
      302,
      `${paths.signIn()}?from=${encodeURIComponent(address)}`,
    ]);
  });

  test('shows who one is, and offers a change of each', async () => {
    const team = await makeTeam({ members: [{ personId: member, roles: ['author', 'observer'] }] });
    const page = await visit(paths.account(), { as: member });
    expect(page.text).toContain('Mem Ber');
    expect(page.text).toContain('Auditor');
    expect(page.text).toContain(`${team.name}: Author, observer`);
    expect(page.text).toContain('Not stated');
    expect(page.text).not.toContain('not a verified member');
  });

  test('tells an unverified person how to become a member', async () => {
    const page = await visit(paths.account(), { as: unverified });
    expect(page.text).toContain('You are not a verified member yet');
    expect(page.links.map(({ href }) => href)).toContain(paths.requestToJoin());
    expect(page.links.map(({ href }) => href)).not.toContain(paths.ownProfile());
  });

  test('every link leads somewhere, whoever looks', async () => {
    const real = (await makeAccount({ secondFactor: true })).id;
    for (const as of [member, unverified, real])
      expect(await deadLinks(await visit(paths.account(), { as }), { as })).toEqual([]);
  });

  test('a real account offers password and second factor; one of the demonstration has neither', async () => {
    const real = (await makeAccount()).id;
    expect((await visit(paths.account(), { as: real })).links.map(({ href }) => href)).toContain(
      paths.ownPassword(),
    );
    const shown = await visit(paths.account(), { as: member });
    expect(shown.text).toContain('Demonstration: none');
    expect(shown.links.map(({ href }) => href)).not.toContain(paths.ownPassword());
  });
});

describe('own details', () => {
  const address = paths.ownDetails();
  const opened = async () => {
    const { id } = await makePerson({ name: 'Before Name' });
    return { id, fields: (await visit(address, { as: id })).fields };
  };

  test('are changed for everybody to see', async () => {
    const { id, fields } = await opened();
    const changed = {
      ...fields,
      name: 'After Name',
      title: 'Reader in cranes',
      orcid: '0000-0002-1825-0097',
    };
    const sent = await send(address, { ...changed, noticesByMail: 'on' }, { as: id });
    expect([sent.status, sent.location, sent.banner]).toEqual([
      303,
      paths.account(),
      'Your details are saved',
    ]);
    const page = await visit(paths.account(), { as: id });
    for (const words of ['After Name', 'Reader in cranes', '0000-0002-1825-0097', 'Yes'])
      expect(page.text).toContain(words);
    expect(page.$('header').text()).toContain('After Name');
  });

  test.each([
    ['no name', 'name', ' ', 'Enter your name'],
    ['too long a name', 'name', LONG, 'Use 120 characters or fewer'],
    ['too long a title', 'title', LONG, 'Use 120 characters or fewer'],
    ['an ORCID iD with a wrong check digit', 'orcid', '0000-0002-1825-0098', null],
    ['an ORCID iD that is none', 'orcid', 'me', null],
  ])('%s is refused beside the field and kept', async (_what, name, text, says) => {
    const { id, fields } = await opened();
    const page = await send(address, { ...fields, [name]: text }, { as: id });
    expect(page.status).toBe(422);
    expect(page.errors).toHaveLength(1);
    expect(page.messageBeside(name)).toBe(says ?? page.errors[0]);
    expect(page.fields[name]).toBe(text);
  });

  test('a box that was cleared stays cleared when something else is wrong', async () => {
    const { id, fields } = await opened();
    await send(address, { ...fields, noticesByMail: 'on' }, { as: id });
    const now = (await visit(address, { as: id })).fields;
    expect(now['noticesByMail']).toEqual(['on']);
    const page = await send(address, { ...now, noticesByMail: undefined, name: '' }, { as: id });
    expect(page.status).toBe(422);
    expect(page.fields['noticesByMail']).toEqual([]);
  });

  test('changed in another window meanwhile are not overwritten', async () => {
    const { id, fields } = await opened();
    await send(address, { ...fields, name: 'First Window' }, { as: id });
    const page = await send(address, { ...fields, name: 'Second Window' }, { as: id });
    expect(page.status).toBe(409);
    expect(page.errors[0]).toContain('changed in another window');
    expect(page.fields['name']).toBe('Second Window');
    expect((await visit(paths.account(), { as: id })).text).toContain('First Window');
  });

  test.each(HOSTILE)('%s as name and post is text', async (_what, text) => {
    const { id, fields } = await opened();
    await send(address, { ...fields, name: text, title: text }, { as: id });
    const page = await visit(address, { as: id });
    expect(page.fields).toMatchObject({ name: text, title: text });
    expect(page.html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
  });
});

describe('e-mail addresses', () => {
  const own = async () => {
    const account = await makeAccount();
    const added = freshAddress();
    return { ...account, added };
  };

  test('one that is added counts once its letter was answered, and can take over', async () => {
    const { id, added, address } = await own();
    const sent = await send(paths.ownEmails(), { address: added }, { as: id });
    expect(sent.banner).toBe(`We sent a letter to ${added}. Open its link within one day`);
    expect((await visit(paths.ownEmails(), { as: id })).rows).toContainEqual([added, 'Not confirmed', '']);
    const { token } = await lastLetter(added);
    const page = await visit(paths.confirmEmail(token), { as: id });
    expect(page.text).toContain(`${added} joins your account.`);
    const confirmed = await send(paths.confirmEmail(token), {}, { as: id });
    expect(confirmed.banner).toBe(`${added} is on your account`);
    expect((await send(paths.makeEmailPrimary(), { address: added }, { as: id })).banner).toBe(
      `Letters go to ${added} now`,
    );
    const rows = (await visit(paths.ownEmails(), { as: id })).rows;
    expect(rows[0]?.slice(0, 2)).toEqual([added, 'Primary']);
    expect((await send(paths.removeEmail(), { address }, { as: id })).banner).toContain('is removed');
    expect((await visit(paths.ownEmails(), { as: id })).text).not.toContain(address);
    expect((await visit(paths.confirmEmail(token), { as: id })).heading).toBe(
      'This link does not work any more',
    );
  });

  test('one of a known organisation confirms that the person belongs there', async () => {
    const account = await makeAccount({ verified: false });
    const added = freshAddress('northcliff.ac.uk');
    await send(paths.ownEmails(), { address: added }, { as: account.id });
    const { token } = await lastLetter(added);
    expect((await visit(paths.confirmEmail(token), { as: account.id })).text).toContain(
      'It also confirms that you belong to Northcliff College.',
    );
    await send(paths.confirmEmail(token), {}, { as: account.id });
    const page = await visit(paths.account(), { as: account.id });
    expect(page.text).toContain('Northcliff College');
    expect(page.text).not.toContain('You are not a verified member yet');
  });

  test.each(['', 'me', 'me@localhost', ...HOSTILE.map(([, text]) => text)])(
    '%j is no address: said beside the field, which keeps it',
    async (typed) => {
      const { id } = await own();
      const page = await send(paths.ownEmails(), { address: typed }, { as: id });
      expect(page.status).toBe(422);
      expect(page.messageBeside('address')).toMatch(/^Enter an e-mail address/);
      expect(page.$('#add [name=address]').attr('value') ?? '').toBe(typed);
    },
  );

  test('one’s own is refused; one of somebody else is answered like any other', async () => {
    const { id, address } = await own();
    expect((await send(paths.ownEmails(), { address }, { as: id })).messageBeside('address')).toBe(
      'This address is on your account already',
    );
    const other = await own();
    const sent = await send(paths.ownEmails(), { address: other.address }, { as: id });
    expect(sent.status).toBe(303);
    expect((await lastLetter(other.address)).token).toBe('');
  });

  test('the primary one stays, and others’ are unknown', async () => {
    const { id, address } = await own();
    const page = await send(paths.removeEmail(), { address }, { as: id });
    expect(page.status).toBe(422);
    expect(page.heading).toBe('Nothing was changed');
    expect(page.errors[0]).toContain('Make another address your primary one first');
    expect(await deadLinks(page, { as: id })).toEqual([]);
    const other = await own();
    for (const path of [paths.removeEmail(), paths.makeEmailPrimary()]) {
      expect((await send(path, { address: other.address }, { as: id })).status).toBe(404);
      expect((await visit(path, { as: id })).location).toBe(paths.ownEmails());
    }
  });

  test('a letter to one person adds nothing to another', async () => {
    const { id, added } = await own();
    await send(paths.ownEmails(), { address: added }, { as: id });
    const { token } = await lastLetter(added);
    const other = await own();
    expect((await send(paths.confirmEmail(token), {}, { as: other.id })).status).toBe(404);
  });

  test('of the demonstration cannot be changed, and no form says that they can', async () => {
    const page = await visit(paths.ownEmails(), { as: member });
    expect(page.fields).toEqual({});
    expect((await send(paths.ownEmails(), { address: freshAddress() }, { as: member })).status).toBe(403);
  });
});

describe('affiliations', () => {
  test('are a claim until confirmed, and end on a day, which frees the account', async () => {
    const { id } = await makePerson();
    const day = { 'startsOn.day': '1', 'startsOn.month': '9', 'startsOn.year': '2024' };
    const claim = { organisation: college.reference, post: 'Lecturer', ...day };
    const sent = await send(paths.ownAffiliations(), claim, { as: id });
    expect(sent.banner).toBe('Northcliff College is on your account, as a claim until it is confirmed');
    const page = await visit(paths.ownAffiliations(), { as: id });
    expect(page.rows[0]).toEqual([
      'Northcliff College, Lecturer',
      '1 September 2024',
      'End Northcliff College',
      'Claimed',
    ]);
    expect(await deadLinks(page, { as: id })).toEqual([]);
    const again = await send(paths.ownAffiliations(), claim, { as: id });
    expect(again.status).toBe(422);
    const end = paths.endAffiliation(college.reference);
    const last = { 'endsOn.day': '31', 'endsOn.month': '8', 'endsOn.year': '2026' };
    expect((await send(end, last, { as: id })).banner).toContain('The affiliation is ended');
    expect((await visit(paths.ownAffiliations(), { as: id })).rows[0]?.[2]).toBe('31 August 2026');
    expect((await visit(end, { as: id })).status).toBe(404);
    expect((await send(end, last, { as: id })).status).toBe(404);
  });

  test.each([
    ['no organisation', { organisation: '' }, 'organisation'],
    ['a post that is too long', { post: LONG }, 'post'],
    ['a day that is not', { 'startsOn.day': '31', 'startsOn.month': '2' }, 'startsOn'],
    ['a day to come', { 'startsOn.year': '2099' }, 'startsOn'],
    ['an end before the start', { 'endsOn.day': '1', 'endsOn.month': '1', 'endsOn.year': '2020' }, 'endsOn'],
    ['an end to come', { 'endsOn.day': '1', 'endsOn.month': '1', 'endsOn.year': '2099' }, 'endsOn'],
  ])('%s is refused beside the field, and the rest is kept', async (_what, over, name) => {
    const { id } = await makePerson();
    const day = { 'startsOn.day': '1', 'startsOn.month': '9', 'startsOn.year': '2024' };
    const claim = { organisation: college.reference, post: 'Lecturer', ...day, ...over };
    const page = await send(paths.ownAffiliations(), claim, { as: id });
    expect(page.status).toBe(422);
    expect(page.errors).toHaveLength(1);
    expect(page.messageBeside(name)).toBe(page.errors[0]);
    expect(page.messageBeside(name)).not.toMatch(/expected|Invalid|undefined/);
    expect(page.fields).toMatchObject(claim);
  });

  test('a past post is told with both its days, beside a present one', async () => {
    const { id, reference } = await makePerson({ expert: true, organisationId: college.id });
    const past = {
      ...{ organisation: college.reference, post: 'Doctoral student' },
      ...{ 'startsOn.day': '1', 'startsOn.month': '9', 'startsOn.year': '2011' },
      ...{ 'endsOn.day': '31', 'endsOn.month': '8', 'endsOn.year': '2014' },
    };
    expect((await send(paths.ownAffiliations(), past, { as: id })).status).toBe(303);
    const { text } = await visit(paths.expert(reference), { as: id });
    expect(text).toContain('Doctoral student, 1 September 2011 to 31 August 2014');
  });

  test('cannot end before they began, nor tomorrow', async () => {
    const { id } = await makePerson({ organisationId: college.id });
    const end = paths.endAffiliation(college.reference);
    for (const [year, says] of [
      ['2019', 'This is before your first day there'],
      ['2099', 'Enter a day that is not in the future'],
      ['', 'Enter a real date, like 21 11 2026'],
    ] as const) {
      const last = { 'endsOn.day': '31', 'endsOn.month': '8', 'endsOn.year': year };
      const page = await send(end, last, { as: id });
      expect(page.status).toBe(422);
      expect(page.messageBeside('endsOn')).toBe(says);
      expect(page.fields).toMatchObject(last);
    }
    expect((await send(end, {}, { as: id })).messageBeside('endsOn')).toBe('Enter your last day there');
  });

  test('with an organisation of nobody, or not one’s own, are not there', async () => {
    expect((await visit(paths.endAffiliation(college.reference), { as: unverified })).status).toBe(404);
    expect((await visit('/account/affiliations/nonsense/end', { as: member })).status).toBe(404);
  });
});

describe('own data', () => {
  test('are a file for the person alone, with all that is held', async () => {
    const account = await makeAccount({ name: 'Data Subject' });
    const page = await visit(paths.ownData(), { as: account.id });
    expect(page.headers.get('Content-Disposition')).toContain('attachment');
    expect(page.headers.get('Cache-Control')).toBe('no-store');
    expect(page.html).toContain('Data Subject');
    expect(page.html).toContain(account.address);
    expect(page.html).not.toMatch(/\$argon2|totpSecret|passwordHash/);
    expect(page.html).not.toContain('Mem Ber');
    expect((await visitData(paths.ownDetails())).body).not.toContain('Data Subject');
  });
});
