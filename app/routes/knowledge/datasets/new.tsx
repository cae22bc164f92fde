import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DatasetFields } from '~/components/dataset/dataset-fields';
import { dayValues, Form } from '~/components/form';
import { addDataset } from '~/domain/knowledge/commands/add-dataset.server';
import { mayAddDataset } from '~/domain/knowledge/datasets/dataset-policy';
import { addDays } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { datasetChoices } from './form-data.server';

export const meta = () => pageTitle('Enter a dataset');

const USUAL_DAYS = 365;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayAddDataset(actor));
  return { ...(await datasetChoices(actor)), reviewBy: dayValues(addDays(actor.asOf, USUAL_DAYS)) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, addDataset, {
    done: ({ reference }) => paths.dataset(reference),
    says: 'Entered. A coordinator confirms it before others read it.',
  });

export default function NewDataset() {
  const { organisations, areas, reviewBy } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.datasets()} />}>
      <h1 className="govuk-heading-xl">Enter a dataset</h1>
      <p className="govuk-body">
        Say that the data are there, who holds them and how somebody gets at them. The data stay where they
        are.
      </p>
      <Form reply={reply} values={{ reviewBy }}>
        {(fields) => (
          <>
            <DatasetFields {...{ fields, organisations, areas }} />
            <ActionBar>
              <Button once>Enter it</Button>
              <a className="govuk-link" href={paths.datasets()}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
