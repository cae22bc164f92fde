/**
 * The parts of a LaTeX value between separators that stand outside braces, trimmed. `separator` is a sticky
 * expression (flag `y`). An escaped sign is never a separator.
 */
export function splitOutsideBraces(value: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  let at = 0;
  while (at < value.length) {
    const sign = value.charAt(at);
    if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      separator.lastIndex = at;
      const found = separator.exec(value);
      if (found && found[0].length > 0) {
        parts.push(value.slice(from, at).trim());
        at += found[0].length;
        from = at;
        continue;
      }
      if (/\s/.test(sign)) {
        while (/\s/.test(value.charAt(at + 1))) at += 1;
      }
    }
    at += sign === '\\' ? 2 : 1;
  }
  parts.push(value.slice(from).trim());
  return parts;
}
