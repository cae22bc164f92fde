/** Rows of RFC 4180 text: quoted fields may hold commas, quotes (doubled) and line ends. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endField = () => {
    row.push(field.trim());
    field = '';
  };
  const endRow = () => {
    endField();
    if (row.some((cell) => cell !== '')) rows.push(row);
    row = [];
  };
  const source = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  for (let at = 0; at < source.length; at += 1) {
    const symbol = source.charAt(at);
    if (quoted && symbol === '"' && source.charAt(at + 1) === '"') {
      field += '"';
      at += 1;
    } else if (symbol === '"' && (quoted || field.trim() === '')) quoted = !quoted;
    else if (symbol === ',' && !quoted) endField();
    else if (symbol === '\n' && !quoted) endRow();
    else field += symbol;
  }
  endRow();
  return rows;
}
