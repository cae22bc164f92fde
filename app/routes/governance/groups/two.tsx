import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AlikeWords, showLikeness } from '~/components/governance/alike-words';
import { ReasonForm } from '~/components/reason-form';
import { mayKeepGovernance } from '~/domain/governance/governance-policy';
import { keepGroupsApart } from '~/domain/governance/groups/commands/keep-groups-apart.server';
import { CADENCES, GROUP_KINDS } from '~/domain/governance/groups/group';
import { twoGroups, type GroupAlike } from '~/domain/matching/queries/groups-alike.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { LinkList } from '~/ui/navigation/link-list';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { groupOf } from './keeping.server';

export const meta = () => pageTitle('Two groups side by side');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayKeepGovernance(actor));
  const pair = { group: args.params['reference'], other: args.params['other'] };
  return found(await ask(twoGroups, actor, pair));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, keepGroupsApart, {
    fixed: { ...groupOf(args), other: args.params['other'] ?? '' },
    done: () => paths.groupOverlaps(),
    says: 'They are two groups, and will not be offered again',
  });

const link = ({ reference, name }: GroupAlike) => (
  <a key={reference} className="govuk-link" href={paths.group(reference)}>
    {name}
  </a>
);

export default function TwoGroups() {
  const { first, second, score, shared, apart } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.groupOverlaps()} />}>
      <h1 className="govuk-heading-xl">Two groups, or one?</h1>
      <ScrollingTable
        name="The two groups"
        firstCellIsHeader
        head={['', link(first), link(second)]}
        rows={[
          ['Kind', GROUP_KINDS[first.kind], GROUP_KINDS[second.kind]],
          ['What it is for', first.purpose, second.purpose],
          ['Chair', first.chair, second.chair],
          ['Meets', CADENCES[first.cadence], CADENCES[second.cadence]],
        ]}
      />
      <p className="govuk-body">Alike: {showLikeness(score)}</p>
      <AlikeWords shared={shared} />
      <h2 className="govuk-heading-m">They are one</h2>
      <LinkList
        links={[
          {
            text: `Merge ${first.name} into ${second.name}`,
            href: paths.mergeGroup(first.reference, second.reference),
          },
          {
            text: `Merge ${second.name} into ${first.name}`,
            href: paths.mergeGroup(second.reference, first.reference),
          },
        ]}
      />
      <h2 className="govuk-heading-m">They are two</h2>
      {apart ? (
        <InsetText>
          That was said on {showDay(apart.keptAt)}: {apart.reason}
        </InsetText>
      ) : (
        <ReasonForm
          reply={reply}
          label="Why they are two groups"
          hint="They are not offered again"
          button="They are two"
          backHref={paths.groupOverlaps()}
        />
      )}
    </PageBody>
  );
}
