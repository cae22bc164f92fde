import type { SnippetPart } from '../snippet';

/** Letters of a text that are shown where nothing in it was looked for. */
const EXTRACT = 180;
/** Letters of a passage around what was looked for. */
const PASSAGE = 240;
const BEFORE = 60;

interface Marked {
  text: string;
  hits: { from: number; to: number; key: string }[];
}

/** Forms of a word mostly begin alike: enough to tell how many different words a passage holds. */
const keyOf = (word: string): string => word.toLowerCase().slice(0, 5);

function readParts(parts: readonly SnippetPart[]): Marked {
  const marked: Marked = { text: '', hits: [] };
  for (const { text, hit } of parts) {
    const from = marked.text.length;
    marked.text += text;
    if (hit) marked.hits.push({ from, to: marked.text.length, key: keyOf(text) });
  }
  return marked;
}

/**
 * The passage that holds most of the different words that are marked, of those the one with most of them, of those
 * the first: cut at spaces, with an ellipsis where text was left out. The beginning where nothing is marked.
 */
export function bestPassage(parts: readonly SnippetPart[]): SnippetPart[] {
  const marked = readParts(parts);
  const { text, hits } = marked;
  let best = { from: 0, value: 0 };
  for (const [first, { from }] of hits.entries()) {
    const keys = new Map<string, number>();
    for (const hit of hits.slice(first)) {
      if (hit.to - from > PASSAGE - BEFORE) break;
      keys.set(hit.key, (keys.get(hit.key) ?? 0) + 1);
    }
    const held = [...keys.values()].reduce((sum, count) => sum + Math.min(count, 3), 0);
    const value = keys.size * 1000 + held;
    if (value > best.value) best = { from, value };
  }
  if (hits.length === 0) return cut(marked, 0, EXTRACT);
  const from = Math.max(0, best.from - BEFORE);
  return from === 0
    ? cut(marked, 0, PASSAGE)
    : cut(marked, spaceAfter(text, from, best.from), from + PASSAGE);
}

/** The beginning of the last sentence there, or of the first word. */
function spaceAfter(text: string, from: number, before: number): number {
  const passage = text.slice(from, before);
  const sentence = [...passage.matchAll(/[.!?]\s+/g)].at(-1);
  if (sentence) return from + sentence.index + sentence[0].length;
  const space = passage.search(/\s/);
  return space === -1 ? before : from + space + 1;
}

function cut({ text, hits }: Marked, from: number, most: number): SnippetPart[] {
  const to = text.length <= most ? text.length : endBefore(text, from, most);
  const parts: SnippetPart[] = [];
  let at = from;
  for (const hit of hits.filter((one) => one.from >= from && one.to <= to)) {
    parts.push(
      { text: text.slice(at, hit.from), hit: false },
      { text: text.slice(hit.from, hit.to), hit: true },
    );
    at = hit.to;
  }
  parts.push({ text: text.slice(at, to).trimEnd(), hit: false });
  if (from > 0) parts.unshift({ text: '… ', hit: false });
  if (to < text.length) parts.push({ text: ' …', hit: false });
  return parts.filter((part) => part.text !== '');
}

/** At a space, unless a word is as long as the whole passage. */
function endBefore(text: string, from: number, most: number): number {
  const space = text.lastIndexOf(' ', most);
  const end = space > from ? space : most;
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
}
