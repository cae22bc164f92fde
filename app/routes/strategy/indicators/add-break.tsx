import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, fieldProps } from '~/components/form';
import { addIndicatorBreak } from '~/domain/understanding/commands/add-indicator-break.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { indicatorToKeep } from './keeping.server';

export const loader = (args: LoaderFunctionArgs) => indicatorToKeep(args);

export const action = (args: ActionFunctionArgs) =>
  act(args, addIndicatorBreak, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.indicator(reference),
    says: 'Flagged. No trend is claimed across it.',
  });

export const meta = () => pageTitle('Flag a change of recording');

export default function AddBreak() {
  const { reference, name } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.indicator(reference)} />}>
      <span className="govuk-caption-xl">{name}</span>
      <h1 className="govuk-heading-xl">Flag a change of recording</h1>
      <Form reply={useActionData<typeof action>()}>
        {(fields) => (
          <>
            <TextInput
              label="First period that is counted otherwise"
              hint="Like 2018, 2018-04 or 2018-04-01"
              width={10}
              {...fieldProps(fields['periodWritten'])}
            />
            <TextInput label="What changed" {...fieldProps(fields['what'])} />
            <TextInput label="Source" {...fieldProps(fields['source'])} />
            <Button once>Flag it</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
