import type { SubmissionResult } from '@conform-to/react';
import { dateProps, fieldProps, Form } from '~/components/form';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { TextInput } from '~/ui/forms/text-input';

interface Props {
  view: {
    reference: string;
    find: string;
    candidates: { reference: string; name: string; title: string }[];
  };
  reply: { result: SubmissionResult } | undefined;
}

/** Somebody of the expert directory, or anybody of the network by e-mail address. */
export function InviteForm({ view, reply }: Props) {
  const { find, candidates, reference } = view;
  return (
    <>
      <h2 className="govuk-heading-m">Invite an assessor</h2>
      <form method="get" action={paths.assessors(reference)} role="search">
        <TextInput
          name="find"
          label="Find an expert by name"
          maxLength={100}
          defaultValue={find}
          width={20}
        />
        <Button variant="secondary">Find</Button>
      </form>
      <Form reply={reply}>
        {(fields) => (
          <>
            {candidates.length > 0 ? (
              <Radios
                label={`Experts called “${find}”`}
                items={candidates.map((one) => ({
                  value: one.reference,
                  label: one.name,
                  ...(one.title === '' ? {} : { hint: one.title }),
                }))}
                {...fieldProps(fields['person'])}
              />
            ) : (
              <TextInput
                label={find === '' ? 'E-mail address' : `No expert is called “${find}”. E-mail address`}
                hint="Of somebody who has an account"
                type="email"
                {...fieldProps(fields['person'])}
              />
            )}
            <DateInput label="Answer by" {...dateProps(fields['answerBy'])} />
            <Textarea label="A word to them (optional)" rows={3} {...fieldProps(fields['message'])} />
            <Button once>Invite</Button>
          </>
        )}
      </Form>
    </>
  );
}
