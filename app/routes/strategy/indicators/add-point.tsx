import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, dateProps, fieldProps } from '~/components/form';
import { addIndicatorPoint } from '~/domain/understanding/commands/add-indicator-point.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { indicatorToKeep } from './keeping.server';

export const loader = (args: LoaderFunctionArgs) => indicatorToKeep(args);

export const action = (args: ActionFunctionArgs) =>
  act(args, addIndicatorPoint, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.indicator(reference),
    says: 'Figure added',
  });

export const meta = () => pageTitle('Add a figure');

export default function AddPoint() {
  const { reference, name, unit } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.indicator(reference)} />}>
      <span className="govuk-caption-xl">{name}</span>
      <h1 className="govuk-heading-xl">Add a figure</h1>
      <p className="govuk-body">
        A figure for a period that has one replaces it; the one before stays readable.
      </p>
      <Form reply={useActionData<typeof action>()}>
        {(fields) => (
          <>
            <TextInput
              label="Period"
              hint="As the source has it: 2018, 2018-04 or 2018-04-01"
              width={10}
              {...fieldProps(fields['periodWritten'])}
            />
            <TextInput label={`Figure, in ${unit}`} width={20} {...fieldProps(fields['value'])} />
            <TextInput label="Source" {...fieldProps(fields['source'])} />
            <DateInput label="Date of the source" {...dateProps(fields['sourceDate'])} />
            <Button once>Add the figure</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
