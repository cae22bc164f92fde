import type { SubmissionResult } from '@conform-to/react';
import { dateProps, fieldProps, Form } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Textarea } from '~/ui/forms/textarea';

/** Invites the whole shortlist at once. */
export const InviteForm = ({ reply }: { reply: { result: SubmissionResult } | undefined }) => (
  <Form reply={reply}>
    {(fields) => (
      <>
        <h2 className="govuk-heading-m">Invite the shortlist</h2>
        <Textarea
          label="What will the panel ask?"
          hint="Every bidder reads the same questions ahead of the interview"
          rows={8}
          {...fieldProps(fields['asks'])}
        />
        <Textarea
          label="Times, one a line"
          hint="Date, time and place, like 1 12 2026 10:30 Room 2. Each bidder is offered times of their own, so give two or more for each bid."
          rows={8}
          {...fieldProps(fields['slots'])}
        />
        <DateInput label="By when do bidders choose?" hint="Until 5pm" {...dateProps(fields['chooseBy'])} />
        <Button once>Invite the shortlist</Button>
      </>
    )}
  </Form>
);
