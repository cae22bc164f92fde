import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { newReference } from '~/domain/new-reference.server';
import { readBibliography } from '~/domain/knowledge/citations/exchange/read-bibliography.server';
import { bibliographyFormats } from '~/domain/knowledge/citations/exchange/bibliography-formats';
import { findingExport } from '~/domain/knowledge/queries/finding-export.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorInSession } from '../../../../tests/support/factories/people';
import { HOSTILE, makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { termCalled } from '../../../../tests/support/factories/terms';
import { visit } from '../../../../tests/support/site';

const database = useDatabase();
let who: Readers;

beforeAll(async () => {
  who = await makeReaders();
  const fraud = await termCalled('threatArea', 'fraud');
  await makeFinding({ title: 'Courier fraud', termIds: [fraud.id], released: true, year: 2019 });
  await makeFinding({
    title: '=HYPERLINK("http://x")',
    authors: ['山田 太郎', 'Home Office', 'Jan van der Berg'].map((name) => ({ name })),
    year: 2024,
  });
  for (const state of ['retracted', 'submitted', 'superseded', 'draft'] as const)
    await makeFinding({
      title: `A ${state} one`,
      state,
      released: state === 'retracted',
      submittedById: who.member,
    });
});

const file = (format: string, query = '', as: string | undefined = who.auditor) =>
  visit(`${paths.findingExport(format)}${query}`, { as });

/** The file as bytes: what a page is taken for in tests would spoil an archive. */
async function read(format: string, as: string, filters: object = {}) {
  const made = await ask(findingExport, await actorInSession(as), {
    format,
    filters: { ...NONE, ...filters },
  });
  const parts: Buffer[] = [];
  for await (const part of made?.file ?? []) parts.push(Buffer.from(part as string));
  return readBibliography(Buffer.concat(parts));
}
const NONE = { threat: [], strand: [], enabler: [], level: [], priority: [], type: [], confidence: [] };

describe('the list as a file', () => {
  test.each(bibliographyFormats)('%s holds what stands and what its reader may read', async (format) => {
    const titles = (answer: Awaited<ReturnType<typeof read>>) =>
      answer.records.map(({ title }) => title).sort();
    expect(titles(await read(format, who.member))).toEqual(
      expect.arrayContaining(['=HYPERLINK("http://x")', 'Courier fraud']),
    );
    expect(titles(await read(format, who.unverified))).toEqual(['Courier fraud']);
    for (const reader of [who.member, who.auditor, who.coordinator, who.unverified])
      for (const title of titles(await read(format, reader)))
        expect(title).not.toMatch(/^A (retracted|submitted|superseded|draft) one$/);
  });

  test.each(['bibtex', 'ris', 'csl-json', 'csv'])(
    'nothing of what a visitor may not read is in %s',
    async (format) => {
      const { html, status } = await visit(paths.findingExport(format));
      expect(status).toBe(200);
      expect(html).toContain('Courier');
      for (const hidden of ['HYPERLINK', 'retracted', 'submitted', 'superseded', 'van der Berg'])
        expect(html).not.toContain(hidden);
    },
  );

  test('is filtered as the page is', async () => {
    for (const query of ['?threat=fraud', '?q=couriers', '?from=2019&to=2019', '?threat=fraud&q=couriers']) {
      const { html } = await file('csv', query);
      expect(html).toContain('Courier fraud');
      expect(html).not.toContain('HYPERLINK');
    }
    expect((await file('csv', `?q=${encodeURIComponent(HOSTILE)}`)).status).toBe(200);
  });

  test('guards formulas, names authors in order, says what stays inside', async () => {
    const { html, headers } = await file('csv');
    expect(html).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(html).toContain('山田 太郎; Home Office; Jan van der Berg');
    expect(html).toMatch(/HYPERLINK.*Inside the network only/);
    expect(html).not.toMatch(/Courier fraud.*Inside the network only/);
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('Cache-Control')).toBe('private, no-store');
    expect(headers.get('Content-Disposition')).toBe('attachment; filename="soundings-findings.csv"');
  });

  test('a spreadsheet is a package that tells its kind first', async () => {
    const { html, headers } = await file('ods');
    expect(html.slice(30, 84)).toBe('mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
    expect(headers.get('Content-Type')).toBe('application/vnd.oasis.opendocument.spreadsheet');
  });

  test('other formats are not there, and other parameters are refused', async () => {
    expect((await file('xlsx')).status).toBe(404);
    expect((await file('__proto__')).status).toBe(404);
    for (const query of ['?page=2', '?type=poem', `?after=2020-01-01_${randomUUID()}`])
      expect((await file('csv', query)).status).toBe(400);
  });

  test('the page leads to every format under its filters, and not when nothing fits', async () => {
    const links = async (query: string) =>
      (await visit(`${paths.findings()}${query}`, { as: who.auditor })).links.filter(({ href }) =>
        href.startsWith('/findings/export/'),
      );
    expect((await links('?threat=fraud&q=couriers')).map(({ href }) => href)).toEqual(
      bibliographyFormats.map((format) => `/findings/export/${format}?threat=fraud&q=couriers`),
    );
    expect(await links('?q=zeppelins')).toEqual([]);
    expect((await links(`?after=2099-01-01T00:00:00Z_${randomUUID()}`))[0]?.href).toBe(
      '/findings/export/bibtex',
    );
  });
});

test('a single citation of a retracted finding says so, in each format', async () => {
  const { reference } = await makeFinding({ title: 'Taken back', state: 'retracted', released: true });
  for (const format of ['bibtex', 'ris', 'csl-json'])
    expect((await visit(paths.findingCitation(reference, format), { as: who.auditor })).html).toContain(
      'Retracted',
    );
});

test('a long list is read in parts of at most 500, each finding once and in the order of the page', async () => {
  const rows = Array.from({ length: 1203 }, (_, place) => ({
    id: randomUUID(),
    reference: newReference(),
    place,
  }));
  // Many at one instant: the place in the list is told by the identity then.
  const at = (place: number) => new Date(Date.UTC(1990, 0, 1 + Math.floor(place / 400)));
  await database.db.finding.createMany({
    data: rows.map(({ id, reference, place }) => ({
      ...{ id, reference, currentNumber: 1, bibliographic: true },
      ...{ createdAt: at(place), publishedAt: at(place), releasedAt: at(place) },
    })),
  });
  await database.db.findingVersion.createMany({
    data: rows.map(({ id, place }) => ({
      ...{ id: randomUUID(), findingId: id, number: 1, title: `Long ${place}`, year: 1850 },
      ...{ createdAt: at(place), publishedAt: at(place) },
    })),
  });
  const { records } = await read('csv', who.unverified, { from: 1850, to: 1850 });
  const sorted = [...rows].sort(
    (one, other) => at(other.place).getTime() - at(one.place).getTime() || (one.id < other.id ? 1 : -1),
  );
  expect(records.map(({ title }) => title)).toEqual(sorted.map(({ place }) => `Long ${place}`));
});
