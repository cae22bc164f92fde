import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { MapKey } from '~/components/map/map-key';
import { MapTable } from '~/components/map/map-table';
import { evidenceMap } from '~/domain/insight/queries/evidence-map.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { PageBody } from '~/ui/layout/page-body';
import { Lede } from '~/ui/report/lede';
import { found } from '~/web/reply.server';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';
import { MapChoices } from './map-choices';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

const shape = {
  columns: z.string().max(100).default('strand'),
  view: z.enum(['network', 'released']).default('network'),
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  return found(await ask(evidenceMap, actor, readSearch(args.request, shape)));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.heading : 'Not found');

export default function MapPage() {
  const view = useLoaderData<typeof loader>();
  const { map, columns, may, released } = view;
  const columnFilter = columns.one === 'strand' ? 'strand' : 'priority';
  return (
    <PageBody wide>
      <span className="govuk-caption-l">Evidence and demand map: threat area by {columns.one}</span>
      <h1 className="govuk-heading-xl">{view.heading}</h1>
      <Lede>
        What is asked, being bought and known, by threat area and {columns.one}, on {showInstant(view.asOf)}.{' '}
        {released ? 'Only what was released to the public is counted.' : 'Inside the network only.'}
      </Lede>
      <MapChoices view={view} />
      <MapKey total={map.total} />
      <MapTable
        map={map}
        columnFilter={columnFilter}
        seeGaps={may.seeGaps}
        linked={!(released && may.chooseView)}
        raiseQuestions={may.raiseQuestions}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.mapCsv(columns.key, released)}>
          Download these figures (CSV)
        </a>
      </p>
      <HowCounted columnFilter={columnFilter} released={released} />
    </PageBody>
  );
}

function HowCounted({ columnFilter, released }: { columnFilter: 'strand' | 'priority'; released: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-m">How this is counted</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>An open question is published and neither bought, answered nor settled.</li>
        <li>
          A live commission is a question with an award whose notice was sent, and a contract that is not
          closed.
        </li>
        <li>A finding is not yet appraised until two people have agreed how sound it is.</li>
        <li>
          Something that stands in several columns is counted in each of them, and once in “All”. You see only
          what you may see, so figures differ between people.
        </li>
        {columnFilter === 'priority' && (
          <li>
            A finding counts for a priority through the question it answers or its author’s case
            {released ? '.' : ', or because somebody rated it as more than not relevant.'}
          </li>
        )}
      </ul>
      {!released && (
        <InsetText>
          OFFICIAL. Joining many OFFICIAL items can raise their sensitivity: share this map inside the network
          only.
        </InsetText>
      )}
    </>
  );
}
