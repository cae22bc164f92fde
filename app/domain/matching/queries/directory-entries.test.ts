import { afterEach, describe, expect, test } from 'vitest';
import { database } from '~/platform/db.server';
import { useDatabase } from '../../../../tests/support/database';
import { makeOrganisation, makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { makeTerm } from '../../../../tests/support/factories/terms';

useDatabase();

const isFoundBy = async (subject: string, word: string): Promise<boolean> => {
  const rows = await database().$queryRaw<unknown[]>`SELECT FROM directory_entry
    WHERE subject = ${subject}::uuid AND words @@ plainto_tsquery('soundings.words', ${word})`;
  return rows.length > 0;
};

/** Whatever was written: each entry is what the directory says now, and nothing else is there. */
afterEach(async () => {
  const apart = await database().$queryRaw<unknown[]>`
    SELECT subject, d.name, entry.text FROM soundings.directory d FULL JOIN directory_entry entry USING (subject)
    WHERE (entry.text, entry.words) IS DISTINCT FROM (d.text, soundings.analyse(d.name, d.text))`;
  expect(apart).toEqual([]);
});

describe('an expert is found', () => {
  const written = async (personId: string, data: { summary?: string; listed?: boolean }) =>
    database().expertProfile.update({ where: { personId }, data });

  test('by what they write of themselves, while they are listed', async () => {
    const { id } = await makePerson({ name: 'Ada Lighterage', expert: true });
    expect(await isFoundBy(id, 'lighterage')).toBe(true);
    expect(await isFoundBy(id, 'barges')).toBe(false);
    await written(id, { summary: 'Barges on tidal rivers' });
    expect(await isFoundBy(id, 'barge')).toBe(true);
    await written(id, { listed: false });
    expect(await isFoundBy(id, 'lighterage')).toBe(false);
    await written(id, { listed: true });
    await database().expertProfile.delete({ where: { personId: id } });
    expect(await isFoundBy(id, 'lighterage')).toBe(false);
  });

  test('by the terms they name, under the name a term has now and its others', async () => {
    const { id } = await makePerson({ expert: true });
    const term = await makeTerm({ name: 'Trawlers' });
    await database().expertTerm.create({ data: { personId: id, termId: term.id } });
    expect(await isFoundBy(id, 'trawler')).toBe(true);
    await database().term.update({
      where: { id: term.id },
      data: { name: 'Dredgers', aliases: ['Hoppers'] },
    });
    expect([
      await isFoundBy(id, 'trawler'),
      await isFoundBy(id, 'dredger'),
      await isFoundBy(id, 'hopper'),
    ]).toEqual([false, true, true]);
    await database().expertTerm.deleteMany({ where: { termId: term.id } });
    expect(await isFoundBy(id, 'dredger')).toBe(false);
  });

  test('by their name of today, and not once they were erased', async () => {
    const { id } = await makePerson({ name: 'Bo Kedging', expert: true });
    await database().person.update({ where: { id }, data: { name: 'Bo Warping' } });
    expect([await isFoundBy(id, 'kedging'), await isFoundBy(id, 'warping')]).toEqual([false, true]);
    await database().person.update({ where: { id }, data: { name: 'former member', erasedAt: new Date() } });
    expect([await isFoundBy(id, 'warping'), await isFoundBy(id, 'former')]).toEqual([false, false]);
  });
});

test('an organisation is found by its name and by the teams that it has now', async () => {
  const [here, there] = [await makeOrganisation({ name: 'Quay Board' }), await makeOrganisation()];
  const team = await makeTeam({ organisationId: here.id });
  const move = (data: { name?: string; organisationId?: string; closedAt?: Date }) =>
    database().team.update({ where: { id: team.id }, data });
  expect(await isFoundBy(here.id, 'quay')).toBe(true);
  await move({ name: 'Pilotage' });
  expect(await isFoundBy(here.id, 'pilotage')).toBe(true);
  await move({ organisationId: there.id });
  expect([await isFoundBy(here.id, 'pilotage'), await isFoundBy(there.id, 'pilotage')]).toEqual([
    false,
    true,
  ]);
  await move({ closedAt: new Date() });
  expect(await isFoundBy(there.id, 'pilotage')).toBe(false);
  await database().organisation.update({ where: { id: here.id }, data: { name: 'Wharf Board' } });
  expect([await isFoundBy(here.id, 'quay'), await isFoundBy(here.id, 'wharf')]).toEqual([false, true]);
});
