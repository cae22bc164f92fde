import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayReadGovernance } from '~/domain/governance/governance-policy';
import { countsInWords } from '~/domain/governance/groups/group';
import { groupCounts } from '~/domain/governance/groups/queries/group-counts.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Lede } from '~/ui/report/lede';
import { StatStrip } from '~/ui/report/stat-strip';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Who does what');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadGovernance(actor));
  const counts = found(await ask(groupCounts, actor, {}));
  return { now: counts.at(-1), title: countsInWords(counts) };
}

export default function Overview() {
  const { now, title } = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Who does what' }]} />
      }
    >
      <h1 className="govuk-heading-xl">Who does what</h1>
      <Lede>Which groups govern the response and which discuss it.</Lede>
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
    </PageBody>
  );
}
