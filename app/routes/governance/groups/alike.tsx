import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AlikeWords, showLikeness } from '~/components/governance/alike-words';
import { mayKeepGovernance } from '~/domain/governance/governance-policy';
import { groupsAlike } from '~/domain/matching/queries/groups-alike.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Groups that may be one');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayKeepGovernance(actor));
  return found(await ask(groupsAlike, actor, {}));
}

export default function Alike() {
  const pairs = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs items={[{ text: 'Groups', href: paths.groups() }, { text: 'Groups that may be one' }]} />
      }
    >
      <h1 className="govuk-heading-xl">Groups that may be one</h1>
      <p className="govuk-body">
        Each is the likest there is to the other, by remit, members and what they say they are for. About one
        in two turns out to be two groups: look before you merge.
      </p>
      {pairs.length === 0 && (
        <EmptyState title="No two groups look alike">
          Pairs come here when groups are added or changed.
        </EmptyState>
      )}
      {pairs.map(({ first, second, score, shared }) => (
        <section key={`${first.reference}${second.reference}`}>
          <h2 className="govuk-heading-m">
            <a className="govuk-link" href={paths.groupsAlike(first.reference, second.reference)}>
              {first.name} and {second.name}
            </a>
          </h2>
          <p className="govuk-body">Alike: {showLikeness(score)}</p>
          <AlikeWords shared={shared} />
        </section>
      ))}
    </PageBody>
  );
}
