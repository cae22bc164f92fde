import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { DefinitionFields } from '~/components/measure/measure-fields';
import { redefineMeasure } from '~/domain/measures/commands/redefine-measure.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { measureToKeep } from './keeping.server';

export const meta = () => pageTitle('Change the definition');

export async function loader(args: LoaderFunctionArgs) {
  const { measure } = await measureToKeep(args);
  const { reference, name, versions } = measure;
  const [latest] = versions;
  const values = latest && {
    ...{ definition: latest.definition, method: latest.method, definitionSource: latest.source },
  };
  return { reference, name, values };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, redefineMeasure, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.measureRecord(reference),
    says: 'Defined anew. Its figures begin a new series.',
  });

export default function Redefine() {
  const { reference, name, values } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.measureRecord(reference)} />}>
      <span className="govuk-caption-xl">{name}</span>
      <h1 className="govuk-heading-xl">Change the definition</h1>
      <p className="govuk-body">
        A changed definition starts a new series. The two are shown apart and are never joined.
      </p>
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <DefinitionFields fields={fields} />
            <Textarea label="What changes, and why" rows={3} {...fieldProps(fields['changeNote'])} />
            <ActionBar>
              <Button once>Start a new series</Button>
              <a className="govuk-link" href={paths.measureRecord(reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
