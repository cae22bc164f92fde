import { doiAddress } from '~/domain/doi';
import { licenceAddress } from '~/domain/knowledge/citations/licence-address';
import type { FindingView } from '~/domain/knowledge/queries/finding-page.server';
import { showReference } from '~/domain/reference';

/** A released finding in the words of schema.org, for search engines and harvesters. */
export function findingJsonLd({ reference, address, version, releasedAt, terms, retractedAt }: FindingView) {
  const { authors, title, year, venue, publisher, doi } = version.reference;
  return {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    '@id': address,
    url: address,
    identifier: showReference(reference),
    headline: title,
    author: authors.map(({ name, orcid }) => ({
      '@type': 'Person',
      name,
      ...(orcid ? { sameAs: `https://orcid.org/${orcid}` } : {}),
    })),
    ...(year ? { datePublished: String(year) } : {}),
    ...(venue ? { isPartOf: { '@type': 'CreativeWork', name: venue } } : {}),
    ...(publisher ? { publisher: { '@type': 'Organization', name: publisher } } : {}),
    ...(version.keyMessages ? { abstract: version.keyMessages } : {}),
    ...(doi ? { sameAs: doiAddress(doi) } : {}),
    ...(version.licence ? { license: licenceAddress(version.licence) ?? version.licence } : {}),
    ...(releasedAt ? { dateModified: releasedAt.toISOString() } : {}),
    ...(retractedAt ? { creativeWorkStatus: 'Retracted' } : {}),
    keywords: terms.map(({ name }) => name).join(', '),
  };
}
