import type { LoaderFunctionArgs } from '@remix-run/node';
import { findingFile } from '~/domain/knowledge/queries/finding-file.server';
import { ask } from '~/domain/query.server';
import { attachment } from '~/web/attachment.server';
import { found, plainly } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

/** A file of a finding, always to be saved and never shown by the browser. */
export async function loader(args: LoaderFunctionArgs) {
  const { reference, file } = args.params;
  const answer = found(await ask(findingFile, await whoAsks(args), { reference, file }));
  if (answer.kind === 'deny') return plainly(answer.why, 403);
  return attachment(answer);
}
