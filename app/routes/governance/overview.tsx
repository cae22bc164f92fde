import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { marksInWords, WhoDoesWhatMap } from '~/components/governance/who-does-what-map';
import { mayReadGovernance } from '~/domain/governance/governance-policy';
import { countsInWords } from '~/domain/governance/groups/group';
import { groupCounts } from '~/domain/governance/groups/queries/group-counts.server';
import { whoDoesWhat } from '~/domain/governance/responsibilities/queries/who-does-what.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { LinkList } from '~/ui/navigation/link-list';
import { Lede } from '~/ui/report/lede';
import { StatStrip } from '~/ui/report/stat-strip';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Who does what');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadGovernance(actor));
  const [counts, map] = await Promise.all([ask(groupCounts, actor, {}), ask(whoDoesWhat, actor, {})]);
  const those = found(counts);
  return { now: those.at(-1), title: countsInWords(those), map: found(map) };
}

export default function Overview() {
  const { now, title, map } = useLoaderData<typeof loader>();
  const named = new Map(map.areas.map(({ slug, name }) => [slug, name]));
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Who does what' }]} />
      }
    >
      <h1 className="govuk-heading-xl">Who does what</h1>
      <Lede>
        Which groups govern the response and which discuss it, and which organisations answer for what.
      </Lede>
      <StatStrip
        label={title}
        stats={[
          { value: now?.governs ?? 0, label: 'groups that govern', href: paths.groups({ kind: 'governs' }) },
          {
            ...{ value: now?.discusses ?? 0, label: 'groups that discuss' },
            href: paths.groups({ kind: 'discusses' }),
          },
        ]}
      />
      <LinkList
        links={[
          { text: 'Groups', href: paths.groups() },
          { text: 'Responsibilities', href: paths.responsibilities() },
          { text: 'Capabilities and gaps', href: paths.capabilities() },
        ]}
      />
      <h2 className="govuk-heading-l">By threat area</h2>
      {map.rows.length === 0 ? (
        <p className="govuk-body">No group has a remit yet, and no organisation a role in a threat area.</p>
      ) : (
        <>
          <Details summary="The map as a table">
            <ScrollingTable
              name="Who does what"
              firstCellIsHeader
              head={['Who', 'About', 'What']}
              rows={map.rows.flatMap(({ reference, name, marks }) =>
                Object.entries(marks).map(([slug, letters]) => [
                  <span key={reference}>{name}</span>,
                  named.get(slug) ?? slug,
                  marksInWords(letters),
                ]),
              )}
            />
          </Details>
          <p className="govuk-body">
            A is accountable, R responsible, C consulted, I informed; G governs, D discusses.
          </p>
          <WhoDoesWhatMap map={map} />
        </>
      )}
    </PageBody>
  );
}
