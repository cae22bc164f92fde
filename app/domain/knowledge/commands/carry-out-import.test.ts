import { beforeAll, expect, test, vi } from 'vitest';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { done, ending } from '../../../../tests/support/outcome';
import type { Person } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { newReference } from '../../new-reference.server';
import { bibliographyImport } from '../queries/bibliography-import.server';
import { carryOutImport } from './carry-out-import.server';
import { chooseImportRecords } from './choose-import-records.server';
import { readBibliographyIn } from './read-bibliography-in.server';
import { undoImport } from './undo-import.server';

const database = useDatabase();
let coordinator: Person;

beforeAll(async () => {
  coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
});

const readIn = async (pasted: string) =>
  done(await run(readBibliographyIn, coordinator, { pasted })).reference;
const carryOut = (reference: string, key?: string) =>
  run(carryOutImport, coordinator, { reference, reason: 'Public already' }, key);
const view = async (reference: string, from = 0) => {
  const found = await ask(bibliographyImport, coordinator, { reference, from });
  if (!found) throw new Error('the import is there');
  return found;
};
const findingsOf = (doi: string) => database.db.findingVersion.count({ where: { doi } });

test('two files with one work, carried out at once, make it once', async () => {
  const files = [
    await readIn('Title,DOI\nFirst words,10.1000/once'),
    await readIn('Title,DOI\nOther words,10.1000/once'),
  ];
  const outcomes = await Promise.all(files.map((reference) => carryOut(reference)));
  expect(outcomes.map(ending)).toEqual(['done', 'done']);
  expect(await findingsOf('10.1000/once')).toBe(1);
  const counts = await Promise.all(files.map(async (reference) => (await view(reference)).counts));
  expect(counts.map(({ made, same }) => made + same)).toEqual([1, 1]);
});

test('a double click imports once, a second import is refused', async () => {
  const reference = await readIn('Title,DOI\nClicked twice,10.1000/twice');
  const outcomes = await Promise.all([carryOut(reference, 'one key'), carryOut(reference, 'one key')]);
  expect(outcomes.map(ending)).toEqual(['done', 'done']);
  expect(ending(await carryOut(reference))).toBe('ImportIsCarriedOut');
  expect(await findingsOf('10.1000/twice')).toBe(1);
  const choices = [{ position: 0, choice: 'skip' }];
  expect(ending(await run(chooseImportRecords, coordinator, { reference, choices }))).toBe(
    'ImportIsCarriedOut',
  );
});

test('undone twice at once, it is undone once', async () => {
  const reference = await readIn('Title\nUndone twice');
  done(await carryOut(reference));
  const outcomes = await Promise.all([1, 2].map(() => run(undoImport, coordinator, { reference })));
  expect(outcomes.map(ending).sort()).toEqual(['CannotBeUndone', 'done']);
  expect(await database.db.fact.count({ where: { name: 'ImportWasUndone' } })).toBe(1);
  expect(ending(await run(undoImport, coordinator, { reference: 'H7K4QXM2' }))).toBe('invalid');
});

test('what somebody is using while it is undone waits for them, and is kept', async () => {
  const reference = await readIn('Title\nUsed meanwhile\nNot used');
  done(await carryOut(reference));
  const { findingId } = await database.db.findingVersion.findFirstOrThrow({
    where: { title: 'Used meanwhile' },
  });
  const other = await makeFinding();
  let undoing: Promise<unknown> | undefined;
  await database.db.$transaction(async (tx) => {
    await tx.findingLink.create({
      data: {
        ...{ id: newId(), reference: newReference(), fromId: findingId, toId: other.id, kind: 'supports' },
        ...{ note: 'It says so', proposedById: coordinator.id, proposedAt: new Date() },
      },
    });
    undoing = run(undoImport, coordinator, { reference });
    await vi.waitFor(async () => {
      const waiting = await database.db.$queryRaw<unknown[]>`SELECT 1 FROM pg_locks WHERE NOT granted`;
      expect(waiting).toHaveLength(1);
    });
  });
  expect(await undoing).toMatchObject({ kind: 'done', value: { undone: 1, kept: 1 } });
  const { publishedAt } = await database.db.finding.findUniqueOrThrow({ where: { id: findingId } });
  expect(publishedAt).not.toBeNull();
});

test('nearly the same title is pointed out, unless both have DOIs, which then differ', async () => {
  await makeFinding({ title: 'The price of cocaine in northern ports', doi: '10.1000/price', year: 2019 });
  await makeFinding({
    title: 'Retracted words about lorries',
    state: 'retracted',
    doi: '10.1000/taken-back',
  });
  await makeFinding({ title: 'A draft about drones and prisons', state: 'draft' });
  const csv = [
    ...[
      'Title,Year,DOI',
      'The price of cocaine in Northern ports,2019,',
      'Price of cocaine in northern ports,2019,',
    ],
    ...['The price of cocaine in northern ports,2018,10.1000/another', 'Else,,10.1000/taken-back'],
    'A draft about drones and prisons,,',
  ].join('\n');
  const { records } = await view(await readIn(csv));
  expect(records.map(({ match, choice }) => [match, choice])).toEqual([
    ['title', 'same'],
    ['near', null],
    [null, 'take'],
    ['doi', 'same'],
    [null, 'take'],
  ]);
});

test('five hundred records are read in and imported whole, and shown 50 a page', async () => {
  const rows = Array.from(
    { length: 500 },
    (_, n) => `Report number ${n} on ${'abcdefghij'[n % 10]},10.2000/${n}`,
  );
  const started = performance.now();
  const reference = await readIn(`Title,DOI\n${rows.join('\n')}`);
  const { made } = done(await carryOut(reference));
  expect(made).toBe(500);
  expect(performance.now() - started).toBeLessThan(15_000);
  const page = await view(reference, 450);
  expect([page.records.length, page.next]).toEqual([50, null]);
  expect(page.counts).toMatchObject({ take: 500, made: 500, same: 0 });
  expect(done(await run(undoImport, coordinator, { reference }))).toMatchObject({ undone: 500, kept: 0 });
  expect(await database.db.work.count({ where: { doi: { startsWith: '10.2000/' } } })).toBe(0);
});
