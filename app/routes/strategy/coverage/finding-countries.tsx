import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/web/page-title';
import { CountriesPage } from './countries-page';
import { loadCountries, recordCountries } from './countries.server';

export const loader = (args: LoaderFunctionArgs) => loadCountries(args, 'finding');

export const action = (args: ActionFunctionArgs) => recordCountries(args, 'finding');

export const meta = () => pageTitle('Countries');

export default function FindingCountries() {
  return <CountriesPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
