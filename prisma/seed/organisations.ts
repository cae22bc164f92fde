import type { Db } from '~/platform/db.server';
import { soundingsNow } from '~/platform/clock.server';
import { newId } from '~/platform/ids.server';
import { newReference } from '~/domain/new-reference.server';
import { writeOrganisationVersion } from '~/domain/people/organisations/organisation-versions.server';
import organisations from './data/organisations.json' with { type: 'json' };

interface Given {
  id: string;
  name: string;
  kind: string;
  level?: string;
  /** The slug of a regional unit, or `london`. */
  region?: string;
  /** A commissioner's police force, whose region is the commissioner's too. */
  force?: string;
  domains?: string[];
  invented?: boolean;
  note?: string;
}

/**
 * The real organisations, or the invented few of the demonstration, each with a first version. What is there already
 * stays as it is.
 */
export async function loadOrganisations(db: Db, which: 'real' | 'invented' = 'real'): Promise<number> {
  const all = organisations as Given[];
  const given = all.filter(({ invented = false }) => invented === (which === 'invented'));
  const now = await soundingsNow(db);
  const there = new Set((await db.organisation.findMany({ select: { slug: true } })).map(({ slug }) => slug));
  const missing = given.filter(({ id }) => !there.has(id));
  for (const each of missing) {
    const id = newId();
    const { name, kind } = each;
    const held = { name, kind, level: each.level ?? null, region: regionOf(each, all) };
    await db.organisation.create({
      data: {
        id,
        reference: newReference(),
        slug: each.id,
        invented: each.invented ?? false,
        createdAt: now,
        ...held,
      },
    });
    const changeNote = ['First recorded', each.note].filter(Boolean).join('. ');
    const about = { organisationId: id, number: 1, changeNote, now, recordedById: null };
    await writeOrganisationVersion(db, about, { ...held, domains: each.domains ?? [] });
  }
  return missing.length;
}

function regionOf(each: Given, all: Given[]): string | null {
  if (each.region) return each.region;
  if (each.kind === 'regional-unit') return each.id;
  return all.find(({ id }) => id === each.force)?.region ?? null;
}
