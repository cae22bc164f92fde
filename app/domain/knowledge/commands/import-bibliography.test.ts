import { expect, test as it } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { loadPublications } from '../../../../prisma/seed/publications';
import { takeApart } from '../../../../prisma/seed/publication-venue';
import { run } from '../../command.server';
import { importBibliography } from './import-bibliography.server';

const test = useDatabase();

it.each([
  ['Journal of Drug Issues 49(4), 739-755', 'article', 'Journal of Drug Issues', '49', '4', '739-755', null],
  [
    'Trends in Organized Crime, no. 4, 301-323',
    'article',
    'Trends in Organized Crime',
    null,
    '4',
    '301-323',
    null,
  ],
  [
    'Policing County Lines (Springer), 19-52',
    'chapter',
    'Policing County Lines',
    null,
    null,
    '19-52',
    'Springer',
  ],
  [
    'Campbell Systematic Reviews 15, e1022',
    'article',
    'Campbell Systematic Reviews',
    '15',
    null,
    'e1022',
    null,
  ],
  ['Crime Science 9:14', 'article', 'Crime Science', '9', null, '14', null],
  [
    'Policing and Society 33(9-10), 1031-1050',
    'article',
    'Policing and Society',
    '33',
    '9-10',
    '1031-1050',
    null,
  ],
  ['Palgrave Macmillan', 'book', '', null, null, null, 'Palgrave Macmillan'],
  [
    'PhD thesis, University College London',
    'thesis',
    'PhD thesis, University College London',
    null,
    null,
    null,
    null,
  ],
  ['Crime, Media, Culture', 'article', 'Crime, Media, Culture', null, null, null, null],
  ['Crime and Justice 49', 'article', 'Crime and Justice', '49', null, null, null],
])('%s comes apart', (written, kind, venue, volume, issue, pages, publisher) => {
  expect(takeApart(written)).toEqual({ kind, venue, volume, issue, pages, publisher });
});

it('takes in all 108 publications once, released, with their authors as names', async () => {
  const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
  expect(await loadPublications(coordinator)).toEqual({ imported: 108 });
  expect(await loadPublications(coordinator)).toEqual({ imported: 0 });
  const findings = await test.db.finding.findMany({
    where: { bibliographic: true },
    include: { work: true, terms: true, versions: { include: { authors: true } } },
  });
  expect(findings).toHaveLength(108);
  expect(findings.every((one) => one.releasedAt && one.publishedAt && one.confidence === null)).toBe(true);
  expect(findings.filter((one) => one.work?.verified === false)).toHaveLength(19);
  expect(
    findings.flatMap((one) => one.versions.flatMap((v) => v.authors)).every((a) => a.personId === null),
  ).toBe(true);
  expect(findings.filter((one) => one.terms.length === 0).length).toBeGreaterThan(20);
  expect(await test.db.release.count({ where: { noun: 'finding', withdrawnAt: null } })).toBe(108);
  expect(await test.db.fact.count({ where: { name: 'FindingWasImported' } })).toBe(108);
  expect(await test.db.work.count({ where: { doi: { not: null } } })).toBe(76);
});

it('refuses a threat area that nobody knows, and everybody but coordinators', async () => {
  const record = {
    title: 'T',
    authors: [],
    year: 2020,
    ...takeApart('Home Office'),
    doi: null,
    threatAreas: ['piracy'],
    verified: true,
  };
  const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
  const expert = await actorFor((await makePerson({ expert: true })).id);
  const raw = { records: [record], reason: 'Public already' };
  expect(await run(importBibliography, coordinator, raw)).toMatchObject({
    kind: 'refused',
    refusal: { name: 'TermIsUnknown' },
  });
  expect(await run(importBibliography, expert, raw)).toMatchObject({ kind: 'denied' });
});
