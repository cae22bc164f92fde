import { beforeAll, describe, expect, test } from 'vitest';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { send, visit } from '../../../../tests/support/site';
import { HOSTILE } from '../../../../tests/support/site/hostile';

const database = useDatabase();
let who: Readers;
let held: Awaited<ReturnType<typeof makeFinding>>;
let near: Awaited<ReturnType<typeof makeFinding>>;

beforeAll(async () => {
  who = await makeReaders();
  held = await makeFinding({ title: 'Small boats and large profits', year: 2021, doi: '10.1000/held' });
  near = await makeFinding({ title: 'The economics of county lines drug dealing', year: 2020 });
});

const CSV = [
  'Title,Authors,Year,DOI,Threat areas,Web address',
  'A new work on fraud,Ada Example; Bo Example,2024,10.1000/NEW,Fraud; Weather,',
  'Something else altogether,,2020,https://doi.org/10.1000/HELD,,',
  'Economics of county lines drug dealing,,2020,,,',
  ',Nobody,2020,,,ftp://x',
  'A new work on fraud,,2024,,,',
].join('\n');

const readIn = async (pasted = CSV) => {
  const reply = await send(paths.importBibliography(), { pasted }, { as: who.coordinator });
  expect([reply.status, reply.errors]).toEqual([303, []]);
  return (reply.location ?? '').split('/').pop()?.replace('-', '') ?? '';
};
const open = (reference: string) => visit(paths.bibliographyImport(reference), { as: who.coordinator });
const carryOut = (reference: string, reason = 'Public already') =>
  send(paths.carryOutImport(reference), { reason }, { as: who.coordinator });
const undo = (reference: string) => send(paths.undoImport(reference), {}, { as: who.coordinator });
const madeOf = (title: string) =>
  database.db.finding.findFirstOrThrow({
    where: { bibliographic: true, versions: { some: { title } }, publishedAt: { not: null } },
    include: { work: { include: { authors: true } }, terms: true, versions: true },
  });

test('a file is read in, looked at, chosen from, imported whole and undone', async () => {
  const reference = await readIn();
  const before = await database.db.finding.count();
  const dry = await open(reference);
  expect(dry.text).toContain('1 would be made1 held already1 not decided0 left out2 cannot be taken');
  expect(dry.text).toContain('Held already, with the same DOI: Small boats and large profits');
  expect(dry.text).toContain('Decide whether it is the same: The economics of county lines drug dealing');
  expect(dry.text).toContain(
    'Line 5A record without a titleCannot be taken It has neither a title nor a DOI.',
  );
  expect(dry.text).toContain('“ftp://x” is not a web address.');
  expect(dry.text).toContain('It is the same as the one at 2.');
  expect(dry.text).toContain('Keywords that are no threat area: Weather.');
  expect(dry.fields).toMatchObject({
    'choices[0].choice': 'take',
    'choices[1].choice': 'same',
    'choices[2].choice': '',
    'choices[2].sameAs': showReference(near.reference),
  });
  expect(await database.db.finding.count()).toBe(before);

  const chosen = await send(
    paths.bibliographyImport(reference),
    { ...dry.fields, 'choices[2].choice': 'same' },
    { as: who.coordinator },
  );
  expect([chosen.status, chosen.banner]).toEqual([303, 'Choices saved']);
  expect((await open(reference)).text).toContain('1 would be made2 held already0 not decided');

  const imported = await carryOut(reference);
  expect(imported.banner).toBe('1 finding made');
  expect((await carryOut(reference)).status).toBe(409);
  const made = await madeOf('A new work on fraud');
  expect(made).toMatchObject({
    releasedAt: expect.any(Date) as Date,
    work: { doi: '10.1000/new', authors: [{ name: 'Ada Example', personId: null }, { name: 'Bo Example' }] },
  });
  expect(made.terms).toHaveLength(1);
  expect((await visit(paths.finding(made.reference))).heading).toContain('A new work on fraud');
  const report = await open(reference);
  expect(report.rows.map(([place, , outcome]) => [place, outcome])).toEqual([
    ...[
      ['2', 'Made'],
      ['3', 'Held already'],
      ['4', 'Held already'],
      ['5', 'Left out'],
      ['6', 'Left out'],
    ],
  ]);
  const again = await readIn();
  expect((await open(again)).text).toContain('0 would be made');

  expect((await undo(reference)).banner).toBe('All 1 taken back');
  expect((await visit(paths.finding(made.reference))).status).toBe(404);
  expect(await database.db.work.count({ where: { doi: '10.1000/new' } })).toBe(0);
  expect((await undo(reference)).status).toBe(409);
  expect((await open(again)).text).toContain('1 would be made');
});

describe('nothing is lost and nothing is made twice', () => {
  test('what somebody used since stays when its import is undone', async () => {
    const reference = await readIn('Title\nUsed at once\nNever used');
    await carryOut(reference);
    const used = await madeOf('Used at once');
    await send(
      paths.reaffirmFinding(used.reference),
      { 'reviewBy.day': '1', 'reviewBy.month': '1', 'reviewBy.year': '2030' },
      { as: who.coordinator },
    );
    const undone = await undo(reference);
    expect(undone.banner).toBe('1 taken back, 1 kept because they were used since');
    expect((await visit(paths.finding(used.reference))).status).toBe(200);
    expect((await open(reference)).text).toContain('Somebody has changed, rated or used it since.');
  });

  test('what was published under the DOI between dry run and import is not made again', async () => {
    const reference = await readIn('Title,DOI\nRaced to print,10.1000/race\nThe other,');
    const sooner = await makeFinding({ title: 'Raced to print', doi: '10.1000/race', released: true });
    await carryOut(reference);
    expect(await database.db.findingVersion.count({ where: { doi: '10.1000/race' } })).toBe(1);
    const { links } = await open(reference);
    expect(links).toContainEqual({ text: 'Held already', href: paths.finding(sooner.reference) });
  });

  test('a work of the shared bibliography without a finding is taken up, and stays when the import is undone', async () => {
    await database.db.work.create({
      data: {
        ...{ id: crypto.randomUUID(), reference: 'WRK1', title: 'Known as a work', doi: '10.1000/work' },
        createdAt: new Date(),
        authors: { create: { position: 1, name: 'Mel Member', personId: who.member } },
      },
    });
    const reference = await readIn('Title,DOI\nKnown as a work,10.1000/work');
    await carryOut(reference);
    expect((await madeOf('Known as a work')).work?.authors).toHaveLength(1);
    await undo(reference);
    expect(await database.db.work.count({ where: { doi: '10.1000/work' } })).toBe(1);
  });

  test('the same as another finding: its work learns the DOI, and the next file finds it by that', async () => {
    const work = { id: crypto.randomUUID(), reference: 'WRK2', title: 'Plain title', createdAt: new Date() };
    const plain = await makeFinding({ title: 'Plain title' });
    await database.db.work.create({ data: { ...work, findings: { connect: { id: plain.id } } } });
    const csv = 'Title,DOI\nWholly different words,10.1000/plain';
    const reference = await readIn(csv);
    const choose = (sameAs: string) =>
      send(
        paths.bibliographyImport(reference),
        { 'choices[0].position': '0', 'choices[0].choice': 'same', 'choices[0].sameAs': sameAs },
        { as: who.coordinator },
      );
    const wrong = await choose('H7K4-QXM3');
    expect([wrong.status, wrong.errors]).toEqual([
      ...[422, ['Enter the reference of a published finding, like H7K4-M2PX']],
    ]);
    expect(wrong.fields['choices[0].sameAs']).toBe('H7K4-QXM3');
    expect((await choose(showReference(plain.reference))).status).toBe(303);
    await carryOut(reference);
    expect((await open(await readIn(csv))).text).toContain('Held already, with the same DOI: Plain title');
  });

  test('the database keeps the report of an import as it is', async () => {
    const reference = await readIn('Title\nKept as reported');
    await carryOut(reference);
    const where = { import: { reference } };
    await expect(
      database.db.importedRecord.updateMany({ where, data: { title: 'Another' } }),
    ).rejects.toThrow('ImportIsCarriedOut');
    await expect(database.db.importedRecord.deleteMany({ where })).rejects.toThrow('ImportIsCarriedOut');
  });
});

describe('what cannot be read', () => {
  test.each([
    ['nothing', {}, 'Choose a file, or paste its records'],
    ['no bibliography', { pasted: 'hello' }, 'This is no BibTeX, RIS, CSL-JSON, CSV or OpenDocument'],
    ['a picture', { file: new File([Buffer.from('89504e47', 'hex')], 'a.bib') }, 'This is no BibTeX'],
    ['too much text', { pasted: 'Title\n'.padEnd(200_001, 'x') }, 'Use 200,000 characters or fewer'],
    ['too many', { pasted: `Title\n${'A\n'.repeat(501)}` }, 'This holds 501 records. Import at most 500'],
    [
      'too large',
      { file: new File([new Uint8Array(10_000_001)], 'a.csv') },
      'Choose a file of at most 10 MB',
    ],
  ] as const)('%s is refused beside its field, and what was pasted is kept', async (_name, form, message) => {
    const reply = await send(paths.importBibliography(), form, { as: who.coordinator });
    expect(reply.status).toBe(422);
    expect(reply.errors[0]).toContain(message);
    if ('pasted' in form) expect(reply.fields['pasted']).toBe(form.pasted);
  });

  test('a file is known by its name and hostile texts come back as text', async () => {
    const csv = ['Title', ...HOSTILE.map(([, text]) => `"${text.replaceAll('"', '""')}"`)].join('\n');
    const reply = await send(
      paths.importBibliography(),
      { file: new File([csv], '<b>.csv'), pasted: '' },
      { as: who.coordinator },
    );
    const page = await visit(reply.location ?? '', { as: who.coordinator });
    expect(page.text).toContain('<b>.csv, CSV');
    expect(page.text).toContain('<script>alert(1)</script>');
    expect(page.html).not.toContain('<script>alert(1)');
    expect((await visit(paths.importBibliography(), { as: who.coordinator })).text).toContain('<b>.csv');
  });
});

test('only coordinators import; nobody learns whether an import exists', async () => {
  const reference = await readIn('Title\nOne');
  const forms: [string, Record<string, string>, number][] = [
    [paths.importBibliography(), { pasted: CSV }, 403],
    [paths.bibliographyImport(reference), { 'choices[0].position': '0' }, 403],
    [paths.carryOutImport(reference), { reason: 'x' }, 403],
    [paths.undoImport(reference), {}, 403],
    [paths.undoImport(held.reference), {}, 404],
  ];
  for (const [path, form, status] of forms) {
    expect((await visit(path, { as: who.member })).status).toBe(403);
    expect((await send(path, form, { as: who.member })).status).toBe(status);
  }
  expect(await database.db.fact.count({ where: { name: 'AttemptWasDenied' } })).toBeGreaterThanOrEqual(4);
});

test('a long file is looked at page by page', async () => {
  const reference = await readIn(
    `Title\n${Array.from({ length: 60 }, (_, n) => `Report ${n} of many`).join('\n')}`,
  );
  const first = await open(reference);
  expect(first.buttons).toEqual(expect.arrayContaining(['Save and go on', 'Save these choices']));
  const sent = await send(
    paths.bibliographyImport(reference),
    { ...first.fields, next: '50' },
    { as: who.coordinator },
  );
  expect(sent.location).toBe(paths.bibliographyImport(reference, 50));
  const second = await visit(sent.location ?? '', { as: who.coordinator });
  expect(second.text).toContain('Report 59 of many');
  expect(second.text).not.toContain('Report 1 of many');
});
