import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { erasePerson } from '~/domain/people/commands/erase-person.server';
import { FORMER_MEMBER } from '~/domain/people/person';
import { mayAdministerPeople } from '~/domain/people/person-policy';
import { personPage } from '~/domain/people/queries/person-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { WarningText } from '~/ui/content/warning-text';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { personOf } from './person-of';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayAdministerPeople(actor));
  const { name, reference } = found(await ask(personPage, actor, { reference: args.params.reference }));
  return { name, reference };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, erasePerson, {
    fixed: { person: args.params.reference ?? '' },
    done: () => personOf(args.params),
    says: 'The person is erased. What they did stays, under no name',
  });

export const meta = () => pageTitle('Erase a person');

const GROUNDS = [
  { value: 'request', label: 'The person asked for it' },
  { value: 'retention', label: 'The time for keeping it is over' },
  { value: 'order', label: 'A court or the regulator ordered it' },
];

export default function Erase() {
  const { name, reference } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.person(reference)} />}>
      <h1 className="govuk-heading-xl">Erase {name}</h1>
      <p className="govuk-body">What goes, for good:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>the name, which becomes “{FORMER_MEMBER}”, the post, the ORCID iD and every address</li>
        <li>the password, second factor and sessions</li>
        <li>the expert profile, notices and letters</li>
        <li>the key that makes personal text in the history readable</li>
      </ul>
      <p className="govuk-body">
        What stays: that things were done and when, scores, ratings and decisions, under no name; and the
        names of authors of published findings. The history still verifies.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <Radios label="On what ground" items={GROUNDS} {...fieldProps(fields.basis)} />
            <WarningText>This cannot be taken back.</WarningText>
            <TextInput
              label={`Write “${name}” to confirm`}
              autoComplete="off"
              {...fieldProps(fields.confirmation)}
            />
            <Button variant="warning">Erase {name}</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
