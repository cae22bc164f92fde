import { z } from 'zod';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { referenceOf } from '../citations/reference-of';
import { CITATION_FORMATS, writeReference, type CitationFormat } from '../citations/write-reference.server';
import { findingsVisibleTo } from '../finding-visibility.server';

const formats = Object.keys(CITATION_FORMATS) as [CitationFormat, ...CitationFormat[]];

/** The reference of a published finding as a file for a reference manager. */
export const findingCitation = query({
  name: 'knowledge.finding-citation',
  input: z.strictObject({ reference: referenceInput, format: z.enum(formats) }),
  visibleTo: findingsVisibleTo,
  read: async ({ db, scope, input }) => {
    const finding = await db.finding.findFirst({
      where: { AND: [{ reference: input.reference, publishedAt: { not: null } }, scope] },
      select: {
        currentNumber: true,
        versions: {
          include: { authors: { orderBy: { position: 'asc' }, select: { name: true, orcid: true } } },
        },
      },
    });
    const version = finding?.versions.find(({ number }) => number === finding.currentNumber);
    if (!version) return null;
    const { mediaType, ending } = CITATION_FORMATS[input.format];
    const key = `soundings-${input.reference.toLowerCase()}`;
    return {
      text: writeReference(input.format, key, referenceOf(version)),
      mediaType,
      fileName: `${key}.${ending}`,
    };
  },
});
