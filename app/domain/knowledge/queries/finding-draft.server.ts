import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { versionStateOf } from '../finding';
import { isUndecided } from '../finding-standing.server';
import { nearestOf } from './nearest-findings.server';

/** A draft as its writer goes on with it; nobody else is shown one. */
export const findingDraft = query({
  name: 'knowledge.finding-draft',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const finding = await db.finding.findFirst({
      where: {
        reference: input.reference,
        versions: { some: { createdById: scope, publishedAt: null, declinedAt: null } },
      },
      include: {
        terms: { select: { term: { select: { scheme: true, slug: true, name: true } } } },
        cases: { select: { text: true, priority: { select: { reference: true, name: true } } } },
        versions: {
          orderBy: { number: 'desc' },
          include: {
            authors: { orderBy: { position: 'asc' } },
            files: {
              select: { file: { select: { reference: true, name: true, size: true, scannedAt: true } } },
            },
          },
        },
      },
    });
    const open = finding?.versions.find(isUndecided);
    if (!finding || !open) return null;
    const {
      id,
      findingId: _findingId,
      createdById: _createdById,
      publishedById: _by,
      files,
      authors,
      ...version
    } = open;
    return {
      reference: finding.reference,
      isFirst: finding.publishedAt === null,
      state: versionStateOf(open),
      version: {
        ...version,
        authors: authors.map(({ name, orcid, roles }) => ({ name, orcid, roles })),
        files: files.map(({ file }) => file),
      },
      terms: finding.terms.map(({ term }) => term),
      cases: finding.cases.map(({ text, priority }) => ({ text, ...priority })),
      nearest: await nearestOf(db, actor, { findingId: finding.id, doi: open.doi, title: open.title }),
      wasSent:
        open.submittedAt !== null ||
        finding.versions.some((one) => one.id !== id && one.submittedAt !== null),
    };
  },
});
export type FindingDraftView = NonNullable<Awaited<ReturnType<typeof findingDraft.read>>>;
