import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { ask } from '~/domain/query.server';
import { nameReorganisationPerson } from '~/domain/succession/commands/name-reorganisation-person.server';
import { reorganisationPeople } from '~/domain/succession/queries/reorganisation-choices.server';
import { mayReorganise } from '~/domain/succession/reorganisation-policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(mayReorganise(actor));
  const { reference, organisation } = args.params;
  return found(await ask(reorganisationPeople, actor, { reference, organisation }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, nameReorganisationPerson, {
    fixed: {
      reorganisation: args.params['reference'] ?? '',
      organisation: args.params['organisation'] ?? '',
    },
    done: ({ reference }) => paths.reorganisation(reference),
    says: 'Named',
  });

export const meta = () => pageTitle('Name a person');

export default function Person() {
  const { reference, organisation, side, alone, chosen, people } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.reorganisation(reference)} />}>
      <h1 className="govuk-heading-xl">Name a person for {organisation}</h1>
      <p className="govuk-body">
        {side === 'successor'
          ? 'They accept or decline what it is offered, as do the senior responsible owners of its teams.'
          : 'They hold what it still has until a successor accepts it.'}{' '}
        Nobody both hands over and accepts.
      </p>
      {alone && (
        <p className="govuk-body">
          It has nobody of its own who could accept. Name somebody else of the organisations below, or name
          nobody: then a coordinator who did not propose this accepts in its place, and says why.
        </p>
      )}
      <Form reply={reply} values={{ person: chosen }}>
        {(fields) => (
          <>
            <Select
              label="Person"
              hint="Of the organisations in it: in one of their teams, or with a confirmed affiliation"
              options={[{ value: '', text: 'Choose' }, ...people]}
              {...fieldProps(fields['person'])}
            />
            <Button once>Name</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
