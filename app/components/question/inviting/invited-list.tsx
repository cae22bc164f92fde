import { showDay } from '~/domain/uk-time';
import { Table } from '~/ui/content/table';

interface Props {
  invited: { name: string; invitedAt: Date; answer: string; reason: string }[];
  visibility: string;
}

export function InvitedList({ invited, visibility }: Props) {
  if (invited.length === 0)
    return (
      <p className="govuk-body">
        {visibility === 'invited'
          ? 'Nobody is invited yet, so nobody outside your team can see this question.'
          : 'Nobody is invited yet.'}
      </p>
    );
  return (
    <Table
      caption="Invited so far"
      captionSize="m"
      head={['Who', 'When', 'Answer']}
      rows={invited.map(({ name, invitedAt, answer }) => [name, showDay(invitedAt), answer])}
    />
  );
}
