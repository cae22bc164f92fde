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
import { Radios } from '~/ui/forms/radios';
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
      <Form reply={useActionData<typeof action>()} values={{ area: area ?? '', kind: 'threat' }}>
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
            <Radios
              label="What kind of figure"
              items={[
                { value: 'threat', label: 'About the threat' },
                {
                  value: 'harm',
                  label: 'About its harm',
                  hint: 'In pounds a year; it counts in the priority score',
                },
              ]}
              {...fieldProps(fields['kind'])}
            />
            <TextInput label="Name" {...fieldProps(fields['name'])} />
            <Textarea
              label="What it measures, and what it does not"
              hint="For example: identified potential victims, not prevalence"
              rows={3}
              {...fieldProps(fields['measures'])}
            />
            <TextInput
              label="Unit"
              hint="Like “people”. Harm is in pounds a year"
              width={20}
              {...fieldProps(fields['unit'])}
            />
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
