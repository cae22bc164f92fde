import type { SubmissionResult } from '@conform-to/react';
import { fieldProps, Form } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';

interface Props {
  reply: { result: SubmissionResult } | undefined;
  organisations: { reference: string; name: string }[];
}

export function InviteOrganisation({ reply, organisations }: Props) {
  const mine = reply?.result.error && 'organisation' in reply.result.error ? reply : undefined;
  return (
    <section>
      <h2 className="govuk-heading-m">Invite an organisation</h2>
      <Form id="invite-organisation" reply={mine}>
        {(fields) => (
          <>
            <Select
              label="Organisation"
              hint="Everybody who belongs to it, now or later."
              options={[
                { value: '', text: 'Choose' },
                ...organisations.map(({ reference, name }) => ({ value: reference, text: name })),
              ]}
              {...fieldProps(fields['organisation'])}
            />
            <Button variant="secondary" once>
              Invite this organisation
            </Button>
          </>
        )}
      </Form>
    </section>
  );
}
