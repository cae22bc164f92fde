import { doiAddress } from '~/domain/doi';
import { citationLine } from '~/domain/knowledge/citations/citation-line';
import type { BibliographicReference } from '~/domain/knowledge/citations/bibliographic-reference';

interface Props {
  reference: BibliographicReference;
  /** Where the finding itself stands, for a work that has no address of its own. */
  address?: string;
}

/** A reference as one line, its title in italics, its DOI a link. */
export function Citation({ reference, address: finding }: Props) {
  const { authors, year, title, where } = citationLine(reference);
  const address = reference.doi ? doiAddress(reference.doi) : reference.webAddress;
  return (
    <>
      {authors} ({year}). <cite>{title.replace(/\.$/, '')}</cite>. {where && `${where.replace(/\.$/, '')}. `}
      {address && (
        <a className="govuk-link" href={address} rel="nofollow noreferrer">
          {reference.doi ? `doi:${reference.doi}` : address}
        </a>
      )}
      {!address && finding}
    </>
  );
}
