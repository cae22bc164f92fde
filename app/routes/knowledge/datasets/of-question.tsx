import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LinkedData } from '~/components/dataset/linked-data';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { pageTitle } from '~/web/page-title';
import { actOnLinkedData, loadLinkedData } from './linked.server';

export const meta = () => pageTitle('Data');

export const loader = (args: LoaderFunctionArgs) => loadLinkedData(args, 'question');
export const action = (args: ActionFunctionArgs) => actOnLinkedData(args, 'question');

export default function DataOfQuestion() {
  const { data, mayLink, reference } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.question(reference.replace('-', ''))} />}>
      <span className="govuk-caption-xl">{data.title}</span>
      <h1 className="govuk-heading-xl">Data that answer it</h1>
      <LinkedData {...{ data, mayLink, reply }} />
    </PageBody>
  );
}
