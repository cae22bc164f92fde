import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '~/components/reason-form';
import { removeFromCollection } from '~/domain/knowledge/commands/remove-from-collection.server';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, notFound } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { keptCollection } from './kept-collection.server';

export const meta = () => pageTitle('Take a finding out of the collection');

export async function loader(args: LoaderFunctionArgs) {
  const { slug, title } = await keptCollection(args);
  const { finding: reference } = args.params;
  const finding = found(await ask(findingPage, await personWhoAsks(args), { reference }));
  if (!finding.collections.some((one) => one.slug === slug)) throw notFound();
  return { slug, title, finding: finding.version.title };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, removeFromCollection, {
    fixed: { slug: args.params.slug ?? '', finding: args.params.finding ?? '' },
    done: ({ slug }) => paths.collection(slug),
    says: 'Taken out of the collection',
  });

export default function RemoveFromCollection() {
  const { slug, title, finding } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.collection(slug)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Take a finding out</h1>
      <p className="govuk-body">{finding}</p>
      <ReasonForm
        reply={reply}
        label="Why it does not belong here"
        hint="Members read this in the history of the collection. The finding itself stays as it is."
        button="Take it out"
        backHref={paths.collection(slug)}
      />
    </PageBody>
  );
}
