import { expect, test } from 'vitest';
import { loadOrganisations } from '../../prisma/seed/organisations';
import given from '../../prisma/seed/data/organisations.json' with { type: 'json' };
import { ORGANISATION_KINDS } from '~/domain/people/organisations/organisation';
import { useDatabase } from '../support/database';

const base = useDatabase();

test('every organisation is there once, with kind, level and a first version, however often it is loaded', async () => {
  await loadOrganisations(base.db);
  expect(await loadOrganisations(base.db)).toBe(0);
  const rows = await base.db.organisation.findMany({ include: { versions: true, domains: true } });
  expect(rows).toHaveLength(123);
  for (const row of rows) {
    expect(Object.keys(ORGANISATION_KINDS)).toContain(row.kind);
    expect(row.versions).toHaveLength(1);
  }
  const domains = given.flatMap((each) => ('domains' in each ? each.domains : []));
  expect(await base.db.organisationDomain.count()).toBe(new Set(domains).size);
});

test('the invented ones come with the demonstration alone', async () => {
  const invented = () =>
    base.db.organisation.count({ where: { invented: true, slug: { startsWith: 'inv-' } } });
  expect(await invented()).toBe(0);
  expect(await loadOrganisations(base.db, 'invented')).toBe(5);
  expect(await loadOrganisations(base.db, 'invented')).toBe(0);
  expect([await invented(), await base.db.organisation.count()]).toEqual([5, 128]);
});

test('a region is known where the data say it, through the force for a commissioner, and else unknown', async () => {
  const region = async (slug: string) =>
    (await base.db.organisation.findUniqueOrThrow({ where: { slug } })).region;
  expect(await region('north-wales')).toBe('nwrocu');
  expect(await region('nwrocu')).toBe('nwrocu');
  expect(await region('pcc-dyfed-powys')).toBe(await region('dyfed-powys'));
  expect(await region('home-office')).toBeNull();
});
