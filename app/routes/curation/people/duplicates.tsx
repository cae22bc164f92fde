import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { duplicatePeople } from '~/domain/curation/queries/duplicate-people.server';
import { mayMergePeople } from '~/domain/curation/same-person/merge-policy';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayMergePeople(actor));
  return found(await ask(duplicatePeople, actor, {}));
}

export const meta: MetaFunction = () => pageTitle('People who may be the same');

type View = ReturnType<typeof useLoaderData<typeof loader>>;
type Pair = View['pairs'][number];

export default function Duplicates() {
  const { pairs, waiting } = useLoaderData<typeof loader>();
  return (
    <PageBody wide>
      <h1 className="govuk-heading-l">People who may be the same</h1>
      <Lede>
        Accounts of one name, with an organisation or a work that both have. Names alone prove nothing: look,
        then propose. Somebody else decides.
      </Lede>
      {waiting.length > 0 && (
        <ScrollingTable
          name="Wait for a decision"
          caption="Wait for a decision"
          captionSize="m"
          head={['Account that stays', 'Account that ends', 'Proposed']}
          rows={waiting.map(({ reference, kept, merged, proposedAt }) => [
            <a key="open" className="govuk-link" href={paths.personMerge(reference)}>
              {kept}
            </a>,
            merged,
            showDay(proposedAt),
          ])}
        />
      )}
      {pairs.length === 0 ? (
        <EmptyState title="No two accounts look like one person">
          Accounts appear here when they share a name and an organisation or a work.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Look alike"
          caption="Look alike"
          captionSize="m"
          head={['One', 'The other', 'Both have', 'Look']}
          rows={pairs.map((pair) => [
            <Side key="one" side={pair.one} />,
            <Side key="other" side={pair.other} />,
            sharedBy(pair),
            <a
              key="look"
              className="govuk-link"
              href={paths.proposePersonMerge(pair.one.reference, pair.other.reference)}
            >
              Compare<span className="govuk-visually-hidden"> the accounts of {pair.one.name}</span>
            </a>,
          ])}
        />
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.proposeAnyMerge()}>
          Compare two accounts that are not listed here
        </a>
      </p>
    </PageBody>
  );
}

const Side = ({ side }: { side: Pair['one'] }) => (
  <>
    {side.name}
    {side.organisation && `, ${side.organisation}`}
    <span className="govuk-hint govuk-!-display-block govuk-!-margin-bottom-0">
      since {showDay(side.createdAt)}
    </span>
  </>
);

const sharedBy = ({ sameOrganisation, sharedWorks }: Pair): string =>
  [
    'the name',
    sameOrganisation && 'an organisation',
    sharedWorks > 0 && (sharedWorks === 1 ? 'a work' : `${sharedWorks} works`),
  ]
    .filter(Boolean)
    .join(', ');
