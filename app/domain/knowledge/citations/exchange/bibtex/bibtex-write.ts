import { nameParts } from '../../author-name';
import type { WorkKind } from '../../work-kinds';
import type { KeyedRecord } from '../bibliographic-record';
import { pageRange, plainPages, withoutForbidden } from '../clean-record';
import { toLatex } from './latex-text';

/** Entry type, and the field that holds the venue and the publisher of each kind. */
const LAYOUT: Record<WorkKind, [type: string, venue: string, publisher: string]> = {
  article: ['article', 'journal', 'publisher'],
  book: ['book', 'series', 'publisher'],
  chapter: ['incollection', 'booktitle', 'publisher'],
  report: ['techreport', 'howpublished', 'institution'],
  conference: ['inproceedings', 'booktitle', 'publisher'],
  thesis: ['phdthesis', 'howpublished', 'school'],
  preprint: ['unpublished', 'howpublished', 'publisher'],
  dataset: ['dataset', 'howpublished', 'publisher'],
  other: ['misc', 'howpublished', 'publisher'],
};

/** Words with capitals keep them in styles that write titles in lower case. */
const keepCapitals = (title: string): string =>
  title
    .split(' ')
    .map((word) => (/\p{Lu}/u.test(word) ? `{${toLatex(word)}}` : toLatex(word)))
    .join(' ');

function authorLatex(name: string): string {
  const parts = nameParts(name);
  if ('literal' in parts) return `{${toLatex(parts.literal)}}`;
  const guarded = (part: string) => (/,|\band\b/i.test(part) ? `{${toLatex(part)}}` : toLatex(part));
  return `${guarded(parts.family)}, ${guarded(parts.given)}`;
}

const keywordLatex = (word: string): string => (/[,;]/.test(word) ? `{${toLatex(word)}}` : toLatex(word));

/** DOIs and addresses stand as they are, but for the signs that BibTeX counts. */
const addressLatex = (address: string): string => address.replaceAll(/[{}\\]/g, (sign) => toLatex(sign));

function pagesLatex(written: string): string {
  const pages = plainPages(written) ?? '';
  const range = pageRange(pages);
  return range ? range.map(toLatex).join('--') : toLatex(pages);
}

/** One record as a BibTeX entry (Patashnik, *BibTeXing*, 1988), in UTF-8, ended by an empty line. */
export function bibtexEntry({ key, record }: KeyedRecord): string {
  const [type, venue, publisher] = LAYOUT[record.kind];
  const field = (name: string, value: string | number | null, write: (text: string) => string = toLatex) =>
    value ? [`  ${name} = {${write(withoutForbidden(String(value)).replaceAll(/\s+/g, ' '))}},`] : [];
  const lines = [
    ...(record.authors.length > 0
      ? [`  author = {${record.authors.map(({ name }) => authorLatex(name)).join(' and ')}},`]
      : []),
    ...field('title', record.title, keepCapitals),
    ...field(venue, record.venue),
    ...field('year', record.year),
    ...field('volume', record.volume),
    ...field('number', record.issue),
    ...field('pages', record.pages, pagesLatex),
    ...field(publisher, record.publisher),
    ...field('doi', record.doi, addressLatex),
    ...field('url', record.webAddress, addressLatex),
    ...field('copyright', record.licence),
    ...field('abstract', record.abstract),
    ...(record.keywords.length > 0
      ? [`  keywords = {${record.keywords.map(keywordLatex).join(', ')}},`]
      : []),
    ...field('note', record.note),
  ];
  return `@${type}{${key.replaceAll(/[^\w:.-]/g, '')},\n${lines.join('\n')}\n}\n\n`;
}
