import { citedName } from './author-name';
import type { BibliographicReference, CitationLine } from './bibliographic-reference';

const MOST_NAMED = 8;

function authorsLine(names: string[]): string {
  const cited = names.map(citedName);
  if (cited.length === 0) return 'Authors not stated';
  if (cited.length > MOST_NAMED) return `${cited.slice(0, MOST_NAMED - 1).join(', ')} and others`;
  const last = cited.pop() ?? '';
  return cited.length === 0 ? last : `${cited.join(', ')} and ${last}`;
}

function whereLine({ venue, volume, issue, pages, publisher }: BibliographicReference): string {
  const number = volume ? `${volume}${issue ? `(${issue})` : ''}` : issue ? `no. ${issue}` : '';
  const source = [venue, number].filter(Boolean).join(' ');
  return [source, pages, publisher === venue ? '' : publisher].filter(Boolean).join(', ');
}

/** The parts of a citation in the author and date style, each without its full stop. */
export const citationLine = (reference: BibliographicReference): CitationLine => ({
  authors: authorsLine(reference.authors.map(({ name }) => name)),
  year: reference.year ? String(reference.year) : 'no date',
  title: reference.title,
  where: whereLine(reference),
});

export function citationText(reference: BibliographicReference): string {
  const { authors, year, title, where } = citationLine(reference);
  const ended = [`${authors} (${year})`, title, where].filter(Boolean).map((part) => part.replace(/\.$/, ''));
  return `${ended.join('. ')}.`;
}
