import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayReadGovernance } from '~/domain/governance/governance-policy';
import { countsInWords } from '~/domain/governance/groups/group';
import { groupCounts } from '~/domain/governance/groups/queries/group-counts.server';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { CountLines } from '~/ui/charts/count-lines';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Groups over time');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadGovernance(actor));
  const counts = found(await ask(groupCounts, actor, {}));
  return { counts, title: countsInWords(counts) };
}

export default function GroupsOverTime() {
  const { counts, title } = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs items={[{ text: 'Groups', href: paths.groups() }, { text: 'How many over time' }]} />
      }
    >
      <h1 className="govuk-heading-xl">Groups over time</h1>
      <p className="govuk-body-l">{title}.</p>
      <p className="govuk-body">
        Groups that govern and groups that discuss are counted apart. A group counts from the day it first met
        until the day it closed or went into another.
      </p>
      <ScrollingTable
        name="Groups on each day on which their number changed"
        head={['Day', 'Govern', 'Discuss', 'Together']}
        firstCellIsHeader
        rows={counts
          .toReversed()
          .map(({ day, governs, discusses }) => [showDate(day), governs, discusses, governs + discusses])}
      />
      {counts.length > 1 && (
        <CountLines
          title={title}
          names={['Govern', 'Discuss']}
          points={counts.map(({ day, governs, discusses }) => ({
            at: new Date(day).getTime(),
            label: showDate(day),
            counts: [governs, discusses],
          }))}
        />
      )}
    </PageBody>
  );
}
