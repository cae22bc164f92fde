import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/web/page-title';
import { BusinessTagsPage } from './tags-page';
import { loadTags, recordTags } from './tags.server';

export const loader = (args: LoaderFunctionArgs) => loadTags(args, 'question');

export const action = (args: ActionFunctionArgs) => recordTags(args, 'question');

export const meta = () => pageTitle('Part of the business');

export default function QuestionBusiness() {
  return <BusinessTagsPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
