import type { GroupPage } from '~/domain/governance/groups/queries/group-page.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

/** Who is in a group since when, and who was. */
export function GroupMembers({ group, keeps }: { group: GroupPage; keeps: boolean }) {
  const { members, reference } = group;
  return (
    <section aria-labelledby="members">
      <h2 className="govuk-heading-m" id="members">
        Members
      </h2>
      {members.length === 0 ? (
        <p className="govuk-body">No member is recorded.</p>
      ) : (
        <ScrollingTable
          name="Members"
          head={['Organisation', 'Since', 'Until', ...(keeps ? ['Action'] : [])]}
          rows={members.map((member) => [
            <span key="name">
              <a className="govuk-link" href={paths.organisation(member.reference)}>
                {member.name}
              </a>
              {member.closed && ' (closed)'}
              {member.cameFrom && (
                <>
                  , from{' '}
                  <a className="govuk-link" href={paths.group(member.cameFrom.reference)}>
                    {member.cameFrom.name}
                  </a>
                </>
              )}
            </span>,
            showDate(member.startsOn),
            member.endsOn ? showDate(member.endsOn) : 'Now',
            ...(keeps ? [member.endsOn ? '' : <Leave key="leave" group={reference} member={member} />] : []),
          ])}
        />
      )}
      {keeps && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.groupMembers(reference)}>
            Add a member
          </a>
        </p>
      )}
    </section>
  );
}

function Leave({ group, member }: { group: string; member: { reference: string; name: string } }) {
  return (
    <a className="govuk-link" href={paths.endGroupMember(group, member.reference)}>
      It left<span className="govuk-visually-hidden">: {member.name}</span>
    </a>
  );
}
