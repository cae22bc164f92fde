import { expect, test } from 'vitest';
import { useDatabase } from '../../tests/support/database';
import { makePerson } from '../../tests/support/factories/people';
import { holdingText, sameText } from './same-text';

const data = useDatabase();

const NAMES = ['Ann % Lee', 'Ann Q Lee', 'A_n', 'Abn', 'back\\', '%', '\\'];
const signs = ['\\', '%', '_', '\\%', 'a\\_b'];

test('a name is the same in any case and is no pattern, whatever signs it holds', async () => {
  for (const name of NAMES) await makePerson({ name });
  const found = async (name: object) =>
    (await data.db.person.findMany({ where: { name }, select: { name: true } }))
      .map((one) => one.name)
      .sort();
  for (const name of NAMES) expect(await found(sameText(name.toUpperCase())), name).toEqual([name]);
  for (const sign of signs) await expect(found(sameText(sign)), sign).resolves.toBeDefined();
  expect(await found(sameText('ANN _ LEE'))).toEqual([]);
  expect(await found(holdingText('% L'))).toEqual(['Ann % Lee']);
  expect(await found(holdingText('_N'))).toEqual(['A_n']);
  expect(await found(holdingText('\\'))).toEqual(['\\', 'back\\']);
});
