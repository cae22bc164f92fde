import type { LoaderFunctionArgs } from '@remix-run/node';
import { isoDayInput } from '~/domain/form-inputs';
import { readSearch } from '~/web/search-params.server';

/** The priority and the half-year that an address of votes names. */
export const votesSearch = ({ params, request }: LoaderFunctionArgs) => ({
  reference: params['reference'],
  ...readSearch(request, { period: isoDayInput().optional() }),
});
