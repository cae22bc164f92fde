import type { Db } from '~/platform/db.server';
import { refuseField, type Refusal } from '../refusal';
import type { Tags } from './finding-form';

const SCHEMES = {
  threatAreas: 'threatArea',
  strands: 'strand',
  enablers: 'enabler',
  levels: 'level',
} as const;
export const tagSchemes = Object.values(SCHEMES);
type TagField = keyof typeof SCHEMES;

/** The terms that a form's slugs stand for, or which field names one that is not in force. */
export async function termsOfTags(db: Db, tags: Tags): Promise<string[] | Refusal> {
  const fields = Object.entries(SCHEMES) as [TagField, (typeof SCHEMES)[TagField]][];
  const rows = await db.term.findMany({
    where: { retiredAt: null, OR: fields.map(([field, scheme]) => ({ scheme, slug: { in: tags[field] } })) },
    select: { id: true, scheme: true, slug: true },
  });
  for (const [field, scheme] of fields) {
    const known = new Set(rows.filter((row) => row.scheme === scheme).map((row) => row.slug));
    if (tags[field].some((slug) => !known.has(slug)))
      return refuseField('TermIsUnknown', field, 'One of these is no longer in use. Choose again');
  }
  return rows.map((row) => row.id);
}

export async function replaceTags(tx: Db, findingId: string, termIds: string[]): Promise<void> {
  // What part of the criminal business it is about is said on a page of its own.
  await tx.findingTerm.deleteMany({
    where: { findingId, termId: { notIn: termIds }, term: { scheme: { in: tagSchemes } } },
  });
  const data = termIds.map((termId) => ({ findingId, termId }));
  await tx.findingTerm.createMany({ data, skipDuplicates: true });
}
