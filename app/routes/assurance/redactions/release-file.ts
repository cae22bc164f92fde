import type { LoaderFunctionArgs } from '@remix-run/node';
import { releaseFile } from '~/domain/assurance/queries/release-page.server';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { asArchive } from '../as-archive.server';

export async function loader(args: LoaderFunctionArgs) {
  const { archive, question } = found(
    await ask(releaseFile, await personWhoAsks(args), { reference: args.params['reference'] }),
  );
  return asArchive(archive, `redacted-pack-${showReference(question)}.zip`);
}
