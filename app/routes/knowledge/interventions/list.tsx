import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { VERDICT_WORDS } from '~/domain/knowledge/interventions/verdict';
import { interventionsList } from '~/domain/knowledge/queries/interventions-list.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export const meta = () => pageTitle('Does it work?');

export async function loader(args: LoaderFunctionArgs) {
  return { interventions: found(await ask(interventionsList, await whoAsks(args), {})) };
}

export default function Interventions() {
  const { interventions } = useLoaderData<typeof loader>();
  const crumbs = [{ text: 'Knowledge base', href: paths.findings() }, { text: 'Does it work?' }];
  return (
    <PageBody wide before={<Breadcrumbs items={crumbs} />}>
      <h1 className="govuk-heading-xl">Does it work?</h1>
      <Lede>What the findings that you can read say of each intervention, with both sides.</Lede>
      {interventions.length === 0 ? (
        <EmptyState title="No intervention is named yet">
          Coordinators add types of intervention among the terms.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Interventions"
          head={[
            'Intervention',
            'What can be said',
            'Say it helps',
            'No clear effect or harm',
            'Other findings',
          ]}
          rows={interventions.map(({ slug, name, verdict, supporting, against, otherwise }) => [
            <a key="link" className="govuk-link" href={paths.intervention(slug)}>
              {name}
            </a>,
            VERDICT_WORDS[verdict],
            ...[supporting, against, otherwise].map((count) => ({ content: count, format: 'numeric' })),
          ])}
        />
      )}
      <p className="govuk-body">
        The numbers do not decide what can be said: each page shows the rule. Objectives of a strategy have
        the same on the page of their{' '}
        <a className="govuk-link" href={paths.strategy()}>
          framework
        </a>
        .
      </p>
    </PageBody>
  );
}
