import type { LoaderFunctionArgs } from '@remix-run/node';
import { findingCitation } from '~/domain/knowledge/queries/finding-citation.server';
import { ask } from '~/domain/query.server';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

/** The reference of a finding as BibTeX, RIS or CSL-JSON. */
export async function loader(args: LoaderFunctionArgs) {
  const { reference, format } = args.params;
  const { text, mediaType, fileName } = found(
    await ask(findingCitation, await whoAsks(args), { reference, format }),
  );
  return new Response(text, {
    headers: {
      'Content-Type': `${mediaType}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${fileName}"`,
    },
  });
}
