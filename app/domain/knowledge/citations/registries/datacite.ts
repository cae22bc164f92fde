import { z } from 'zod';
import { parseOrcid } from '../../../people/orcid';
import { nameFromParts } from '../author-name';
import type { BibliographicReference } from '../bibliographic-reference';
import { cleanRecord } from '../exchange/clean-record';
import { referenceOf } from '../reference-of';
import type { WorkKind } from '../work-kinds';
import { loose, looseList, plainText } from './registry-text';

/** `resourceTypeGeneral` of the DataCite Metadata Schema 4.5 for which we have a word. */
const KINDS = new Map<string, WorkKind>(
  Object.entries({
    ...{ JournalArticle: 'article', DataPaper: 'article', Book: 'book', BookChapter: 'chapter' },
    ...{
      Report: 'report',
      Standard: 'report',
      ConferencePaper: 'conference',
      ConferenceProceeding: 'conference',
    },
    ...{ Dissertation: 'thesis', Preprint: 'preprint', Dataset: 'dataset', Collection: 'dataset' },
  } as const),
);

const identifier = z.object({ nameIdentifier: loose, nameIdentifierScheme: loose });
const creator = z.object({
  name: loose,
  nameType: loose,
  givenName: loose,
  familyName: loose,
  nameIdentifiers: looseList(identifier),
});

const answer = z.object({
  data: z.object({
    attributes: z.object({
      doi: loose,
      titles: looseList(z.object({ title: loose, titleType: loose })),
      creators: looseList(creator),
      publisher: z
        .union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
        .optional()
        .catch(undefined),
      publicationYear: loose,
      container: z
        .object({ title: loose, volume: loose, issue: loose, firstPage: loose, lastPage: loose })
        .optional()
        .catch(undefined),
      types: z.object({ resourceTypeGeneral: loose }).optional().catch(undefined),
      url: loose,
    }),
  }),
});

function nameOf({ name, nameType, givenName, familyName }: z.output<typeof creator>): string {
  if (nameType === 'Organizational') return plainText(name, 200);
  if (familyName && givenName)
    return nameFromParts({ family: plainText(familyName, 150), given: plainText(givenName, 150) });
  return plainText(name, 200);
}

const orcidOf = ({ nameIdentifiers }: z.output<typeof creator>): string | null =>
  nameIdentifiers
    .filter(({ nameIdentifierScheme }) => nameIdentifierScheme?.toUpperCase() === 'ORCID')
    .map(({ nameIdentifier }) => parseOrcid(nameIdentifier ?? ''))[0] ?? null;

/** A work as `GET /dois/{doi}` of the DataCite REST API tells of it; null when it has no title. */
export function fromDatacite(body: unknown): BibliographicReference | null {
  const read = answer.safeParse(body);
  if (!read.success) return null;
  const work = read.data.data.attributes;
  const main = work.titles.find(({ titleType }) => !titleType) ?? work.titles[0];
  const title = plainText(main?.title);
  if (title === '') return null;
  const { container } = work;
  const reference = cleanRecord({
    kind: KINDS.get(work.types?.resourceTypeGeneral ?? '') ?? 'other',
    title,
    year: work.publicationYear,
    venue: plainText(container?.title),
    volume: container?.volume,
    issue: container?.issue,
    pages: [container?.firstPage, container?.lastPage].filter(Boolean).join('-'),
    publisher: plainText(work.publisher),
    doi: work.doi,
    webAddress: work.url,
  });
  const authors = work.creators
    .map((one) => ({ name: nameOf(one), orcid: orcidOf(one) }))
    .filter(({ name }) => name !== '');
  return { ...referenceOf(reference), authors };
}
