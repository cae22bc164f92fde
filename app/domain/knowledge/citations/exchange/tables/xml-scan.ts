/** One piece of an XML document: a tag, with its attributes not yet taken apart, or a text. */
export type XmlPiece =
  | { kind: 'open' | 'empty'; name: string; attributes: string }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function character(hexadecimal: boolean, digits: string): string {
  const code = Number.parseInt(digits, hexadecimal ? 16 : 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** The five entities of XML 1.0 and character references; no others exist, since nothing is declared. */
export const fromXmlText = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(
        /&(?:#(x?)([0-9a-f]{1,7})|([a-z]{1,10}));/gi,
        (whole, x: string | undefined, digits: string | undefined, name: string | undefined) =>
          digits === undefined ? (NAMED.get(name ?? '') ?? whole) : character(x !== '', digits),
      )
    : text;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const OUTSIDE_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text for an element or an attribute; characters outside the production `Char` of XML 1.0 are left out. */
export const toXmlText = (text: string): string =>
  text.replaceAll(OUTSIDE_XML, '').replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const ATTRIBUTES = new Map<string, RegExp>();

function attributeExpression(name: string): RegExp {
  const known = ATTRIBUTES.get(name);
  if (known) return known;
  const made = new RegExp(`(?:^|\\s)${name}\\s{0,9}=\\s{0,9}(?:"([^"]*)"|'([^']*)')`);
  ATTRIBUTES.set(name, made);
  return made;
}

/** The value of an attribute of a tag; null when it has none of this name. */
export function attributeOf(attributes: string, name: string): string | null {
  if (!attributes.includes(name)) return null;
  const found = attributeExpression(name).exec(attributes);
  return found ? fromXmlText(found[1] ?? found[2] ?? '') : null;
}

/** Where a tag ends: the first `>` outside quotes; -1 when it never does. */
function tagEnd(source: string, from: number): number {
  const sign = /["'>]/g;
  sign.lastIndex = from;
  for (let found = sign.exec(source); found; found = sign.exec(source)) {
    if (found[0] === '>') return found.index;
    const ended = source.indexOf(found[0], found.index + 1);
    if (ended < 0) return -1;
    sign.lastIndex = ended + 1;
  }
  return -1;
}

/** What a part that is no element runs to; a declaration of a document type has no such end. */
function aside(source: string, at: number): { end: string; kept: number } | null {
  if (source.startsWith('<!--', at)) return { end: '-->', kept: 0 };
  if (source.startsWith('<![CDATA[', at)) return { end: ']]>', kept: 9 };
  return source.startsWith('<?', at) ? { end: '?>', kept: 0 } : null;
}

function tagOf(inside: string): XmlPiece {
  if (inside.startsWith('/')) return { kind: 'close', name: inside.slice(1).trim() };
  const isEmpty = inside.endsWith('/');
  const body = isEmpty ? inside.slice(0, -1) : inside;
  const name = /^[^\s]{1,200}/.exec(body)?.[0] ?? '';
  return { kind: isEmpty ? 'empty' : 'open', name, attributes: body.slice(name.length) };
}

/**
 * The pieces of an XML 1.0 document in order, in one pass and without recursion. Ends early, with false, at a
 * document type declaration, which could define entities, and where a tag, comment or section never closes.
 */
export function* scanXml(source: string): Generator<XmlPiece, boolean> {
  let at = 0;
  for (;;) {
    const tag = source.indexOf('<', at);
    const text = source.slice(at, tag < 0 ? source.length : tag);
    if (text !== '') yield { kind: 'text', text: fromXmlText(text) };
    if (tag < 0) return true;
    const outside = aside(source, tag);
    if (outside) {
      const end = source.indexOf(outside.end, tag + 2);
      if (end < 0) return false;
      if (outside.kept > 0) yield { kind: 'text', text: source.slice(tag + outside.kept, end) };
      at = end + outside.end.length;
      continue;
    }
    if (source.startsWith('<!', tag)) return false;
    const end = tagEnd(source, tag + 1);
    if (end < 0) return false;
    yield tagOf(source.slice(tag + 1, end));
    at = end + 1;
  }
}
