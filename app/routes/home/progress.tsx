import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ownBids } from '~/domain/bids/queries/own-bids.server';
import { contributionKinds } from '~/domain/insight/progress/progress';
import { ownProgress } from '~/domain/insight/queries/own-progress.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';
import { Brought } from './progress/brought';
import { DeskFigures } from './progress/desk-figures';
import { PanelTable } from './progress/panel-table';
import { TeamCounts, UnderWay } from './progress/team-questions';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  const progress = found(await ask(ownProgress, actor, {}));
  const bids = found(await ask(ownBids, actor, {}));
  return { ...progress, bids: bids.bids, moreBids: bids.next !== null };
}

export const meta = () => pageTitle('Where everything stands');

export default function Progress() {
  const { teams, underWay, contributions, panels, desk, bids, moreBids } = useLoaderData<typeof loader>();
  const brought = contributions.length > 0 || bids.length > 0;
  return (
    <PageBody wide before={<BackLink href={paths.home()} />}>
      <h1 className="govuk-heading-xl">Where everything stands</h1>
      {teams.length === 0 && !brought && panels.length === 0 && !desk && (
        <EmptyState title="Nothing is under way">
          Questions of your teams, your bids, answers and findings, and what you score appear here with what
          happens next.
        </EmptyState>
      )}
      {teams.length > 0 && (
        <>
          <h2 className="govuk-heading-l">What your teams ask</h2>
          <TeamCounts teams={teams} />
          <UnderWay questions={underWay} />
        </>
      )}
      {panels.length > 0 && <PanelTable panels={panels} />}
      {brought && (
        <Brought kinds={contributionKinds} contributions={contributions} bids={bids} moreBids={moreBids} />
      )}
      {desk && <DeskFigures {...desk} />}
    </PageBody>
  );
}
