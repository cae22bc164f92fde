/** How an answer reads in the table: its status, or where it leads. */
export function outcomeOf(status: number, location: string | null, dataBody?: string): string {
  const to = status === 202 && dataBody !== undefined ? redirectIn(dataBody) : location;
  return to !== null && (status === 202 || (status >= 300 && status < 400)) ? `to ${to}` : String(status);
}

/**
 * The address in a redirect of the framework's data answers. Their first line is a flat list in which an object
 * names the places of its keys and values: `{"_5":6}` says that the sixth entry belongs to the key in the fifth.
 */
export function redirectIn(body: string): string | null {
  const flat = JSON.parse(body.split('\n')[0] ?? '') as unknown[];
  const key = flat.indexOf('redirect');
  for (const entry of flat)
    if (key >= 0 && typeof entry === 'object' && entry !== null && `_${key}` in entry) {
      const value = flat[Number((entry as Record<string, unknown>)[`_${key}`])];
      return typeof value === 'string' ? value : null;
    }
  return null;
}

/** The address of a page's data, as the framework's scripts ask for it. */
export function dataPath(path: string): string {
  const [place, query] = path.split('?');
  return `${place === '/' ? '/_root' : place}.data${query === undefined ? '' : `?${query}`}`;
}
