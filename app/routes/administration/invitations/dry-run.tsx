import type { PlannedInvitation } from '~/domain/people/invitations/invitation-list';
import { showTeamRoles } from '~/domain/people/teams/team';
import { Form } from '~/components/form';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';

interface Props {
  list: string;
  rows: PlannedInvitation[];
}

/** What each line comes to, before anything is sent. */
export function DryRun({ list, rows }: Props) {
  const good = rows.filter(({ problems }) => problems.length === 0).length;
  const bad = rows.length - good;
  return (
    <PageBody wide before={<BackLink href={paths.inviteMany()} />}>
      <h1 className="govuk-heading-xl">
        {good === 1 ? '1 line can be invited' : `${good} lines can be invited`}
        {bad > 0 && `, ${bad} cannot`}
      </h1>
      <p className="govuk-body">Nothing was sent yet.{bad > 0 && ' Lines with a problem are left out.'}</p>
      <ScrollingTable
        name="The list, line by line"
        head={['Line', 'Address', 'Name', 'Into', 'Outcome']}
        rows={rows.map((row) => [
          { content: row.line, format: 'numeric' as const },
          row.address,
          row.name,
          [
            row.organisation,
            row.team && `${row.team}: ${showTeamRoles(row.teamRoles)}`,
            row.asExpert && 'expert',
          ]
            .filter(Boolean)
            .join(', '),
          row.problems.length === 0 ? (
            <Tag key="outcome" colour="green">
              Invite
            </Tag>
          ) : (
            <span key="outcome">
              <Tag colour="red">Leave out</Tag> {row.problems.join('. ')}
            </span>
          ),
        ])}
      />
      {good > 0 && (
        <Form id="send" action={paths.sendInvitations()}>
          {() => (
            <>
              <input type="hidden" name="list" value={list} />
              <input type="hidden" name="expected" value={good} />
              <Button once>{good === 1 ? 'Send 1 invitation' : `Send ${good} invitations`}</Button>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
