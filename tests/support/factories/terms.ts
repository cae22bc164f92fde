import { newId } from '~/platform/ids.server';
import { database } from '~/platform/db.server';
import { newReference } from '~/domain/new-reference.server';
import type { TermScheme } from '~/domain/taxonomy/term';

interface TermOver {
  scheme?: TermScheme;
  name?: string;
  definition?: string;
  parentId?: string;
}

/** A term in use with its first version, not of the reference data. */
export async function makeTerm(over: TermOver = {}) {
  const id = newId();
  const now = new Date();
  const name = over.name ?? `Term ${id.slice(-6)}`;
  const words = { name, definition: over.definition ?? 'What it means.' };
  return database().term.create({
    data: {
      id,
      reference: newReference(),
      scheme: over.scheme ?? 'enabler',
      slug: `term-${id}`,
      ...words,
      parentId: over.parentId ?? null,
      createdAt: now,
      versions: {
        create: {
          id: newId(),
          number: 1,
          ...words,
          standing: 'current',
          changeNote: 'First wording',
          holdsFrom: now,
          recordedAt: now,
        },
      },
    },
  });
}

/** The term of the reference data with this slug. */
export const termCalled = (scheme: TermScheme, slug: string) =>
  database().term.findUniqueOrThrow({ where: { scheme_slug: { scheme, slug } } });
