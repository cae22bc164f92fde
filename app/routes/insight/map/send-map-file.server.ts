import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { Readable } from 'node:stream';
import { mapViewShape } from '~/domain/insight/map/map-view';
import { mapFile } from '~/domain/insight/map/queries/map-file.server';
import { ask } from '~/domain/query.server';
import { onShape, sureDay } from '~/web/asked-day.server';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';

/** The figures of the map as they are narrowed, as a file. */
export async function sendMapFile(args: LoaderFunctionArgs, format: 'csv' | 'ods') {
  const actor = await whoAsks(args);
  const search = readSearch(args.request, { ...mapViewShape, ...onShape });
  const view = { ...search, on: sureDay(search.on, actor.asOf) };
  const { file, mediaType, fileName } = found(await ask(mapFile, actor, { format, view }));
  return new Response(createReadableStreamFromReadable(Readable.from(file)), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
