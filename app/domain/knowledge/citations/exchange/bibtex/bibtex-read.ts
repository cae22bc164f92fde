import { nameFromParts } from '../../author-name';
import type { WorkKind } from '../../work-kinds';
import { bibtexEntries, type BibtexEntry } from './bibtex-entries';
import { MOST_AUTHORS, oneLine } from '../clean-record';
import { fromLatex, fromLatexAddress } from './latex-text';
import { splitOutsideBraces } from './outside-braces';
import { readRecord, type ReadRecord } from '../read-record';

const KINDS = new Map<string, WorkKind>(
  Object.entries({
    ...{ article: 'article', suppperiodical: 'article', periodical: 'article' },
    ...{ book: 'book', mvbook: 'book', collection: 'book', booklet: 'book', proceedings: 'book' },
    ...{ incollection: 'chapter', inbook: 'chapter', suppbook: 'chapter', inreference: 'chapter' },
    ...{ techreport: 'report', report: 'report', manual: 'report' },
    ...{ inproceedings: 'conference', conference: 'conference' },
    ...{ phdthesis: 'thesis', mastersthesis: 'thesis', thesis: 'thesis' },
    ...{ unpublished: 'preprint', dataset: 'dataset' },
  } as const),
);

/** `Family, Given`, `Family, Suffix, Given`, `Given Family`, or `{A Body}`. */
function nameOf(latex: string): string {
  const whole = latex.trim();
  const text = (part: string) => oneLine(fromLatex(part), 200);
  if (/^\{.*\}$/s.test(whole) && splitOutsideBraces(whole, /[ ,]/y).length === 1) return text(whole);
  const parts = splitOutsideBraces(whole.slice(0, 1000), /,/y).map(text);
  if (parts.length === 1) return parts[0] ?? '';
  const [family = '', ...rest] = parts;
  const given = rest.pop() ?? '';
  return nameFromParts({ family: [family, ...rest].filter(Boolean).join(' '), given });
}

const namesOf = (latex: string | undefined): string[] =>
  latex === undefined
    ? []
    : splitOutsideBraces(latex.slice(0, 100_000), / and /iy)
        .slice(0, MOST_AUTHORS)
        .map(nameOf)
        .filter((name) => name !== '' && name !== 'others');

function recordOf({ type, line, fields }: BibtexEntry): ReadRecord {
  const raw = (...names: string[]) => names.map((name) => fields.get(name)).find((value) => value);
  const text = (...names: string[]) => {
    const value = raw(...names);
    return value === undefined ? undefined : fromLatex(value.slice(0, 40_000));
  };
  const address = (name: string) => {
    const value = raw(name);
    return value === undefined ? undefined : fromLatexAddress(value.trim().slice(0, 2000));
  };
  return readRecord(line, {
    kind: KINDS.get(type) ?? 'other',
    title: [text('title'), text('subtitle')].filter(Boolean).join(': '),
    authors: namesOf(raw('author', 'editor')),
    year: text('year', 'date'),
    venue: text('journal', 'journaltitle', 'booktitle', 'howpublished', 'series'),
    volume: text('volume'),
    issue: text('number', 'issue'),
    pages: text('pages', 'eid'),
    publisher: text('publisher', 'institution', 'school', 'organization'),
    doi: address('doi'),
    webAddress: address('url'),
    licence: text('copyright', 'license'),
    abstract: text('abstract'),
    keywords: splitOutsideBraces((raw('keywords') ?? '').slice(0, 40_000), /[,;]/y).map(fromLatex),
    note: text('note'),
  });
}

/**
 * The records of a BibTeX or BibLaTeX file (Patashnik, *BibTeXing*, 1988; BibLaTeX manual, section 2), in order.
 * Entries that are broken off give the fields before the break. Never throws.
 */
export const readBibtex = (text: string): ReadRecord[] => bibtexEntries(text).map(recordOf);
