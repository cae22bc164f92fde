import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, fieldProps, Form } from '~/components/form';
import { organisationOptions } from '~/components/governance/group-fields';
import { giveResponsibility } from '~/domain/governance/responsibilities/commands/give-responsibility.server';
import { ROLE_HINTS, ROLES, roles } from '~/domain/governance/responsibilities/responsibility';
import { LEVELS, showLevel } from '~/domain/people/organisations/organisation';
import { organisationChoices } from '~/domain/people/queries/organisation-choices.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { subjectToKeep } from './subject-to-keep.server';

export const meta = () => pageTitle('Give a role');

export async function loader(args: LoaderFunctionArgs) {
  const { actor, subject } = await subjectToKeep(args);
  const { kind, reference, title } = subject;
  return { kind, reference, title, organisations: (await ask(organisationChoices, actor, {})) ?? [] };
}

export const action = (args: ActionFunctionArgs) => {
  const { kind = '', subject = '' } = args.params;
  return act(args, giveResponsibility, {
    fixed: { kind, subject },
    done: () => paths.responsibilitySubject(kind, subject),
    says: 'Recorded',
  });
};

export default function Give() {
  const { kind, reference, title, organisations } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const back = paths.responsibilitySubject(kind, reference);
  return (
    <PageBody before={<BackLink href={back} />}>
      <h1 className="govuk-heading-xl">Give somebody a role in {title}</h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <Radios
              label="Role"
              labelProps={{ size: 's' }}
              items={roles.map((value) => ({ value, label: ROLES[value], hint: ROLE_HINTS[value] }))}
              {...fieldProps(fields['role'])}
            />
            <Select
              label="Organisation"
              options={organisationOptions(organisations)}
              {...fieldProps(fields['organisation'])}
            />
            <TextInput
              label="Team of it (optional)"
              hint="The reference of the team"
              width={10}
              {...fieldProps(fields['team'])}
            />
            <Select
              label="Level (optional)"
              options={[
                { text: 'Not said', value: '' },
                ...LEVELS.map((value) => ({ value, text: showLevel(value) })),
              ]}
              {...fieldProps(fields['level'])}
            />
            <DateInput label="Since when" labelProps={{ size: 's' }} {...dateProps(fields['startsOn'])} />
            <TextInput label="Note (optional)" {...fieldProps(fields['note'])} />
            <ActionBar>
              <Button once>Record it</Button>
              <a className="govuk-link" href={back}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
