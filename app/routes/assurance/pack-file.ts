import type { LoaderFunctionArgs } from '@remix-run/node';
import { packFile } from '~/domain/assurance/queries/pack-file.server';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { asArchive } from './as-archive.server';

export async function loader(args: LoaderFunctionArgs) {
  const { archive, reference } = seen(
    await ask(packFile, await personWhoAsks(args), { reference: args.params['reference'] }),
  );
  return asArchive(archive, `assurance-pack-${showReference(reference)}.zip`);
}
