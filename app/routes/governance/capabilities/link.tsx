import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { linkCapability } from '~/domain/governance/capabilities/commands/link-capability.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { capabilityOf, capabilityToKeep } from './keeping.server';

export const meta = () => pageTitle('Link a question or finding');

export async function loader(args: LoaderFunctionArgs) {
  const { capability } = await capabilityToKeep(args);
  return { reference: capability.reference, name: capability.name };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, linkCapability, {
    fixed: capabilityOf(args),
    done: ({ reference }) => paths.capability(reference),
    says: 'Linked',
  });

export default function LinkCapability() {
  const { reference, name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.capability(reference)} />}>
      <h1 className="govuk-heading-xl">Link a question or finding to {name}</h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <TextInput
              label="Question"
              hint="Its reference, like H7K4-QXMF"
              width={10}
              {...fieldProps(fields['question'])}
            />
            <TextInput
              label="Or finding"
              hint="Its reference"
              width={10}
              {...fieldProps(fields['finding'])}
            />
            <ActionBar>
              <Button once>Link it</Button>
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
