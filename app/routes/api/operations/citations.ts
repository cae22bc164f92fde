import { z } from 'zod';
import {
  CITATION_FORMATS,
  type CitationFormat,
} from '~/domain/knowledge/citations/exchange/bibliography-formats';
import { findingCitation } from '~/domain/knowledge/queries/finding-citation.server';
import { ask } from '~/domain/query.server';
import { negotiated } from '~/web/api/negotiation';
import type { Operation } from '~/web/api/operation';
import { parsedSearch } from '~/web/api/parsed-search';

const formats = ['csl-json', 'bibtex', 'ris'] as const satisfies CitationFormat[];
const mediaTypes = formats.map((format) => CITATION_FORMATS[format].mediaType);
const search = z.strictObject({ format: z.enum(formats).optional() });

/** The reference of a finding, by the Accept header or by name for programs that cannot set one. */
const citeFinding: Operation = {
  id: 'citeFinding',
  method: 'GET',
  path: '/findings/{reference}/citation',
  tag: 'Findings',
  summary: 'The reference of a published finding for a reference manager',
  scope: 'read:findings',
  visitors: true,
  search,
  body: null,
  answer: mediaTypes,
  status: 200,
  carryOut: async ({ actor, params, url, accept }) => {
    const chosen = negotiated(accept, mediaTypes);
    const { format } = parsedSearch(url, search);
    const wanted = format ?? formats.find((one) => CITATION_FORMATS[one].mediaType === chosen);
    const cited = await ask(findingCitation, actor, { ...params, format: wanted });
    return cited ? { kind: 'file', text: cited.text, mediaType: cited.mediaType } : { kind: 'absent' };
  },
};

export const citationOperations = [citeFinding];
