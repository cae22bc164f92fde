import { expect, test } from 'vitest';
import { useDatabase } from '../../../../../tests/support/database';
import { ods } from '../../../../../tests/support/hostile/bibliographies';
import { actorFor, makePerson } from '../../../../../tests/support/factories/people';
import { run } from '../../../command.server';
import { importBibliography } from '../../commands/import-bibliography.server';
import { readBibliography } from './read-bibliography.server';
import { recordsForImport } from './records-for-import';

const database = useDatabase();
const areas = () => database.db.term.findMany({ where: { scheme: 'threatArea' } });

const CSV = [
  'year,TITLE,Authors,Colour,doi,Threat areas,Web address,Licence,Note,Key messages',
  '2020,A work,Leah Moyle; Home Office,red,10.1000/AbC,Fraud; fraud; Weather,https://example.org/,CC BY 4.0,,Said',
  '2021,The same by DOI,,,https://doi.org/10.1000/aBc,,,,,',
  '2021,A work,,,,,,,,',
  '2021,Taken back,,,,,,,Retracted,',
  '2021,Made up,,,,,,,Inside the network only; Invented for the demonstration,',
  '2021,,,,10.1000/only,,,,,',
  '"2022","\'=1+1",,,,,,,,',
].join('\r\n');

test('a CSV file with columns in any order comes in, and each thing left out is told', async () => {
  const file = readBibliography(Buffer.from(CSV));
  const { records, messages } = recordsForImport(file, await areas());
  expect(file.unknownColumns).toEqual(['Colour']);
  expect(messages).toEqual([
    'Columns that are not known: Colour.',
    '1 without a title were left out.',
    '2 that are retracted or invented were left out.',
    'Keywords that are no threat area: Weather.',
    'Key messages are not taken in.',
  ]);
  const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
  const command = { records, reason: 'Public already' };
  expect(await run(importBibliography, coordinator, command)).toMatchObject({ value: { imported: 2 } });
  expect(await run(importBibliography, coordinator, command)).toMatchObject({ value: { imported: 0 } });
  const [work, formula] = await database.db.findingVersion.findMany({
    orderBy: { year: 'asc' },
    include: { authors: { orderBy: { position: 'asc' } }, finding: { include: { terms: true } } },
  });
  expect(work).toMatchObject({
    ...{ title: 'A work', doi: '10.1000/abc', webAddress: 'https://example.org/', licence: 'CC BY 4.0' },
    keyMessages: '',
    authors: [{ name: 'Leah Moyle' }, { name: 'Home Office' }],
  });
  expect(work?.finding.terms).toHaveLength(1);
  expect(formula?.title).toBe('=1+1');
});

test('a spreadsheet made by hand comes in the same', async () => {
  const row = (...texts: string[]) =>
    `<table:table-row>${texts.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;
  const year =
    '<table:table-cell office:value-type="float" office:value="2019"><text:p>2,019</text:p></table:table-cell>';
  const rows =
    row('Year', 'Title', 'Kind') +
    row('', 'Small &amp; boats<text:line-break/>big', 'report').replace(
      '<table:table-cell><text:p></text:p></table:table-cell>',
      year,
    );
  const { records } = recordsForImport(readBibliography(ods(rows)), []);
  expect(records).toMatchObject([
    { title: 'Small & boats big', year: 2019, kind: 'report', verified: false },
  ]);
});
