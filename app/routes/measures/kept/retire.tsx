import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '~/components/reason-form';
import { moveMeasure } from '~/domain/measures/commands/move-measure.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { measureToKeep } from './keeping.server';

export const meta = () => pageTitle('Retire a measure');

export async function loader(args: LoaderFunctionArgs) {
  const { measure } = await measureToKeep(args);
  return { reference: measure.reference, name: measure.name };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, moveMeasure, {
    fixed: { reference: args.params['reference'] ?? '', to: 'retired' },
    done: ({ reference }) => paths.measureRecord(reference),
    says: 'Retired. Its figures stay.',
  });

export default function RetireMeasure() {
  const { reference, name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.measureRecord(reference)} />}>
      <span className="govuk-caption-xl">{name}</span>
      <h1 className="govuk-heading-xl">Retire this measure</h1>
      <p className="govuk-body">
        Nothing more is counted. Its figures and its place on issued scorecards stay.
      </p>
      <ReasonForm
        reply={reply}
        label="Why it is no longer counted"
        button="Retire it"
        warning
        backHref={paths.measureRecord(reference)}
      />
    </PageBody>
  );
}
