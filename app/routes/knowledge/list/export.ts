import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { Readable } from 'node:stream';
import { findingExportFilters } from '~/domain/knowledge/finding-filters';
import { findingExport } from '~/domain/knowledge/queries/finding-export.server';
import { ask } from '~/domain/query.server';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';

/** The list of findings as it is filtered, as a file: all that fits, for this reader. */
export async function loader(args: LoaderFunctionArgs) {
  const filters = readSearch(args.request, findingExportFilters);
  const { format } = args.params;
  const { file, mediaType, fileName } = found(
    await ask(findingExport, await whoAsks(args), { format, filters }),
  );
  return new Response(createReadableStreamFromReadable(Readable.from(file)), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
