import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SidesShown } from '~/components/intervention/sides-shown';
import { objectiveDossier } from '~/domain/knowledge/queries/objective-dossier.server';
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
  pageTitle(data ? `Evidence for ${data.name}` : 'Not found');

export async function loader(args: LoaderFunctionArgs) {
  return found(await ask(objectiveDossier, await whoAsks(args), { reference: args.params['reference'] }));
}

export default function Objective() {
  const view = useLoaderData<typeof loader>();
  const { name, reference, framework, may } = view;
  const crumbs = [
    { text: 'Strategy', href: paths.strategy() },
    { text: framework.document, href: paths.framework(framework.slug) },
    { text: name },
  ];
  return (
    <PageBody wide before={<Breadcrumbs items={crumbs} />}>
      <span className="govuk-caption-xl">{framework.document}</span>
      <h1 className="govuk-heading-xl">Evidence for and against: {name}</h1>
      <Lede>What the findings that you can read say of the approach that this objective takes.</Lede>
      <SidesShown sides={view} about={reference} may={may} />
    </PageBody>
  );
}
