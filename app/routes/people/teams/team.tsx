import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { HandedOver } from '~/components/succession/handed-over';
import { handedOver } from '~/domain/succession/queries/handed-over.server';
import { teamPromise } from '~/domain/enquiries/queries/team-promise.server';
import { showPromise } from '~/domain/enquiries/reply-promise';
import { teamPage } from '~/domain/people/queries/team-page.server';
import { showTeamRoles } from '~/domain/people/teams/team';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  const { reference } = args.params;
  const [team, promise] = await Promise.all([
    ask(teamPage, actor, { reference }),
    ask(teamPromise, actor, { reference }),
  ]);
  const page = found(team);
  const over = await ask(handedOver, actor, { paths: [paths.team(page.reference)] });
  return { ...page, promise, over };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? data.name : 'Not found');

export default function Team() {
  const team = useLoaderData<typeof loader>();
  const { may, members, promise } = team;
  const name = (member: (typeof members)[number]) =>
    member.listed ? (
      <a key="name" className="govuk-link" href={paths.expert(member.reference)}>
        {member.name}
      </a>
    ) : (
      member.name
    );
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Organisations', href: paths.organisations() },
            { text: team.organisation, href: paths.organisation(team.organisationReference) },
            { text: team.name },
          ]}
        />
      }
    >
      <h1 className="govuk-heading-xl">{team.name}</h1>
      <HandedOver rows={team.over} />
      {team.purpose && <Lede>{team.purpose}</Lede>}
      {promise && (
        <p className="govuk-body">
          Answers enquiries within: {showPromise(promise)}.
          {promise.may.promise && (
            <>
              {' '}
              <a className="govuk-link" href={paths.teamPromise(team.reference)}>
                Change the promise
              </a>
            </>
          )}
        </p>
      )}
      {promise?.may.ask && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.writeToTeam(team.reference)}>
            Write to the team
          </a>
        </p>
      )}
      {members.length === 0 ? (
        <EmptyState title="Nobody belongs to this team yet">
          A team needs an author to draft questions, and a senior responsible owner who approves them.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Members"
          caption="Members"
          captionSize="m"
          head={['Name', 'Roles', 'Since', ...(may.change ? ['Change'] : [])]}
          rows={members.map((member) => [
            name(member),
            showTeamRoles(member.roles),
            showDay(member.since),
            ...(may.change
              ? [
                  <a
                    key="change"
                    className="govuk-link"
                    href={paths.changeTeamMember(team.reference, member.reference)}
                  >
                    Change<span className="govuk-visually-hidden"> {member.name}</span>
                  </a>,
                ]
              : []),
          ])}
        />
      )}
      {may.change && (
        <ActionBar>
          <Button href={paths.addTeamMember(team.reference)}>Add a member</Button>
          {may.invite && (
            <Button variant="secondary" href={paths.invite(team.reference)}>
              Invite somebody new
            </Button>
          )}
          <a className="govuk-link" href={paths.teamApprovals(team.reference)}>
            Further approvals by value
          </a>
        </ActionBar>
      )}
    </PageBody>
  );
}
