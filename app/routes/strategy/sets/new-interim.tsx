import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, dateProps, dayValues, fieldProps } from '~/components/form';
import { ask } from '~/domain/query.server';
import { addInterimSet } from '~/domain/strategy/commands/add-interim-set.server';
import { mayAddInterimSet } from '~/domain/strategy/interim/interim-policy';
import { KIND_NAMES, PRIORITY_KINDS } from '~/domain/strategy/priority-set';
import { ownTeams } from '~/domain/strategy/queries/own-teams.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayAddInterimSet(actor));
  return found(await ask(ownTeams, actor, {}));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, addInterimSet, {
    done: ({ slug }) => paths.prioritySet(slug),
    says: 'Interim set added. You are told a month before it expires.',
  });

export const meta = () => pageTitle('Add an interim set');

export default function NewInterimSet() {
  const { teams, today } = useLoaderData<typeof loader>();
  const values = { team: teams[0]?.reference ?? '', kind: 'threat', startsOn: dayValues(today) };
  return (
    <PageBody
      before={
        <Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Add an interim set' }]} />
      }
    >
      <h1 className="govuk-heading-xl">Add an interim set</h1>
      <p className="govuk-body">
        What comes first for your organisation while no strategy says so. Questions and findings can be ranked
        and filtered by it. It is called interim wherever it is shown, and it expires.
      </p>
      <Form reply={useActionData<typeof action>()} values={values}>
        {(fields) => (
          <>
            <Radios
              label="Team that owns it"
              items={teams.map(({ reference, name, organisation }) => ({
                value: reference,
                label: name,
                hint: organisation,
              }))}
              {...fieldProps(fields['team'])}
            />
            <TextInput label="Name" hint="“(interim)” is added to it" {...fieldProps(fields['document'])} />
            <Radios
              label="What kind of priorities are these?"
              items={PRIORITY_KINDS.map((kind) => ({ value: kind, label: KIND_NAMES[kind] }))}
              {...fieldProps(fields['kind'])}
            />
            <DateInput label="First day" {...dateProps(fields['startsOn'])} />
            <DateInput
              label="Last day"
              hint="Two years after the first at most"
              {...dateProps(fields['expiresOn'])}
            />
            <Textarea
              label="Priorities, one a line"
              hint="A name that is a threat area is linked to it. Others can be mapped afterwards"
              rows={8}
              {...fieldProps(fields['priorities'])}
            />
            <Textarea label="Why it is needed for now" rows={4} {...fieldProps(fields['note'])} />
            <Button once>Add interim set</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
