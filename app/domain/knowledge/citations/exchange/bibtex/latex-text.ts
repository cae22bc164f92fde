/**
 * Text in the LaTeX that BibTeX files are written in (Lamport, *LaTeX*, 2nd edition, sections 3.2 and B.4.1).
 * Characters beyond ASCII are written as they are, in UTF-8: accents as commands would lose other scripts.
 */
const ESCAPED: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

/** Braces are never written bare or escaped, since BibTeX counts both; ligatures of two signs are kept apart. */
export const toLatex = (text: string): string =>
  text
    .replaceAll(/[\\{}~^&%$#_]/g, (sign) => ESCAPED[sign] ?? sign)
    .replaceAll(/-(?=-)/g, '-{}')
    .replaceAll(/`(?=`)/g, '`{}')
    .replaceAll(/'(?=')/g, "'{}");

const COMBINING: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030A',
  H: '\u030B',
  v: '\u030C',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

const NAMED = new Map(
  Object.entries({
    ...{ ss: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', aa: 'å', AA: 'Å' },
    ...{ i: 'i', j: 'j', dh: 'ð', DH: 'Ð', dj: 'đ', DJ: 'Đ', th: 'þ', TH: 'Þ', ng: 'ŋ', NG: 'Ŋ' },
    ...{ textbackslash: '\\', textbraceleft: '{', textbraceright: '}', textasciitilde: '~' },
    ...{ textasciicircum: '^', textunderscore: '_', textendash: '–', textemdash: '—', textdollar: '$' },
    ...{ textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“', textquotedblright: '”' },
    ...{ ldots: '…', dots: '…', copyright: '©', pounds: '£', S: '§', P: '¶', texteuro: '€', euro: '€' },
    ...{ textbar: '|', textless: '<', textgreater: '>', textquotesingle: "'", textasciigrave: '`' },
  }),
);

const TOKEN =
  /\\([`'^~=."])\s{0,4}(?:\{\s{0,4}\\?(\p{L}?)\s{0,4}\}|\\?(\p{L}))|\\([uvHckrdb])(?:\s{0,4}\{\s{0,4}\\?(\p{L}?)\s{0,4}\}|\s{1,4}\\?(\p{L}))|\\([A-Za-z]{1,40})\s{0,4}(?:\{\})?|\\(\s|[^A-Za-z])|(---?)|(``|'')|[{}$]|~/gu;

const accented = (accent: string, letter: string): string =>
  `${letter}${letter === '' ? '' : (COMBINING[accent] ?? '')}`.normalize('NFC');

function symbolOf(symbol: string): string {
  if (symbol === '-' || symbol === '/') return '';
  return /[\s,;:!\\]/.test(symbol) ? ' ' : symbol;
}

/** The text of a LaTeX value. Commands that set type are dropped and their words kept; nothing is run. */
export const fromLatex = (latex: string): string =>
  !/[\\{}$~`'-]/.test(latex)
    ? latex
    : latex.replaceAll(
        TOKEN,
        (
          whole: string,
          sign: string | undefined,
          ...[inBraces, bare, mark, markInBraces, markBare, command, symbol, dashes, quotes]: (
            string | undefined
          )[]
        ) => {
          if (sign !== undefined) return accented(sign, inBraces ?? bare ?? '');
          if (mark !== undefined) return accented(mark, markInBraces ?? markBare ?? '');
          if (command !== undefined) return NAMED.get(command) ?? '';
          if (symbol !== undefined) return symbolOf(symbol);
          if (dashes !== undefined) return dashes === '--' ? '–' : '—';
          if (quotes !== undefined) return quotes === '``' ? '“' : '”';
          return whole === '~' ? ' ' : '';
        },
      );

/** For values that are addresses, where a tilde is a tilde and hyphens stay. */
export const fromLatexAddress = (latex: string): string =>
  latex
    .replaceAll(
      /\\text(backslash|braceleft|braceright|asciitilde|asciicircum|underscore)\s?(?:\{\})?/g,
      (_, name: string) => NAMED.get(`text${name}`) ?? '',
    )
    .replaceAll(/\\([&%$#_~{}])/g, '$1')
    .replace(/^\\url\{(.*)\}$/, '$1');
