import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { actorFor, makePerson, makeTeam } from '../../../../tests/support/factories/people';
import { done, ending } from '../../../../tests/support/outcome';
import type { Person } from '../../actor';
import { run } from '../../command.server';
import { saveWeighting } from '../commands/save-weighting.server';
import { chosenWeights, savedWeightings } from './saved-weightings.server';
import { STARTING_WEIGHTS } from './score';

const store = useDatabase();
const who: Record<string, Person> = {};

beforeAll(async () => {
  const author = (await makePerson({ name: 'Ada Author' })).id;
  await makeTeam({ members: [{ personId: author, roles: ['author'] }] });
  who['author'] = await actorFor(author);
  who['coordinator'] = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
  who['member'] = await actorFor((await makePerson()).id);
});

const as = (name: string): Person => {
  const person = who[name];
  if (!person) throw new Error(`nobody is called ${name}`);
  return person;
};
const sent = (over: Record<string, unknown> = {}) => ({
  ...{ name: 'Home first', note: 'Border work is funded elsewhere', harm: '40', gap: '30' },
  ...{ timeliness: '15', feasibility: '15', domestic: '70', overseas: '30' },
  ...over,
});

describe('weights', () => {
  test('70/30 and 30/70 are both kept, with who saved them and when', async () => {
    const before = new Date();
    const home = done(await run(saveWeighting, as('author'), sent()));
    const abroad = { name: 'Overseas first', domestic: '30', overseas: '70' };
    const overseas = done(await run(saveWeighting, as('author'), sent(abroad)));
    const saved = await savedWeightings(store.db, new Date(Date.now() + 1000));
    expect(saved.map(({ name, domestic, savedBy }) => [name, domestic, savedBy])).toEqual([
      ['Overseas first', 30, 'Ada Author'],
      ['Home first', 70, 'Ada Author'],
    ]);
    expect(chosenWeights(saved, home.reference)?.weights).toMatchObject({ domestic: 70, overseas: 30 });
    expect(chosenWeights(saved, overseas.reference)?.weights).toMatchObject({ domestic: 30 });
    expect(chosenWeights(saved, 'ZZZZZZZZ')).toBeNull();
    expect(chosenWeights(saved)?.weights).toBe(STARTING_WEIGHTS);
    expect(await savedWeightings(store.db, before)).toEqual([]);
    const [fact] = await store.db.fact.findMany({
      where: { name: 'WeightingWasSaved' },
      orderBy: { at: 'asc' },
    });
    expect(fact).toMatchObject({ actorId: as('author').id, data: { domestic: 70, overseas: 30, harm: 40 } });
  });

  test('that everybody starts from are a coordinator’s to choose', async () => {
    expect(ending(await run(saveWeighting, as('author'), sent({ standing: true })))).toBe('denied');
    done(
      await run(
        saveWeighting,
        as('coordinator'),
        sent({ name: 'For all', standing: true, harm: 50, gap: 20 }),
      ),
    );
    const saved = await savedWeightings(store.db, new Date(Date.now() + 1000));
    expect(chosenWeights(saved)).toMatchObject({
      saved: { name: 'For all' },
      weights: { harm: 50, gap: 20 },
    });
  });

  test.each([
    ['author', { harm: '41' }, 'WeightsAreNotWhole'],
    ['author', { domestic: '80' }, 'PlacesAreNotWhole'],
    ['author', { harm: '-1', gap: '71' }, 'invalid'],
    ['author', { harm: '40.5' }, 'invalid'],
    ['author', { note: ' ' }, 'invalid'],
    ['member', {}, 'denied'],
  ])('as %s with %j: %s', async (name, over, expected) => {
    expect(ending(await run(saveWeighting, as(name), sent(over)))).toBe(expected);
  });

  test('are of 100 in the database too, and never changed', async () => {
    const [row] = await store.db.weighting.findMany({ take: 1 });
    if (!row) throw new Error('one was saved');
    const again = { ...row, id: crypto.randomUUID(), reference: 'ABCDEFGH' };
    await expect(store.db.weighting.create({ data: { ...again, harm: row.harm + 1 } })).rejects.toThrow(
      /parts_check/,
    );
    await expect(store.db.weighting.create({ data: { ...again, overseas: 101 } })).rejects.toThrow(
      /places_check/,
    );
    await expect(store.db.weighting.updateMany({ data: { name: 'Other' } })).rejects.toThrow(/VersionIsKept/);
    await expect(store.db.weighting.deleteMany()).rejects.toThrow(/VersionIsKept/);
  });
});
