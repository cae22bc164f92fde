import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { CapabilityFields } from '~/components/governance/capability-fields';
import { changeCapability } from '~/domain/governance/capabilities/commands/change-capability.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { capabilityChoicesFor, capabilityOf, capabilityToKeep } from './keeping.server';

export const meta = () => pageTitle('Change a capability or gap');

export async function loader(args: LoaderFunctionArgs) {
  const { actor, capability } = await capabilityToKeep(args);
  const { kind, name, purpose, stage, level, owner, users, areas, revision, reference } = capability;
  const values = {
    ...{ kind, name, purpose, stage: stage ?? '', level, owner: owner.reference },
    users: users.map((user) => user.reference),
    threatAreas: areas.map(({ slug }) => slug),
  };
  return { ...(await capabilityChoicesFor(actor)), values, revision, reference, name };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, changeCapability, {
    fixed: capabilityOf(args),
    done: ({ reference }) => paths.capability(reference),
    says: 'Changed. What was said before is kept',
  });

export default function EditCapability() {
  const { values, revision, reference, name, ...choices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.capability(reference)} />}>
      <h1 className="govuk-heading-xl">Change {name}</h1>
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <input type="hidden" name="revision" value={revision} />
            <CapabilityFields fields={fields} {...choices} />
            <TextInput label="What changes, and how you know" {...fieldProps(fields['changeNote'])} />
            <ActionBar>
              <Button once>Save</Button>
              <a className="govuk-link" href={paths.capability(reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
