import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HandedOver } from '~/components/succession/handed-over';
import { handedOver } from '~/domain/succession/queries/handed-over.server';
import { GroupDecisions } from '~/components/governance/group-decisions';
import { GroupMembers } from '~/components/governance/group-members';
import { GroupPast } from '~/components/governance/group-past';
import { Lines } from '~/components/lines';
import { CADENCES, GROUP_KINDS } from '~/domain/governance/groups/group';
import { groupPage } from '~/domain/governance/groups/queries/group-page.server';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { SummaryList } from '~/ui/content/summary-list';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { LinkList } from '~/ui/navigation/link-list';
import { MetaLine } from '~/ui/report/meta-line';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const group = found(await ask(groupPage, actor, { reference: args.params['reference'] }));
  return { ...group, over: await ask(handedOver, actor, { paths: [paths.group(group.reference)] }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.name ?? 'Not found');

export default function Group() {
  const group = useLoaderData<typeof loader>();
  const { reference, name, kind, state, purpose, terms, chair, chairRole, cadence, sources, may } = group;
  const about = (...schemes: string[]) =>
    terms
      .filter(({ scheme }) => schemes.includes(scheme))
      .map((term) => term.name)
      .join(', ') || 'Not said';
  const keeps = may.keep && state === 'open';
  const ending = group.endings.find(({ reopenedOn }) => reopenedOn === null);
  return (
    <PageBody before={<Breadcrumbs items={[{ text: 'Groups', href: paths.groups() }, { text: name }]} />}>
      <MetaLine
        state={
          state === 'open'
            ? { text: 'Open', colour: 'green' }
            : { text: state === 'merged' ? 'Merged' : 'Closed', colour: 'grey' }
        }
      >
        {showReference(reference)}
      </MetaLine>
      <h1 className="govuk-heading-xl">{name}</h1>
      <HandedOver rows={group.over} />
      {ending && (
        <InsetText>
          It ended on {showDate(ending.endedOn)}
          {ending.into && (
            <>
              {' '}
              and went into{' '}
              <a className="govuk-link" href={paths.group(ending.into.reference)}>
                {ending.into.name}
              </a>
            </>
          )}
          . {ending.reason}
        </InsetText>
      )}
      <Lines text={purpose} />
      <SummaryList
        rows={[
          { key: 'Kind', value: GROUP_KINDS[kind] },
          { key: 'About', value: about('threatArea', 'enabler') },
          { key: 'Strands', value: about('strand') },
          { key: 'Levels', value: about('level') },
          {
            key: 'Chair',
            value: (
              <>
                <a className="govuk-link" href={paths.organisation(chair.reference)}>
                  {chair.name}
                </a>
                {chair.closed && ' (closed)'}
                {chairRole && `, ${chairRole}`}
              </>
            ),
          },
          { key: 'Meets', value: CADENCES[cadence] },
          { key: 'First met', value: showDate(group.openedOn) },
          sources !== '' && { key: 'Written down', value: sources },
        ]}
      />
      {may.keep && <Steps reference={reference} open={state === 'open'} />}
      <GroupMembers group={group} keeps={keeps} />
      <GroupDecisions group={group} keeps={keeps} />
      <GroupPast group={group} />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.history('group', reference)}>
          Everything that was recorded about it
        </a>
      </p>
    </PageBody>
  );
}

function Steps({ reference, open }: { reference: string; open: boolean }) {
  const links = open
    ? [
        { text: 'Change it', href: paths.editGroup(reference) },
        { text: 'Merge it into another', href: paths.mergeGroup(reference) },
        { text: 'Close it', href: paths.closeGroup(reference) },
      ]
    : [{ text: 'Reopen it', href: paths.reopenGroup(reference) }];
  return <LinkList links={links} />;
}
