import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SidesShown } from '~/components/intervention/sides-shown';
import { interventionPage } from '~/domain/knowledge/queries/intervention-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Does it work? ${data.name}` : 'Not found');

export async function loader(args: LoaderFunctionArgs) {
  return found(await ask(interventionPage, await whoAsks(args), { slug: args.params['slug'] }));
}

export default function Intervention() {
  const view = useLoaderData<typeof loader>();
  const { name, definition, reference, retiredAt, may } = view;
  const crumbs = [
    { text: 'Knowledge base', href: paths.findings() },
    { text: 'Does it work?', href: paths.interventions() },
    { text: name },
  ];
  return (
    <PageBody wide before={<Breadcrumbs items={crumbs} />}>
      <span className="govuk-caption-xl">Does it work?</span>
      <h1 className="govuk-heading-xl">{name}</h1>
      {definition !== '' && <Lede>{definition}</Lede>}
      {retiredAt && <p className="govuk-body">This term is no longer in use.</p>}
      <SidesShown sides={view} about={reference} may={may} />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.term(reference)}>
          What the term means, and since when
        </a>
      </p>
    </PageBody>
  );
}
