/** Kinds of work, with their names in CSL and RIS. Sources: CSL 1.0.2, RIS format of 2011. */
export const WORK_KINDS = {
  article: { words: 'Journal article', csl: 'article-journal', ris: 'JOUR' },
  book: { words: 'Book', csl: 'book', ris: 'BOOK' },
  chapter: { words: 'Chapter of a book', csl: 'chapter', ris: 'CHAP' },
  report: { words: 'Report', csl: 'report', ris: 'RPRT' },
  conference: { words: 'Conference paper', csl: 'paper-conference', ris: 'CONF' },
  thesis: { words: 'Thesis', csl: 'thesis', ris: 'THES' },
  preprint: { words: 'Preprint', csl: 'article', ris: 'UNPB' },
  dataset: { words: 'Data set', csl: 'dataset', ris: 'DATA' },
  other: { words: 'Something else', csl: 'document', ris: 'GEN' },
} as const;

export type WorkKind = keyof typeof WORK_KINDS;
export const workKinds = Object.keys(WORK_KINDS) as [WorkKind, ...WorkKind[]];

export const workKindOf = (text: string): WorkKind => workKinds.find((kind) => kind === text) ?? 'other';

/** The kind for a CSL type; types that we have no word for are something else. */
export const workKindFromCsl = (type: string): WorkKind =>
  workKinds.find((kind) => WORK_KINDS[kind].csl === type) ?? 'other';
