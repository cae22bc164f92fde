import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { createTeam } from '~/domain/people/commands/create-team.server';
import { organisationPage } from '~/domain/people/queries/organisation-page.server';
import { mayCreateTeam } from '~/domain/people/teams/team-policy';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  const { name, reference } = found(await ask(organisationPage, actor, { reference: args.params.reference }));
  permitted(mayCreateTeam(actor));
  return { name, reference };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, createTeam, {
    fixed: { organisation: args.params.reference ?? '' },
    done: ({ reference }) => paths.team(reference),
    says: 'Team set up. Add its members next',
  });

export const meta = () => pageTitle('Set up a team');

export default function NewTeam() {
  const organisation = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.organisation(organisation.reference)} />}>
      <span className="govuk-caption-xl">{organisation.name}</span>
      <h1 className="govuk-heading-xl">Set up a team</h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <TextInput label="Name" {...fieldProps(fields.name)} />
            <Textarea label="What it is for (optional)" rows={3} {...fieldProps(fields.purpose)} />
            <Button once>Set up</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
