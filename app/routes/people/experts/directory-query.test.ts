import { expect, test } from 'vitest';
import { newReference } from '~/domain/new-reference.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeExpertOn } from '../../../../tests/support/factories/experts';
import { newId } from '../../../../tests/support/factories/readers';
import { visit } from '../../../../tests/support/site';

const database = useDatabase();
const OTHERS = 60;

test('organised immigration crime, ethnography, Albanian, available: the right people, in less than a second', async () => {
  const { db } = database;
  const [area, method, other] = await Promise.all([
    db.term.findFirstOrThrow({ where: { scheme: 'threatArea', name: { contains: 'immigration' } } }),
    db.term.findFirstOrThrow({ where: { scheme: 'method', slug: { contains: 'ethnograph' } } }),
    db.term.findFirstOrThrow({ where: { scheme: 'method', slug: { not: { contains: 'ethnograph' } } } }),
  ]);
  const speaks = { languages: ['Albanian', 'English'], availability: 'available' as const };
  const wanted = await makeExpertOn([area.id, method.id], speaks);
  const another = await makeExpertOn([area.id, method.id], speaks);
  const others = Array.from({ length: OTHERS }, (_, index) => ({ id: newId(), index }));
  const at = new Date();
  await db.person.createMany({
    data: others.map(({ id, index }) => ({
      ...{ id, reference: newReference(), name: `Other ${index}`, createdAt: at, verifiedAt: at },
      verifiedBy: 'invitation' as const,
    })),
  });
  // Each of the others lacks one of the four.
  await db.expertProfile.createMany({
    data: others.map(({ id, index }) => ({
      ...{ personId: id, confirmedAt: at, languages: index % 4 === 0 ? ['French'] : ['Albanian'] },
      availability: index % 4 === 1 ? ('unavailable' as const) : ('available' as const),
    })),
  });
  await db.expertTerm.createMany({
    data: others.flatMap(({ id, index }) => [
      ...(index % 4 === 2 ? [] : [{ personId: id, termId: area.id }]),
      { personId: id, termId: index % 4 === 3 ? other.id : method.id },
    ]),
  });
  const query = `threat=${area.reference}&method=${method.reference}&language=Albanian&availability=available`;
  const address = `${paths.experts()}?${query}`;
  const times: number[] = [];
  let shown = await visit(address, { as: wanted.id });
  for (let turn = 0; turn < 3; turn += 1) {
    const started = performance.now();
    shown = await visit(address, { as: wanted.id });
    times.push(performance.now() - started);
  }
  expect(Math.min(...times)).toBeLessThan(1000);
  const links = shown.links.map(({ href }) => href).filter((href) => /^\/experts\/[0-9A-Z]{4}-/.test(href));
  expect([...new Set(links)].sort()).toEqual(
    [paths.expert(wanted.reference), paths.expert(another.reference)].sort(),
  );
});
