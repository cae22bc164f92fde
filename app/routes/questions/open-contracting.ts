import type { LoaderFunctionArgs } from '@remix-run/node';
import { openContracting } from '~/domain/awards/opencontracting/open-contracting.server';
import { releasePackage } from '~/domain/awards/opencontracting/release-package';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

/** The question as a release package of the Open Contracting Data Standard. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const { prefix, process } = found(
    await ask(openContracting, actor, { reference: args.params['reference'] }),
  );
  const { reference } = process;
  const address = new URL(paths.questionOpenContracting(reference), args.request.url).href;
  const told = releasePackage({ name: 'Soundings', prefix, address }, process);
  return new Response(JSON.stringify(told, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="open-contracting-${showReference(reference)}.json"`,
    },
  });
}
