import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { DRAWN_PAGES } from '../support/journey/drawings/pages';

const filesOf = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path));

const sources = new Map(
  filesOf('app', '.tsx')
    .filter((path) => !path.includes('.test.') && !path.includes('generated'))
    .map((path) => [path, readFileSync(path, 'utf8')]),
);
const styles = filesOf('app/ui/styles', '.scss').map((path) => readFileSync(path, 'utf8'));

/** Icons and the mark of the product tell nothing of their own, and are hidden from who listens. */
const isDrawing = (text: string) => /<svg[^>]*role="(img|group)"/s.test(text);
const drawings = [...sources].filter(([, text]) => isDrawing(text)).map(([path]) => path);

function importedBy(path: string, text: string): string[] {
  return [...text.matchAll(/from '(~\/|\.\.?\/)([^']+)'/g)].map(([, root = '', rest = '']) =>
    root === '~/' ? join('app', `${rest}.tsx`) : join(dirname(path), root, `${rest}.tsx`),
  );
}

function pagesOf(start: readonly string[]): string[] {
  const reached = new Set(start);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const [path, text] of sources)
      if (importedBy(path, text).some((one) => reached.has(one))) reached.add(path);
  }
  return [...reached].filter(
    (path) => path.startsWith('app/routes/') && sources.get(path)?.includes('export default'),
  );
}

test('the pages with a drawing are known, and each has a table beside it', () => {
  const pages = pagesOf(drawings)
    .map((path) => relative('.', path))
    .toSorted();
  expect(pages).toEqual(DRAWN_PAGES);
  const tables = new Set(pagesOf(['app/ui/content/scrolling-table.tsx', 'app/ui/content/table.tsx']));
  expect(pages.filter((path) => !tables.has(path) && path !== 'app/routes/insight/map/map.tsx')).toEqual([]);
});

test.each(drawings)('%s has a visible title and the same for who listens', (path) => {
  const text = sources.get(path) ?? '';
  expect(text).toMatch(/<figcaption[^>]*>\{(title|mapTitle\(map\))\}/);
  expect(text).toMatch(/<title[^>]*>\{`?(\$\{)?(title|mapTitle\(map\))/);
  expect(text).toMatch(/aria-labelledby=/);
});

test.each(drawings)('every shape of %s has a colour of the system where colours are forced', (path) => {
  const shapes = [
    ...(sources.get(path) ?? '').matchAll(
      /<(?:rect|circle|line|path|polyline)\b[^>]*?className=(?:"|\{`)([\w-]+)/gs,
    ),
  ];
  const forced = styles.flatMap((text) => text.split('@media (forced-colors: active)').slice(1)).join(' ');
  const missing = shapes
    .map(([, name = '']) => name)
    .filter((name) => !new RegExp(`\\.${name}\\b`).test(forced));
  expect(missing).toEqual([]);
});
