import type { SubmissionResult } from '@conform-to/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { fieldProps, Form } from '~/components/form';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';

interface Props {
  view: {
    reference: string;
    find: string;
    hasModerator: boolean;
    candidates: { reference: string; name: string; title: string }[];
  };
  reply: { result: SubmissionResult } | undefined;
}

/** Finding a person, then appointing them: two forms, so that finding works without scripts. */
export function AppointForm({ view, reply }: Props) {
  const { find, candidates, hasModerator } = view;
  return (
    <>
      <h2 className="govuk-heading-m">Appoint somebody</h2>
      <form method="get" action={paths.panel(view.reference)} role="search">
        <TextInput
          name="find"
          label="Find a verified member by name"
          hint="Without a name, the members of your team are listed"
          maxLength={100}
          defaultValue={find}
          width={20}
        />
        <Button variant="secondary">Find</Button>
      </form>
      {candidates.length === 0 ? (
        <>
          <RefusalSummary reply={reply} />
          <p className="govuk-body">
            {find === ''
              ? 'Everybody in your team is on the panel.'
              : `No verified member is called “${find}”.`}
          </p>
        </>
      ) : (
        <Form reply={reply} values={{ role: hasModerator ? 'evaluator' : '' }}>
          {(fields) => (
            <>
              <Radios
                label={find === '' ? 'Members of your team' : `Members called “${find}”`}
                items={candidates.map(({ reference, name, title }) => ({
                  value: reference,
                  label: name,
                  ...(title === '' ? {} : { hint: title }),
                }))}
                {...fieldProps(fields['person'])}
              />
              <Radios
                label="As"
                inline
                items={[
                  { value: 'evaluator', label: 'Evaluator' },
                  { value: 'moderator', label: 'Moderator' },
                ]}
                {...fieldProps(fields['role'])}
              />
              <Button once>Appoint</Button>
            </>
          )}
        </Form>
      )}
    </>
  );
}
