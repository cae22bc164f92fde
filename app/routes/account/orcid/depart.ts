import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { pageToReturnTo } from '~/web/entrance.server';
import { departToOrcid } from '~/web/orcid-errand.server';
import { readSearch } from '~/web/search-params.server';

/** To ORCID, to sign in or to join. */
export async function loader(args: LoaderFunctionArgs) {
  readSearch(args.request, { from: z.string().max(2000).optional() });
  return departToOrcid('sign in', pageToReturnTo(args.request));
}
