import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { Form } from '~/components/form';
import { addOrganisation } from '~/domain/people/commands/add-organisation.server';
import { mayCurateOrganisations } from '~/domain/people/organisations/organisation-policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { OrganisationFields } from './organisation-fields';

export async function loader(args: LoaderFunctionArgs) {
  permitted(mayCurateOrganisations(await personWhoAsks(args)));
  return null;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, addOrganisation, {
    done: ({ reference }) => paths.organisation(reference),
    says: 'Organisation added',
  });

export const meta = () => pageTitle('Add an organisation');

export default function NewOrganisation() {
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.organisations()} />}>
      <h1 className="govuk-heading-xl">Add an organisation</h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <OrganisationFields fields={fields} />
            <Button once>Add</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
