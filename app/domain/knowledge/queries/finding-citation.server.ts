import { z } from 'zod';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { citedFinding } from '../citations/cited-finding.server';
import { CITATION_FORMATS, type CitationFormat } from '../citations/exchange/bibliography-formats';
import { writeRecord } from '../citations/exchange/write-bibliography.server';
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
        retractedAt: true,
        releasedAt: true,
        invented: true,
        terms: {
          where: { term: { scheme: 'threatArea' } },
          orderBy: { term: { position: 'asc' } },
          select: { term: { select: { name: true } } },
        },
        versions: {
          include: { authors: { orderBy: { position: 'asc' }, select: { name: true, orcid: true } } },
        },
      },
    });
    const version = finding?.versions.find(({ number }) => number === finding.currentNumber);
    if (!finding || !version) return null;
    const { mediaType, ending } = CITATION_FORMATS[input.format];
    const cited = citedFinding({
      reference: input.reference,
      about: version,
      licence: version.licence,
      keyMessages: version.keyMessages,
      threatAreas: finding.terms.map(({ term }) => term.name),
      retracted: finding.retractedAt !== null,
      invented: finding.invented,
      released: finding.releasedAt !== null,
    });
    return {
      text: writeRecord(input.format, cited),
      mediaType,
      fileName: `${cited.key}.${ending}`,
    };
  },
});
