import { doiAddress } from '~/domain/doi';
import type { FindingView } from '~/domain/knowledge/queries/finding-page.server';
import { showReference } from '~/domain/reference';

/** A released finding in the words of schema.org, for search engines and harvesters. */
export function findingJsonLd({ reference, version, releasedAt, terms, retractedAt }: FindingView) {
  const { authors, title, year, venue } = version.reference;
  return {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    identifier: showReference(reference),
    headline: title,
    author: authors.map(({ name, orcid }) => ({
      '@type': 'Person',
      name,
      ...(orcid ? { sameAs: `https://orcid.org/${orcid}` } : {}),
    })),
    ...(year ? { datePublished: String(year) } : {}),
    ...(venue ? { isPartOf: { '@type': 'CreativeWork', name: venue } } : {}),
    ...(version.reference.doi ? { sameAs: doiAddress(version.reference.doi) } : {}),
    ...(version.licence ? { license: version.licence } : {}),
    ...(releasedAt ? { dateModified: releasedAt.toISOString() } : {}),
    ...(retractedAt ? { creativeWorkStatus: 'Retracted' } : {}),
    keywords: terms.map(({ name }) => name).join(', '),
  };
}
