import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve('tests/trust/access');
/** What says who may do what: it must know nothing of the product. */
const TABLE = ['rule.ts', 'roles.ts', 'cells.ts', 'attempts.ts', 'table'];

const filesUnder = (path: string): string[] =>
  path.endsWith('.ts')
    ? [path]
    : readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() || entry.name.endsWith('.ts'))
        .flatMap((entry) => filesUnder(join(path, entry.name)));

/** Where a text takes something from: every `from '…'` and `import('…')`. */
export const importsIn = (text: string): string[] =>
  [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"`]([^'"`]+)['"`]/g)].map(([, from]) => from ?? '');

const isOfTheProduct = (from: string): boolean => from.startsWith('~/') || /(^|\/)app\//.test(from);

/** Imports that would let the product judge itself; none is right. */
export function selfJudging(): string[] {
  const table = TABLE.flatMap((name) => filesUnder(join(FOLDER, name)));
  return filesUnder(FOLDER).flatMap((file) =>
    importsIn(readFileSync(file, 'utf8'))
      .filter((from) => (table.includes(file) ? isOfTheProduct(from) : /policy|visib/i.test(from)))
      .map((from) => `${file.slice(FOLDER.length + 1)} imports ${from}`),
  );
}
