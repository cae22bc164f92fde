import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AsOf } from '~/components/as-of';
import { SidesShown } from '~/components/intervention/sides-shown';
import { objectiveFacts, type ObjectiveFacts } from '~/domain/insight/queries/objective-facts.server';
import { objectiveDossier } from '~/domain/knowledge/queries/objective-dossier.server';
import { ask } from '~/domain/query.server';
import { NEED_NAMES } from '~/domain/strategy/objectives/completeness';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Lede } from '~/ui/report/lede';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Evidence for ${data.name}` : 'Not found');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  const about = { reference: args.params['reference'], on: asked.on };
  const dossier = found(await ask(objectiveDossier, actor, about));
  return withDay({ ...dossier, facts: await ask(objectiveFacts, actor, about) }, asked);
}

export default function Objective() {
  const view = useLoaderData<typeof loader>();
  const { name, reference, framework, may, facts, ...day } = view;
  const crumbs = [
    { text: 'Strategy', href: paths.strategy() },
    { text: framework.document, href: paths.framework(framework.slug) },
    { text: name },
  ];
  const today = paths.objective(reference);
  return (
    <PageBody wide before={<Breadcrumbs items={crumbs} />}>
      <span className="govuk-caption-xl">{framework.document}</span>
      <h1 className="govuk-heading-xl">Evidence for and against: {name}</h1>
      <Lede>What the findings that you can read say of the approach that this objective takes.</Lede>
      <AsOf action={today} today={today} {...day} />
      {facts && <Recorded facts={facts} />}
      <SidesShown sides={view} about={reference} may={may} />
    </PageBody>
  );
}

/** What is recorded of it; what is missing is said, never left out. */
function Recorded({ facts }: { facts: ObjectiveFacts }) {
  const { owner, measure, costPounds, dueOn, rationale, areaNames, missing } = facts;
  const said = (value: string | null) => value || 'Not recorded';
  return (
    <>
      <h2 className="govuk-heading-l">
        {missing.length === 0
          ? 'It lacks nothing'
          : `It lacks: ${missing.map((need) => NEED_NAMES[need].toLowerCase()).join(', ')}`}
      </h2>
      <SummaryList
        rows={[
          { key: 'Owner', value: said(owner) },
          { key: 'Measure', value: said(measure) },
          { key: 'Cost', value: costPounds === null ? said(null) : `£${costPounds.toLocaleString('en-GB')}` },
          { key: 'To be met by', value: dueOn ? showDate(dueOn) : said(null) },
          { key: 'Threat areas it covers', value: said(areaNames.join(', ')) },
          { key: 'Rationale', value: said(rationale) },
        ]}
      />
    </>
  );
}
