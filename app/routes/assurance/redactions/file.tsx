import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { FileToRedact } from '~/components/assurance/file-to-redact';
import { RequestCrumbs } from '~/components/assurance/request-form-page';
import { withholdParts } from '~/domain/assurance/commands/withhold-parts.server';
import { redactFilePage } from '~/domain/assurance/queries/redact-file-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';

const asked = ({ params }: LoaderFunctionArgs) => ({
  reference: params['reference'] ?? '',
  question: params['question'] ?? '',
  set: params['set'] ?? '',
});

export async function loader(args: LoaderFunctionArgs) {
  const { page } = readSearch(args.request, {
    page: z.coerce.number().int().min(1).max(10_000).optional(),
  });
  const actor = await personWhoAsks(args);
  return seen(await ask(redactFilePage, actor, { ...asked(args), page: page ?? 1 }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, withholdParts, {
    fixed: asked(args),
    done: ({ request, question }) => paths.redactions(request, question),
    says: ({ parts }) => (parts === 1 ? 'One part is withheld' : `${parts} parts are withheld`),
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Withhold', data.set.title] : ['Not found']));

export default function RedactFile() {
  const view = useLoaderData<typeof loader>();
  return (
    <PageBody before={<RequestCrumbs request={view} here="What is withheld" />}>
      <span className="govuk-caption-l">{view.question.title}</span>
      <h1 className="govuk-heading-l">{view.set.title}</h1>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.redactions(view.reference, view.question.reference)}>
          All that the pack holds
        </a>
      </p>
      <FileToRedact view={view} reply={useActionData<typeof action>()} />
    </PageBody>
  );
}
