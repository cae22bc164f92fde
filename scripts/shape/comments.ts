/** Lines that hold nothing but a comment; a line of code with a comment behind it is code. */
export function commentLinesOf(text: string): number {
  let inside = false;
  let count = 0;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    const starts = line.startsWith('/*') || line.startsWith('{/*');
    if (inside || starts || line.startsWith('//')) count += 1;
    if (starts) inside = true;
    if (inside && line.includes('*/')) inside = false;
  }
  return count;
}
