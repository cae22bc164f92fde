import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { changeOrganisation } from '~/domain/people/commands/change-organisation.server';
import { mayCurateOrganisations } from '~/domain/people/organisations/organisation-policy';
import { organisationPage } from '~/domain/people/queries/organisation-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';
import { OrganisationFields } from './organisation-fields';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  const page = found(await ask(organisationPage, actor, { reference: args.params.reference }));
  permitted(mayCurateOrganisations(actor));
  return page;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, changeOrganisation, {
    fixed: { organisation: args.params.reference ?? '' },
    done: ({ reference }) => paths.organisation(reference),
    says: 'Organisation changed. What stood before is kept below',
  });

export const meta = () => pageTitle('Change an organisation');

export default function ChangeOrganisation() {
  const { reference, name, kind, level, regionCode, domains, rorId, revision } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const values = {
    ...{ name, kind, level: level ?? '', region: regionCode ?? '' },
    ...{ domains: domains.join('\n'), rorId: rorId ?? '' },
  };
  return (
    <PageBody before={<BackLink href={paths.organisation(reference)} />}>
      <h1 className="govuk-heading-xl">Change {name}</h1>
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <input type="hidden" name="revision" value={revision} />
            <OrganisationFields fields={fields} />
            <Button once>Save</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
