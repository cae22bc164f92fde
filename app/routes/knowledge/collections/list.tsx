import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { collectionList } from '~/domain/knowledge/queries/collection-list.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { MetaLine } from '~/ui/report/meta-line';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export const meta = () => pageTitle('Collections');

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, { after: z.uuid().optional() });
  return found(await ask(collectionList, await whoAsks(args), search));
}

export default function Collections() {
  const { collections, next, mayStart } = useLoaderData<typeof loader>();
  const crumbs = [{ text: 'Knowledge base', href: paths.findings() }, { text: 'Collections' }];
  return (
    <PageBody before={<Breadcrumbs items={crumbs} />}>
      <h1 className="govuk-heading-xl">Collections</h1>
      <p className="govuk-body">Findings that people who know a subject keep together.</p>
      {mayStart && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.newCollection()}>
            Start a collection
          </a>
        </p>
      )}
      {collections.length === 0 && (
        <EmptyState title="No collection yet">
          A coordinator starts a collection, says what belongs in it and names who keeps it. Then members
          propose findings for it.
        </EmptyState>
      )}
      <ul className="govuk-list">
        {collections.map(({ slug, title, scope, closed, findings }) => (
          <li key={slug} className="govuk-!-margin-bottom-6">
            <h2 className="govuk-heading-s govuk-!-margin-bottom-1">
              <a className="govuk-link" href={paths.collection(slug)}>
                {title}
              </a>
            </h2>
            <p className="govuk-body-s govuk-!-margin-bottom-1">{scope}</p>
            <MetaLine>
              {findings === 1 ? '1 finding' : `${findings} findings`}
              {closed ? 'Closed' : ''}
            </MetaLine>
          </li>
        ))}
      </ul>
      <Pagination {...(next ? { next: { href: paths.collections(next), text: 'Next page' } } : {})} />
    </PageBody>
  );
}
