import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../tests/support/database';
import { makePerson } from '../../tests/support/factories/people';
import { send, visit, visitData } from '../../tests/support/site';

const database = useDatabase();
let member: string;

beforeAll(async () => {
  member = (await makePerson({ name: 'Mem Ber' })).id;
});

describe('a form with fields that no form of ours has', () => {
  test.each([
    '__proto__',
    '__proto__.polluted',
    'constructor.prototype.polluted',
    'address.__proto__.polluted',
    'address[',
    'address[]',
    'address[0]',
    'address[999]',
    'address.a.b.c.d',
    '.',
    '[]',
    'toString',
    '',
    '_key[0]',
    '👩🏽‍🔬',
  ])('%j is refused, not a fault, and leaves nothing behind', async (name) => {
    const page = await send(paths.join(), { address: 'ada@example.org', [name]: 'x' });
    expect([400, 422, 303]).toContain(page.status);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('what the address says wins over a field of the same name', async () => {
    const one = await makePerson({ roles: ['administrator'] });
    const other = await makePerson({ name: 'Not Meant' });
    const meant = await makePerson();
    const fields = { role: 'auditor', person: other.reference };
    await send(paths.grantRole(meant.reference), fields, { as: one.id });
    const grants = await database.db.installationRoleGrant.findMany({ where: { role: 'auditor' } });
    expect(grants.map(({ personId }) => personId)).toEqual([meant.id]);
  });

  test('a file where a text is asked is refused beside the field', async () => {
    const file = new File(['x'], 'x.txt', { type: 'text/plain' });
    const page = await send(paths.join(), { address: file });
    expect(page.status).toBe(422);
    expect(page.messageBeside('address')).toBe('Enter an e-mail address');
  });

  test('the same field twice is refused, not joined', async () => {
    const page = await send(paths.join(), { address: ['a@example.org', 'b@example.org'] });
    expect(page.status).toBe(422);
    const toAddress = { in: ['a@example.org', 'b@example.org'] };
    expect(await database.db.mail.count({ where: { toAddress } })).toBe(0);
  });
});

describe('an address that only takes forms leads on, whatever stands in it', () => {
  test.each([
    '%0a%0d',
    '%E2%80%AE',
    '%F0%9F%9A%A2%F0%9F%9A%A2',
    'a%F0%9F%9A%A2%F0%9F%9A%A2',
    '..%2f..%2f%2fevil.test',
  ])('%s', async (reference) => {
    const page = await visit(`/questions/${reference}/conflicts/look`, { as: member });
    expect(page.status).toBe(302);
    expect(page.location).toMatch(/^\/questions\/[\w.%-]+\/conflicts$/);
  });
});

describe('the one-use key of a form', () => {
  const details = async (as: string) => (await visit(paths.ownDetails(), { as })).fields;

  test('makes a form that is sent twice do its work once, with the same answer', async () => {
    const { id } = await makePerson();
    const fields = { ...(await details(id)), title: 'Reader', _key: crypto.randomUUID() };
    const first = await send(paths.ownDetails(), fields, { as: id });
    const second = await send(paths.ownDetails(), fields, { as: id });
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.location).toBe(first.location);
    expect(await database.db.fact.count({ where: { name: 'PersonChangedDetails', nounId: id } })).toBe(1);
  });

  test('used again for other words is refused, and the words are kept', async () => {
    const { id } = await makePerson();
    const fields = { ...(await details(id)), _key: crypto.randomUUID() };
    await send(paths.ownDetails(), { ...fields, title: 'Reader' }, { as: id });
    const page = await send(paths.ownDetails(), { ...fields, title: 'Writer' }, { as: id });
    expect(page.status).toBeGreaterThanOrEqual(409);
    expect(page.fields['title']).toBe('Writer');
  });

  test('is judged again after a refusal', async () => {
    const { id } = await makePerson();
    const fields = { ...(await details(id)), _key: crypto.randomUUID() };
    expect((await send(paths.ownDetails(), { ...fields, name: '' }, { as: id })).status).toBe(422);
    expect((await send(paths.ownDetails(), { ...fields, name: 'Now Right' }, { as: id })).status).toBe(303);
  });

  test('of one person is nothing to another', async () => {
    const [one, two] = [await makePerson(), await makePerson()];
    const key = crypto.randomUUID();
    for (const { id } of [one, two])
      expect(
        (await send(paths.ownDetails(), { ...(await details(id)), title: 'Reader', _key: key }, { as: id }))
          .status,
      ).toBe(303);
    expect(await database.db.person.count({ where: { title: 'Reader', id: { in: [one.id, two.id] } } })).toBe(
      2,
    );
  });

  test('as long as a book is no fault', async () => {
    const { id } = await makePerson();
    const fields = { ...(await details(id)), _key: 'k'.repeat(50_000) };
    expect((await send(paths.ownDetails(), fields, { as: id })).status).toBe(303);
  });
});

describe('the data behind a page', () => {
  test('is for whoever may see the page', async () => {
    expect((await visitData(paths.account(), { as: member })).body).toContain('Mem Ber');
    for (const path of [paths.account(), paths.ownEmails(), paths.administration()]) {
      const { body } = await visitData(path);
      expect(body).not.toContain('Mem Ber');
      expect(body).toContain('sign-in');
    }
    expect((await visitData(paths.administration(), { as: member })).body).toContain('Only an administrator');
  });

  test('holds no password, hash or secret of anybody', async () => {
    for (const path of [paths.account(), paths.accountSessions(), paths.secondFactorSetUp()]) {
      const { body } = await visitData(path, { as: member });
      expect(body).not.toMatch(/\$argon2|passwordHash|totpSecret|tokenHash/);
    }
  });
});

describe('a cookie', () => {
  test.each([
    'x=%',
    'soundings=%; a=b',
    '=',
    ';;;',
    'soundings',
    `soundings=${'a'.repeat(8000)}`,
    'a=\u00ff',
  ])('that is not well formed is nobody’s: %j', async (cookie) => {
    const page = await visit(paths.accessibility(), { cookie });
    expect(page.status).toBe(200);
    expect(page.$('header').text()).toContain('Sign in');
  });
});
