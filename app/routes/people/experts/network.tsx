import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NetworkDrawing } from '~/components/people/network/network-drawing';
import { expertNetwork } from '~/domain/people/queries/expert-network.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export const loader = async (args: LoaderFunctionArgs) =>
  found(await ask(expertNetwork, await memberWhoAsks(args), { reference: args.params.reference }));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle('Network', ...(data ? [data.name] : []));

export default function ExpertNetwork() {
  const { reference, name, network, similar } = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Experts', href: paths.experts() },
            { text: name, href: paths.expert(reference) },
            { text: 'Network' },
          ]}
        />
      }
    >
      <h1 className="govuk-heading-xl">Who works with {name}</h1>
      <h2 className="govuk-heading-m">Has written with</h2>
      {network.coAuthors.length === 0 ? (
        <EmptyState title="Nobody yet">
          People appear here when works on the profile, or published findings, name them beside {name}.
        </EmptyState>
      ) : (
        <>
          <NetworkDrawing name={name} network={network} />
          <div id="network-table">
            <ScrollingTable
              name="Has written with"
              head={['Author', 'Works together', 'Which']}
              rows={network.coAuthors.map((one) => [
                one.reference ? (
                  <ExpertLink key="name" reference={one.reference} name={one.name} />
                ) : (
                  one.name
                ),
                { content: one.works.length, format: 'numeric' as const },
                one.works.slice(0, 3).join('; ') + (one.works.length > 3 ? ' and others' : ''),
              ])}
            />
          </div>
          {network.more > 0 && (
            <p className="govuk-body">And {network.more} more with fewer works together.</p>
          )}
        </>
      )}
      <h2 className="govuk-heading-m">Knows similar things</h2>
      {similar.length === 0 ? (
        <p className="govuk-body">No other expert holds a term of this profile.</p>
      ) : (
        <ScrollingTable
          name="Knows similar things"
          head={['Expert', 'Terms of either that both hold', 'Which']}
          rows={similar.map((one) => [
            <ExpertLink key="name" reference={one.reference} name={one.name} />,
            { content: `${Math.round(one.similarity * 100)}%`, format: 'numeric' as const },
            one.shared.join(', '),
          ])}
        />
      )}
    </PageBody>
  );
}

const ExpertLink = ({ reference, name }: { reference: string; name: string }) => (
  <a className="govuk-link" href={paths.expert(reference)}>
    {name}
  </a>
);
