import { Form } from '@remix-run/react';
import { Button } from '~/ui/forms/button';

interface Props {
  person: { reference: string; name: string };
  /** Kept with the invitation and shown to the person invited. */
  reason?: string;
}

/** One click: the form carries everything. */
export const InviteButton = ({ person, reason }: Props) => (
  <Form method="post" className="inline-block">
    <input type="hidden" name="person" value={person.reference} />
    {reason && <input type="hidden" name="reason" value={reason.slice(0, 300)} />}
    <Button variant="secondary" once className="govuk-!-margin-bottom-0">
      Invite<span className="govuk-visually-hidden"> {person.name}</span>
    </Button>
  </Form>
);
