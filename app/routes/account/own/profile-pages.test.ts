import { beforeAll, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makePerson } from '../../../../tests/support/factories/people';
import { termCalled } from '../../../../tests/support/factories/terms';
import { send, visit } from '../../../../tests/support/site';
import { HOSTILE, LONG } from '../../../../tests/support/site/hostile';
import { deadLinks } from '../../../../tests/support/site/links';

const database = useDatabase();
const address = paths.ownProfile();
let drugs: string;

beforeAll(async () => {
  drugs = (await termCalled('threatArea', 'illegal-drugs')).reference;
});

const opened = async () => {
  const person = await makePerson({ name: 'Pro File' });
  return { ...person, fields: (await visit(address, { as: person.id })).fields };
};

describe('the own profile', () => {
  test('is for members; others are told why, a visitor signs in', async () => {
    const { id } = await makePerson({ verified: false });
    expect((await visit(address)).location).toContain(paths.signIn());
    const page = await visit(address, { as: id });
    expect(page.status).toBe(403);
    expect(page.text).toContain('verified members of the network');
    expect((await send(address, { revision: '0' }, { as: id })).status).toBeGreaterThanOrEqual(403);
  });

  test('is found by others once it was made', async () => {
    const { id, reference, fields } = await opened();
    const sent = await send(
      address,
      {
        ...fields,
        summary: 'Cranes and ports.',
        interests: 'Night shifts',
        threatAreas: [drugs],
        languages: 'Albanian, French',
        listed: 'on',
        webAddress: 'https://example.org/me',
        capacityDays: '12',
      },
      { as: id },
    );
    expect([sent.status, sent.banner]).toEqual([303, 'Your profile is saved and marked as current']);
    const other = (await makePerson()).id;
    const page = await visit(paths.expert(reference), { as: other });
    for (const words of ['Cranes and ports.', 'Night shifts', 'Illegal drugs', 'Albanian, French', '12'])
      expect(page.text).toContain(words);
    expect((await visit(`${paths.experts()}?threat=${drugs}`, { as: other })).text).toContain('Pro File');
    expect(await deadLinks(await visit(address, { as: id }), { as: id })).toEqual([]);
  });

  test('taken off the list is there for its owner and those who keep house', async () => {
    const { id, reference, fields } = await opened();
    await send(address, { ...fields, summary: 'Hidden', listed: undefined }, { as: id });
    expect((await visit(address, { as: id })).fields['listed']).toEqual([]);
    const other = (await makePerson()).id;
    const coordinator = (await makePerson({ roles: ['coordinator'] })).id;
    expect((await visit(paths.expert(reference), { as: other })).status).toBe(404);
    for (const as of [id, coordinator]) {
      const page = await visit(paths.expert(reference), { as });
      expect(page.status).toBe(200);
      expect(page.text).toContain('Not listed');
    }
  });

  test.each([
    ['too long a summary', 'summary', LONG],
    ['too long interests', 'interests', LONG],
    ['a script as a web page', 'webAddress', 'javascript:alert(1)'],
    ['no web page', 'webAddress', 'my page'],
    ['half a day', 'capacityDays', '1.5'],
    ['more days than a year has', 'capacityDays', '900'],
    ['days in words', 'capacityDays', 'ten'],
    ['too many languages', 'languages', 'x, '.repeat(400)],
    ['an availability of nobody', 'availability', 'always'],
    ['a clearance of nobody', 'clearanceLevel', 'Cosmic'],
  ])('%s is refused in our words beside the field', async (_what, name, text) => {
    const { id, fields } = await opened();
    const page = await send(address, { ...fields, summary: 'Kept', [name]: text }, { as: id });
    expect(page.status).toBe(422);
    expect(page.errors).toHaveLength(1);
    expect(page.messageBeside(name)).toBe(page.errors[0]);
    expect(page.errors[0]).not.toMatch(/expected|Invalid|undefined|NaN/);
    if (name !== 'summary') expect(page.fields['summary']).toBe('Kept');
    if (!['availability', 'clearanceLevel'].includes(name)) expect(page.fields[name]).toBe(text);
  });

  test('a sponsor or day without a level asks for the level', async () => {
    const { id, fields } = await opened();
    const page = await send(address, { ...fields, clearanceSponsor: 'Home Office' }, { as: id });
    expect(page.messageBeside('clearanceLevel')).toBe('Choose the level that this sponsor or day belongs to');
    expect(page.fields['clearanceSponsor']).toBe('Home Office');
  });

  test('what was ticked stays ticked after a refusal', async () => {
    const { id, fields } = await opened();
    const fraud = (await termCalled('threatArea', 'cyber-crime')).reference;
    for (const threatAreas of [[drugs], [drugs, fraud]]) {
      const page = await send(address, { ...fields, summary: LONG, threatAreas }, { as: id });
      expect(page.fields['threatAreas']).toHaveLength(threatAreas.length);
      expect(page.fields['threatAreas']).toEqual(expect.arrayContaining(threatAreas));
    }
  });

  test('changed in another window is not overwritten, and what was typed is kept', async () => {
    const { id, fields } = await opened();
    await send(address, { ...fields, summary: 'First' }, { as: id });
    const page = await send(address, { ...fields, summary: 'Second' }, { as: id });
    expect(page.status).toBe(409);
    expect(page.fields['summary']).toBe('Second');
    expect((await database.db.expertProfile.findUniqueOrThrow({ where: { personId: id } })).summary).toBe(
      'First',
    );
  });

  test.each(HOSTILE)('%s in every text is text, for the owner and for others', async (_what, text) => {
    const { id, reference, fields } = await opened();
    const words = { summary: text, interests: text, languages: 'French', regions: 'Kent' };
    const sent = await send(address, { ...fields, ...words, listed: 'on' }, { as: id });
    expect(sent.status).toBe(303);
    for (const path of [address, paths.expert(reference), paths.experts()]) {
      const page = await visit(path, { as: id });
      expect(page.html).not.toMatch(/<script>alert|<img src=x|<input autofocus/);
    }
    expect((await visit(address, { as: id })).fields).toMatchObject({ summary: text, interests: text });
  });

  test('is marked as current by one press', async () => {
    const { id, fields } = await opened();
    expect((await send(paths.confirmProfile(), {}, { as: id })).status).toBe(404);
    await send(address, { ...fields, summary: 'Ports.' }, { as: id });
    const old = new Date('2025-01-05T12:00:00Z');
    await database.db.expertProfile.update({ where: { personId: id }, data: { confirmedAt: old } });
    expect((await visit(address, { as: id })).text).toContain('current on 5 January 2025');
    const sent = await send(paths.confirmProfile(), {}, { as: id });
    expect(sent.banner).toBe('Your profile is marked as current');
    expect((await visit(address, { as: id })).text).not.toContain('5 January 2025');
    expect((await visit(paths.confirmProfile(), { as: id })).location).toBe(address);
  });
});
