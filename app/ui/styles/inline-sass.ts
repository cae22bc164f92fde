import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'sass';
import type { Plugin } from 'vite';

const sassImport = /^@import '(\.[^']+\.scss)';$/gm;
// The official service navigation carries a query that no living browser parses and the minifier warns of.
const onlyInternetExplorer = /@media [^{]*\(min-width: 0\W\)/g;

/** Puts the Sass sheets that a CSS file imports in their places, before Tailwind reads it: one sheet comes out. */
export function inlineSass(): Plugin {
  return {
    name: 'inline-sass',
    enforce: 'pre',
    transform(code, id) {
      const [file = ''] = id.split('?');
      if (!file.endsWith('.css') || !code.match(sassImport)) return null;
      return code.replace(sassImport, (_, sheet: string) => {
        const compiled = compile(path.resolve(path.dirname(file), sheet), {
          loadPaths: ['node_modules'],
          quietDeps: true,
          charset: false,
        });
        for (const url of compiled.loadedUrls) this.addWatchFile(fileURLToPath(url));
        return compiled.css.replaceAll(onlyInternetExplorer, '@media not all');
      });
    },
  };
}
