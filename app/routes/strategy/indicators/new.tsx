import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Form, fieldProps } from '~/components/form';
import { ask } from '~/domain/query.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { addIndicator } from '~/domain/understanding/commands/add-indicator.server';
import { mayKeepIndicatorsNow } from '~/domain/understanding/queries/may-keep-indicators.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { area } = readSearch(args.request, { area: z.string().max(100).optional() });
  permitted(found(await ask(mayKeepIndicatorsNow, actor, {})).verdict);
  return { area, areas: found(await ask(termChoices, actor, { schemes: ['threatArea'] })) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, addIndicator, {
    done: ({ reference }) => paths.indicator(reference),
    says: 'Added. Now add its figures.',
  });

export const meta = () => pageTitle('Add an indicator');

export default function NewIndicator() {
  const { area, areas } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.indicators()} />}>
      <h1 className="govuk-heading-xl">Add an indicator</h1>
      <p className="govuk-body">
        What a threat costs, and whom it kills or hurts, is recorded with{' '}
        <a className="govuk-link" href={paths.harm()}>
          the figures of harm
        </a>
        .
      </p>
      <Form reply={useActionData<typeof action>()} values={{ area: area ?? '' }}>
        {(fields) => (
          <>
            <Select
              label="Threat area"
              options={[
                { text: 'Choose', value: '' },
                ...areas.map(({ slug, name }) => ({ text: name, value: slug })),
              ]}
              {...fieldProps(fields['area'])}
            />
            <TextInput label="Name" {...fieldProps(fields['name'])} />
            <Textarea
              label="What it measures, and what it does not"
              hint="For example: identified potential victims, not prevalence"
              rows={3}
              {...fieldProps(fields['measures'])}
            />
            <TextInput label="Unit" hint="Like “people”" width={20} {...fieldProps(fields['unit'])} />
            <TextInput
              label="Baseline (optional)"
              hint="The period that changes are counted from; else the earliest"
              width={10}
              {...fieldProps(fields['baselineWritten'])}
            />
            <Button once>Add the indicator</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
