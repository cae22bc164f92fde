import type { LoaderFunctionArgs } from '@remix-run/node';
import { linkedFile } from '~/domain/knowledge/queries/linked-file.server';
import { ask } from '~/domain/query.server';
import { attachment } from '~/web/attachment.server';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

/** A file that a link opens, always to be saved and never shown by the browser. */
export async function loader(args: LoaderFunctionArgs) {
  const { token, file } = args.params;
  return attachment(found(await ask(linkedFile, await whoAsks(args), { token, file })));
}
