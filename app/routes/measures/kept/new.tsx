import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { DefinitionFields, MeasureFields } from '~/components/measure/measure-fields';
import { defineMeasure } from '~/domain/measures/commands/define-measure.server';
import { mayDefineMeasure } from '~/domain/measures/measure-policy';
import { measureChoices } from '~/domain/measures/queries/measure-choices.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Define a measure');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayDefineMeasure(actor));
  return { choices: found(await ask(measureChoices, actor, {})) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, defineMeasure, {
    done: ({ reference }) => paths.measureRecord(reference),
    says: 'Defined, as a draft. With an owner and a review date it can be piloted.',
  });

export default function NewMeasure() {
  const { choices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.measures()} />}>
      <h1 className="govuk-heading-xl">Define a measure</h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <MeasureFields fields={fields} choices={choices} />
            <DefinitionFields fields={fields} />
            <ActionBar>
              <Button once>Save the draft</Button>
              <a className="govuk-link" href={paths.measures()}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
