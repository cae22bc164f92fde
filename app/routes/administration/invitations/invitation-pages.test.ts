import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import {
  lastLetter,
  makeAccount,
  makeOrganisation,
  makePerson,
  makeTeam,
} from '../../../../tests/support/factories/people';
import { send, visit } from '../../../../tests/support/site';
import { HOSTILE, LONG } from '../../../../tests/support/site/hostile';
import { deadLinks } from '../../../../tests/support/site/links';
import { freshAddress } from '../../../../tests/support/site/signed-in';

const database = useDatabase();
let administrator: string;
let coordinator: string;
let member: string;
let unit: Awaited<ReturnType<typeof makeOrganisation>>;
let team: Awaited<ReturnType<typeof makeTeam>>;

beforeAll(async () => {
  administrator = (await makePerson({ name: 'Admin One', roles: ['administrator'] })).id;
  coordinator = (await makePerson({ name: 'Coord One', roles: ['coordinator'] })).id;
  member = (await makePerson({ roles: ['auditor'] })).id;
  unit = await makeOrganisation({ name: 'Serious Crime Unit', kind: 'law-enforcement-agency' });
  team = await makeTeam({ organisationId: unit.id });
});

describe('who may invite', () => {
  const list = 'email\nsomebody@example.org';
  const posts: [string, Record<string, string>][] = [
    [paths.invite(), { address: 'a@example.org' }],
    [paths.inviteMany(), { list }],
    [paths.sendInvitations(), { list, expected: '1' }],
  ];

  test('coordinators and administrators see the pages', async () => {
    for (const as of [administrator, coordinator])
      for (const address of [paths.invitations(), paths.invite(), paths.inviteMany()])
        expect((await visit(address, { as })).status).toBe(200);
  });

  test('others do not, and nothing they send goes out', async () => {
    for (const address of [paths.invitations(), paths.invite(), paths.inviteMany()]) {
      expect((await visit(address, { as: member })).status).toBe(403);
      expect((await visit(address)).location).toContain(paths.signIn());
    }
    for (const [address, fields] of posts) {
      expect((await send(address, fields, { as: member })).status).toBe(403);
      expect((await send(address, fields)).location).toContain(paths.signIn());
    }
    expect(await database.db.mail.count()).toBe(0);
  });

  test('roles of the installation are an administrator’s to give', async () => {
    const field = (page: Awaited<ReturnType<typeof visit>>) => page.fields['installationRoles'];
    expect(field(await visit(paths.invite(), { as: administrator }))).toEqual([]);
    expect(field(await visit(paths.invite(), { as: coordinator }))).toBeUndefined();
    const fields = { address: freshAddress(), installationRoles: ['administrator'] };
    expect((await send(paths.invite(), fields, { as: coordinator })).status).toBe(403);
  });
});

describe('without a mail server', () => {
  test('an administrator reads the letter of each invitation; a coordinator is told who does', async () => {
    const address = freshAddress();
    const fields = { address, installationRoles: ['coordinator'], asExpert: 'on' };
    await send(paths.invite(), fields, { as: administrator });
    const letter = await lastLetter(address);
    await database.db.mail.update({ where: { id: letter.id }, data: { keptAt: new Date() } });
    const page = await visit(paths.invitations(), { as: administrator });
    expect(page.text).toContain('hand on its link yourself');
    expect(page.links).toContainEqual({
      text: `Read the letter to ${address}`,
      href: paths.keptLetter(letter.id),
    });
    expect(page.rows.find(([to]) => to === address)?.[1]).toBe('The network, coordinator, expert');
    const other = await visit(paths.invitations(), { as: coordinator });
    expect(other.text).toContain('Ask an administrator');
    expect(other.html).not.toContain(letter.id);
    await database.db.mail.deleteMany({ where: { id: letter.id } });
  });
});

describe('inviting into a team', () => {
  test('starts from its page, with the team chosen', async () => {
    const page = await visit(paths.team(team.reference), { as: coordinator });
    const href = paths.invite(team.reference);
    expect(page.links).toContainEqual({ text: 'Invite somebody new', href });
    const add = await visit(paths.addTeamMember(team.reference), { as: coordinator });
    expect(add.links).toContainEqual({ text: 'Invite somebody new into this team', href });
    expect((await visit(href, { as: coordinator })).fields['team']).toBe(team.reference);
    expect(
      (await visit(paths.team(team.reference), { as: member })).links.map((link) => link.href),
    ).not.toContain(href);
    expect((await visit(`${paths.invite()}?team=nonsense`, { as: coordinator })).status).toBe(400);
    const desk = await visit(paths.desk(), { as: coordinator });
    expect(desk.links.map((link) => link.href)).toContain(paths.invitations());
  });
});

describe('inviting one person', () => {
  test('sends a letter and stands in the list until it is taken back', async () => {
    const address = freshAddress();
    const fields = { address, name: 'Ada Example', team: team.reference, teamRoles: ['author', 'observer'] };
    const sent = await send(paths.invite(), fields, { as: coordinator });
    expect([sent.status, sent.location]).toEqual([303, paths.invitations()]);
    expect((await lastLetter(address)).text).toContain(team.name);
    const page = await visit(paths.invitations(), { as: administrator });
    const row = page.rows.find(([to]) => to === `Ada Example, ${address}`);
    expect(row?.slice(1, 2)).toEqual([`${team.name}, author, observer`]);
    expect(row?.slice(3)).toEqual(['Waiting', '', `Take back the invitation to ${address}`]);
    const { reference } = await database.db.invitation.findFirstOrThrow({ where: { address } });
    const back = await send(paths.revokeInvitation(reference), {}, { as: administrator });
    expect(back.banner).toBe('Invitation taken back');
    const after = await visit(paths.invitations(), { as: coordinator });
    expect(after.rows.find(([to]) => to?.includes(address))?.slice(3)).toEqual(['Taken back', '', '']);
    const twice = await send(paths.revokeInvitation(reference), {}, { as: administrator });
    expect(twice.status).toBe(409);
    expect(twice.errors).toEqual(['This invitation is not waiting any more.']);
    expect(await deadLinks(twice, { as: administrator })).toEqual([]);
  });

  test('one that is too old is shown as expired', async () => {
    const address = freshAddress();
    await send(paths.invite(), { address }, { as: coordinator });
    await moveClock('31 days');
    const page = await visit(paths.invitations(), { as: coordinator });
    expect(page.rows.find(([to]) => to === address)?.slice(3)).toEqual(['Expired', '', '']);
    await moveClock('-31 days');
  });

  test.each([
    ['nothing', { address: '' }, 'address', 'Enter an e-mail address'],
    ['no address', { address: 'ada' }, 'address', 'Enter an e-mail address like name@example.ac.uk'],
    ['too long a name', { name: LONG }, 'name', 'Use 120 characters or fewer'],
    ['too long a note', { note: LONG }, 'note', 'Use 1,000 characters or fewer'],
    ['an organisation of nobody', { organisation: 'nonsense' }, 'organisation', 'Choose one of the list'],
  ])('%s is refused beside the field, and the rest is kept', async (_what, over, name, says) => {
    const fields = { address: freshAddress(), name: 'Kept Name', note: 'Kept note', ...over };
    const page = await send(paths.invite(), fields, { as: coordinator });
    expect(page.status).toBe(422);
    expect(page.messageBeside(name)).toBe(says);
    if (name !== 'organisation') expect(page.fields).toMatchObject(fields);
  });

  test('into a team needs a role in it, and what was chosen is kept', async () => {
    const fields = {
      address: freshAddress(),
      team: team.reference,
      organisation: unit.reference,
      asExpert: 'on',
    };
    const page = await send(paths.invite(), fields, { as: coordinator });
    expect(page.messageBeside('teamRoles')).toBe('Choose what the person does in the team');
    expect(page.fields).toMatchObject({
      team: team.reference,
      organisation: unit.reference,
      asExpert: ['on'],
    });
  });

  test('roles in a team need the team, or they would be lost without a word', async () => {
    const fields = { address: freshAddress(), teamRoles: ['author'] };
    const page = await send(paths.invite(), fields, { as: coordinator });
    expect(page.status).toBe(422);
    expect(page.messageBeside('team')).toBe('Choose the team that these roles are in');
    expect(page.fields['teamRoles']).toEqual(['author']);
  });

  test('somebody who has an account is not invited', async () => {
    const { address } = await makeAccount({ secondFactor: false });
    const page = await send(paths.invite(), { address }, { as: coordinator });
    expect(page.messageBeside('address')).toContain('This address has an account');
  });

  test.each(HOSTILE)(
    '%s as name and note is text in the letter, the list and the page',
    async (_what, text) => {
      const address = freshAddress();
      await send(paths.invite(), { address, name: text, note: text }, { as: coordinator });
      const letter = await lastLetter(address);
      expect(letter.text).toContain(text);
      for (const page of [
        await visit(paths.invitation(letter.token)),
        await visit(paths.invitations(), { as: coordinator }),
      ])
        expect(page.html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
    },
  );

  test('every link leads somewhere', async () => {
    for (const address of [paths.invitations(), paths.invite(), paths.inviteMany()])
      expect(await deadLinks(await visit(address, { as: coordinator }), { as: coordinator })).toEqual([]);
  });
});

describe('inviting many', () => {
  const good = () => freshAddress();

  test('shows what each line comes to, and sends nothing yet', async () => {
    const before = await database.db.mail.count();
    const { address: taken } = await makeAccount({ secondFactor: false });
    const first = good();
    const list = [
      'Email,Name,Organisation,Team,Roles,Expert',
      `${first},Ada Example,Serious Crime Unit,${team.name},author;evaluator,no`,
      `${taken},Bo Example,,,,yes`,
      'nonsense,Cy Example,,,,',
      `${first},Again,,,,`,
      `${good()},,No Such Body,,king,`,
    ].join('\n');
    const page = await send(paths.inviteMany(), { list }, { as: coordinator });
    expect(page.status).toBe(200);
    expect(page.heading).toBe('1 line can be invited, 4 cannot');
    expect(page.rows.map((row) => row[0])).toEqual(['2', '3', '4', '5', '6']);
    expect(page.rows[0]?.slice(2)).toEqual([
      'Ada Example',
      `Serious Crime Unit, ${team.name}: Author, evaluator`,
      'Invite',
    ]);
    const outcomes = page.rows.map((row) => row[4] ?? '');
    expect(outcomes[1]).toContain('This address has an account already');
    expect(outcomes[2]).toContain('This is no e-mail address');
    expect(outcomes[3]).toContain('This address stands on a line above too');
    expect(outcomes[4]).toContain('No organisation has this name');
    expect(outcomes[4]).toContain('“king” is no role in a team');
    expect(await database.db.mail.count()).toBe(before);
  });

  test('sends to the good lines by one press', async () => {
    const [one, two] = [good(), good()];
    const list = `email,name\n${one},One\n${two},Two\nnobody,Three`;
    const plan = await send(paths.inviteMany(), { list }, { as: coordinator });
    expect(plan.buttons).toEqual(['Send 2 invitations']);
    const sent = await send(paths.sendInvitations(), plan.fields, { as: coordinator });
    expect([sent.status, sent.location, sent.banner]).toEqual([
      303,
      paths.invitations(),
      '2 people are invited',
    ]);
    expect((await lastLetter(one)).token).not.toBe('');
    expect((await lastLetter(two)).token).not.toBe('');
    const again = await send(paths.sendInvitations(), plan.fields, { as: coordinator });
    expect(again.status).toBe(409);
    expect(again.errors).toEqual(['Now 0 lines can be invited, not 2. Check the list again.']);
    expect(await database.db.mail.count({ where: { toAddress: one } })).toBe(1);
  });

  test('a file is read like a pasted list', async () => {
    const address = good();
    const file = new File([`email,name\r\n"${address}","Last, First"\r\n`], 'people.csv', {
      type: 'text/csv',
    });
    const page = await send(paths.inviteMany(), { list: '', file }, { as: coordinator });
    expect(page.heading).toBe('1 line can be invited');
    expect(page.rows[0]?.slice(1, 3)).toEqual([address, 'Last, First']);
  });

  test.each([
    ['nothing', '', 'Paste or upload a list of 200,000 characters at most'],
    ['no names of columns', 'ada@example.org,Ada', 'The first line must name the columns'],
    ['a column of nobody', 'email,shoe size\na@example.org,42', 'These columns are not known: shoesize'],
    ['names of columns alone', 'email,name', 'There is no line below the names of the columns'],
    [
      'too many lines',
      `email\n${Array.from({ length: 501 }, (_, n) => `p${n}@example.org`).join('\n')}`,
      'A list may hold 500 people at most',
    ],
  ])('%s is said beside the field, and the list is kept', async (_what, list, says) => {
    const page = await send(paths.inviteMany(), { list }, { as: coordinator });
    expect(page.status).toBe(422);
    expect(page.errors[0]).toContain(says);
    expect(page.messageBeside('list')).toContain(says);
    expect(page.fields['list']).toBe(list);
  });

  test('a list that is too long is kept too', async () => {
    const list = `email\n${'x'.repeat(200_100)}@example.org`;
    const page = await send(paths.inviteMany(), { list }, { as: coordinator });
    expect(page.status).toBe(422);
    expect(page.errors).toEqual(['Paste or upload a list of 200,000 characters at most']);
    expect(page.fields['list']).toBe(list);
  });

  test.each(HOSTILE)('%s in a line is shown as text', async (_what, text) => {
    const cell = `"${text.replaceAll('"', '""')}"`;
    const list = `email,name,organisation\n${good()},${cell},${cell}`;
    const page = await send(paths.inviteMany(), { list }, { as: coordinator });
    expect(page.status).toBe(200);
    expect(page.html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
    expect(page.rows[0]?.[4]).toContain('No organisation has this name');
  });

  test('opening the address of the button leads to the list', async () => {
    expect((await visit(paths.sendInvitations(), { as: coordinator })).location).toBe(paths.inviteMany());
  });
});
