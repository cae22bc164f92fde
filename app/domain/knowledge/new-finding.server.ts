import type { Db } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { newReference } from '../new-reference.server';
import type { Person } from '../actor';
import type { BibliographicReference } from './citations/bibliographic-reference';

export interface AuthorDraft {
  name: string;
  orcid: string | null;
  personId: string | null;
  roles: string[];
}

/** A finding that somebody starts to write, from whatever it comes. */
export interface FindingDraft {
  id: string;
  reference: string;
  versionId: string;
  about: BibliographicReference;
  authors: AuthorDraft[];
  text?: {
    summary?: string;
    limits?: string;
    keyMessages?: string;
    licence?: string;
    studyType?: 'expertJudgement';
  };
  origin?: { questionId: string; awardId?: string; deliverableId?: string; adviceAnswerId?: string };
  termIds?: string[];
}

export const startedDraft = (over: Omit<FindingDraft, 'id' | 'reference' | 'versionId'>): FindingDraft => ({
  id: newId(),
  reference: newReference(),
  versionId: newId(),
  ...over,
});

/** Only the writer's own account is ever tied to an author's name; everybody else stays a name. */
export const ownNameLinked = (
  writer: Person,
  orcid: string | null,
  author: Omit<AuthorDraft, 'personId'>,
): AuthorDraft => {
  const isWriter =
    (orcid !== null && author.orcid === orcid) || author.name.toLowerCase() === writer.name.toLowerCase();
  return { ...author, personId: isWriter ? writer.id : null };
};

export const authorRows = (authors: AuthorDraft[]) =>
  authors.map(({ name, orcid, personId, roles }, index) => ({
    position: index + 1,
    name,
    orcid,
    personId,
    roles,
  }));

/** `invented` marks what the demonstration's own people write, on pages and in exports. */
export async function insertFinding(tx: Db, writer: Person, now: Date, draft: FindingDraft): Promise<void> {
  const { authors: _cited, ...reference } = draft.about;
  await tx.finding.create({
    data: {
      id: draft.id,
      reference: draft.reference,
      submittedById: writer.id,
      invented: writer.demonstration,
      createdAt: now,
      ...draft.origin,
      terms: { create: (draft.termIds ?? []).map((termId) => ({ termId })) },
      versions: {
        create: {
          id: draft.versionId,
          number: 1,
          ...reference,
          ...draft.text,
          createdAt: now,
          createdById: writer.id,
          authors: { create: authorRows(draft.authors) },
        },
      },
    },
  });
}
