import { doiAddress } from '~/domain/doi';
import { indexedName } from '~/domain/knowledge/citations/author-name';
import { CITATION_FORMATS } from '~/domain/knowledge/citations/exchange/bibliography-formats';
import { pageRange } from '~/domain/knowledge/citations/exchange/clean-record';
import { licenceAddress } from '~/domain/knowledge/citations/licence-address';
import type { FindingView } from '~/domain/knowledge/queries/finding-page.server';
import { findingJsonLd } from './json-ld';

const named = (name: string, content: string | number | null | undefined) =>
  content ? [{ name, content: String(content) }] : [];
const link = (rel: string, href: string | null, type?: string) =>
  href ? [{ tagName: 'link' as const, rel, href, ...(type ? { type } : {}) }] : [];

/** What reference managers and scholarly indexes read of a page: the names of Highwire Press. */
function citationNames({ version: { reference, keyMessages }, address }: FindingView) {
  const { kind, pages, venue, publisher } = reference;
  const [first, last] = (pages && pageRange(pages)) || [pages, null];
  return [
    ...named('citation_title', reference.title),
    ...reference.authors.flatMap(({ name, orcid }) => [
      ...named('citation_author', indexedName(name)),
      ...named('citation_author_orcid', orcid && `https://orcid.org/${orcid}`),
    ]),
    ...named('citation_publication_date', reference.year),
    ...named(kind === 'conference' ? 'citation_conference_title' : 'citation_journal_title', venue),
    ...named('citation_volume', reference.volume),
    ...named('citation_issue', reference.issue),
    ...named('citation_firstpage', first),
    ...named('citation_lastpage', last),
    ...named(kind === 'report' ? 'citation_technical_report_institution' : 'citation_publisher', publisher),
    ...named('citation_doi', reference.doi),
    ...named('citation_public_url', address),
    ...named('description', keyMessages),
  ];
}

/** The typed links of Signposting: what to cite, who wrote it, under which licence, and its record in each format. */
function signposts({ version: { reference, licence }, address }: FindingView) {
  return [
    ...link('cite-as', reference.doi ? doiAddress(reference.doi) : address),
    ...link('type', 'https://schema.org/ScholarlyArticle'),
    ...link('type', 'https://schema.org/AboutPage'),
    ...reference.authors.flatMap(({ orcid }) => link('author', orcid && `https://orcid.org/${orcid}`)),
    ...link('license', licenceAddress(licence)),
    ...Object.entries(CITATION_FORMATS).flatMap(([format, { mediaType }]) =>
      link('describedby', `${address}/citation/${format}`, mediaType),
    ),
  ];
}

/** What the page of a released finding tells programs. */
export const findingMeta = (finding: FindingView) => [
  { 'script:ld+json': findingJsonLd(finding) },
  ...citationNames(finding),
  ...signposts(finding),
];
