import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { CollectionAside } from '~/components/finding/collections/collection-aside';
import { collectionPage } from '~/domain/knowledge/queries/collection-page.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title ?? 'Not found');

export async function loader(args: LoaderFunctionArgs) {
  const { after } = readSearch(args.request, { after: z.uuid().optional() });
  return found(await ask(collectionPage, await whoAsks(args), { slug: args.params.slug, after }));
}

export default function Collection() {
  const collection = useLoaderData<typeof loader>();
  const { slug, title, scope, findings, next, may } = collection;
  const crumbs = [{ text: 'Collections', href: paths.collections() }, { text: title }];
  return (
    <PageBody before={<Breadcrumbs items={crumbs} />} aside={<CollectionAside collection={collection} />}>
      <h1 className="govuk-heading-xl">{title}</h1>
      <p className="govuk-body">{scope}</p>
      {findings.length === 0 && (
        <EmptyState title="Nothing that you can read">
          Findings come in from their own pages: open one and choose “Propose for a collection”.
        </EmptyState>
      )}
      <ul className="govuk-list">
        {findings.map(({ cursor, reference, title: named, year, note, addedAt }) => (
          <li key={cursor} className="govuk-!-margin-bottom-6">
            <h2 className="govuk-heading-s govuk-!-margin-bottom-1">
              <a className="govuk-link" href={paths.finding(reference)}>
                {named}
              </a>
            </h2>
            <p className="govuk-body-s govuk-!-margin-bottom-1">
              {year ?? 'No date'}. In the collection since {showDay(addedAt)}
              {note !== '' && `: ${note}`}
            </p>
            {may.keep && (
              <a className="govuk-link govuk-body-s" href={paths.removeFromCollection(slug, reference)}>
                Take it out<span className="govuk-visually-hidden">: {named}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      <Pagination {...(next ? { next: { href: paths.collection(slug, next), text: 'Next page' } } : {})} />
    </PageBody>
  );
}
