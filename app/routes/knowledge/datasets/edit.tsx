import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DatasetFields } from '~/components/dataset/dataset-fields';
import { dayValues, Form } from '~/components/form';
import { editDataset } from '~/domain/knowledge/commands/edit-dataset.server';
import { datasetPage } from '~/domain/knowledge/queries/dataset-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { datasetChoices } from './form-data.server';

export const meta = () => pageTitle('Change a dataset');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const dataset = found(await ask(datasetPage, actor, { reference: args.params['reference'] }));
  if (!dataset.may.keep) throw forbidden('Only its owner, whoever entered it, or a coordinator can do this.');
  const { reference, organisation, areas, reviewBy, coversFrom, coversTo, ...said } = dataset;
  const values = {
    ...{ name: said.name, holds: said.holds, accessRoute: said.accessRoute, constraints: said.constraints },
    ...{ geography: said.geography, address: said.address, organisation: organisation.reference },
    ...{ coversFrom: String(coversFrom ?? ''), coversTo: String(coversTo ?? '') },
    ...{ threatAreas: areas.map(({ slug }) => slug), reviewBy: dayValues(reviewBy) },
  };
  return { ...(await datasetChoices(actor)), reference, values };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, editDataset, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.dataset(reference),
    says: 'Changed',
  });

export default function EditDataset() {
  const { organisations, areas, reference, values } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.dataset(reference)} />}>
      <h1 className="govuk-heading-xl">Change this dataset</h1>
      <p className="govuk-body">What a member changes is confirmed again by a coordinator.</p>
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <DatasetFields {...{ fields, organisations, areas }} />
            <ActionBar>
              <Button once>Save</Button>
              <a className="govuk-link" href={paths.dataset(reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
