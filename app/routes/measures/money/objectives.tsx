import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AsOf } from '~/components/as-of';
import { showCost } from '~/domain/ledger/cost-words';
import { mayReadMoney } from '~/domain/ledger/ledger-policy';
import { objectiveCosts } from '~/domain/ledger/queries/objective-costs.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('What objectives cost');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadMoney(actor));
  const asked = askedDay(readSearch(args.request, onShape).on, actor.asOf);
  return withDay(found(await ask(objectiveCosts, actor, { on: asked.on })), asked);
}

export default function ObjectiveCosts() {
  const { objectives, ...day } = useLoaderData<typeof loader>();
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Money', href: paths.money() }, { text: 'Objectives' }]} />}
    >
      <h1 className="govuk-heading-xl">What objectives cost</h1>
      <Lede>
        From the budgets and awards of the questions about them. A question without a figure is unknown, never
        zero, so each sum says how many questions it covers.
      </Lede>
      <AsOf action={paths.objectiveCosts()} today={paths.objectiveCosts()} {...day} />
      {objectives.length === 0 ? (
        <EmptyState title="No framework was in force">
          Objectives of a framework in force appear here.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Cost of objectives"
          firstCellIsHeader
          head={['Objective', 'Questions are tied to it by', 'Estimated', 'Committed']}
          rows={objectives.map((one) => [
            <span key={one.reference}>
              <a className="govuk-link" href={paths.objective(one.reference)}>
                {one.name}
              </a>
              <span className="govuk-hint block">{one.framework}</span>
            </span>,
            one.tied.join(', ') || 'Nobody said: its threat areas are not recorded',
            showCost(one.estimated, one.withEstimate, one.questions),
            showCost(one.committed, one.withAward, one.questions),
          ])}
        />
      )}
    </PageBody>
  );
}
