import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { CapabilityFields } from '~/components/governance/capability-fields';
import { addCapability } from '~/domain/governance/capabilities/commands/add-capability.server';
import { mayKeepGovernance } from '~/domain/governance/governance-policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { capabilityChoicesFor } from './keeping.server';

export const meta = () => pageTitle('Add a capability or gap');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayKeepGovernance(actor));
  return capabilityChoicesFor(actor);
}

export const action = (args: ActionFunctionArgs) =>
  act(args, addCapability, {
    done: ({ reference }) => paths.capability(reference),
    says: 'Added. If another does the same, that is said below',
  });

export default function NewCapability() {
  const choices = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.capabilities()} />}>
      <h1 className="govuk-heading-xl">Add a capability or gap</h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <CapabilityFields fields={fields} {...choices} />
            <ActionBar>
              <Button once>Add it</Button>
              <a className="govuk-link" href={paths.capabilities()}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
