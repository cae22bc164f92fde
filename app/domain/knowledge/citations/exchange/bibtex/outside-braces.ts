/**
 * The parts of a LaTeX value between separators that stand outside braces, trimmed. White space counts as one
 * space. `separator` is a sticky expression (flag `y`) that starts with a space, a comma or a semicolon.
 */
export function splitOutsideBraces(value: string, separator: RegExp): string[] {
  const line = value.replaceAll(/\s+/g, ' ').trim();
  const sign = /[\\{} ,;]/g;
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let found = sign.exec(line); found; found = sign.exec(line)) {
    const at = found.index;
    if (found[0] === '{') depth += 1;
    else if (found[0] === '}') depth = Math.max(0, depth - 1);
    else if (found[0] === '\\') sign.lastIndex = at + 2;
    else if (depth === 0) {
      separator.lastIndex = at;
      const length = separator.exec(line)?.[0].length ?? 0;
      if (length === 0) continue;
      parts.push(line.slice(from, at).trim());
      from = at + length;
      sign.lastIndex = from;
    }
  }
  parts.push(line.slice(from).trim());
  return parts;
}
