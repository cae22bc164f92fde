import { Form } from '~/components/form';
import { paths } from '~/paths';
import { Table } from '~/ui/content/table';
import { Button } from '~/ui/forms/button';
import { SearchBox } from '../search-box';
import { replyFor, type Reply } from '../reply-for';

interface Member {
  reference: string;
  name: string;
  role: 'lead' | 'editor' | 'partner';
  own: boolean;
  answer: 'accepted' | 'asked' | 'declined';
}

interface Props {
  team: {
    reference: string;
    members: Member[];
    found: { experts: { reference: string; name: string; organisation: string | null }[] | null };
    may: { change: boolean; leave: boolean };
  };
  reply: Reply | undefined;
  words: string | undefined;
}

const ROLES = { lead: 'Lead', editor: 'Editor: reads and writes', partner: 'Partner: reads' } as const;
const ANSWERS = { accepted: 'In the bid', asked: 'Asked to join', declined: 'Declined' } as const;

/** Who is in the bid, and how to ask others in. */
export function MembersTable({ team, reply, words }: Props) {
  const { members, may, found, reference } = team;
  const action = (member: Member) => {
    const removable = member.role !== 'lead' && (may.change || (may.leave && member.own));
    return removable ? <Remove member={member} reply={reply} key={member.reference} /> : '';
  };
  return (
    <>
      <Table
        caption="People"
        captionSize="m"
        head={['Name', 'Part', 'Answer', '']}
        rows={members.map((member) => [
          member.name,
          ROLES[member.role],
          ANSWERS[member.answer],
          action(member),
        ])}
      />
      {may.change && (
        <>
          <SearchBox
            name="person"
            label="Find an expert by name"
            words={words}
            action={paths.bidTeam(reference)}
          />
          {found.experts && <Found experts={found.experts} reply={reply} words={words ?? ''} />}
        </>
      )}
    </>
  );
}

const Remove = ({ member, reply }: { member: Member; reply: Reply | undefined }) => (
  <Form id={`remove-${member.reference}`} reply={replyFor(reply, { person: member.reference })}>
    {() => (
      <>
        <input type="hidden" name="person" value={member.reference} />
        <Button variant="secondary" name="intent" value="remove" className="govuk-!-margin-bottom-0">
          {member.own ? 'Leave the bid' : 'Remove'}{' '}
          <span className="govuk-visually-hidden">{member.name}</span>
        </Button>
      </>
    )}
  </Form>
);

interface FoundProps {
  experts: { reference: string; name: string; organisation: string | null }[];
  reply: Reply | undefined;
  words: string;
}

function Found({ experts, reply, words }: FoundProps) {
  if (experts.length === 0)
    return <p className="govuk-body">No verified expert has “{words}” in their name.</p>;
  return (
    <Table
      caption="Experts found"
      captionSize="s"
      head={['Name', 'Organisation', 'Ask to join as']}
      rows={experts.map(({ reference, name, organisation }) => [
        name,
        organisation ?? '',
        <Form id={`invite-${reference}`} reply={replyFor(reply, { person: reference })} key={reference}>
          {() => (
            <>
              <input type="hidden" name="intent" value="invite" />
              <input type="hidden" name="person" value={reference} />
              <div className="govuk-button-group govuk-!-margin-bottom-0">
                <Button name="role" value="editor" variant="secondary">
                  Editor <span className="govuk-visually-hidden">{name}</span>
                </Button>
                <Button name="role" value="partner" variant="secondary">
                  Partner <span className="govuk-visually-hidden">{name}</span>
                </Button>
              </div>
            </>
          )}
        </Form>,
      ])}
    />
  );
}
