import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { dateProps, fieldProps, Form } from '~/components/form';
import { ask } from '~/domain/query.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { HARM_SCORES } from '~/domain/understanding/business/stage-harm';
import { recordStageHarm } from '~/domain/understanding/commands/record-stage-harm.server';
import { mayKeepStageHarm } from '~/domain/understanding/understanding-policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
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

export const meta = () => pageTitle('How harmful a stage is');

const slug = z.string().max(100).optional();

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayKeepStageHarm(actor));
  const { area = '', stage = '' } = readSearch(args.request, { area: slug, stage: slug });
  const terms = found(await ask(termChoices, actor, { schemes: ['threatArea', 'businessModelStage'] }));
  return { terms, values: { area, stage } };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, recordStageHarm, { done: () => paths.businessModels(), says: 'Recorded, with its source' });

export default function RecordStageHarm() {
  const { terms, values } = useLoaderData<typeof loader>();
  const options = (scheme: string) => [
    { text: 'Choose', value: '' },
    ...terms.filter((term) => term.scheme === scheme).map(({ slug: value, name }) => ({ text: name, value })),
  ];
  return (
    <PageBody before={<BackLink href={paths.businessModels()} />}>
      <h1 className="govuk-heading-xl">How harmful a stage is</h1>
      <p className="govuk-body">
        A score that a source gives, within one threat area. A new one replaces the last, which stays on
        record.
      </p>
      <Form reply={useActionData<typeof action>()} values={values}>
        {(fields) => (
          <>
            <Select label="Threat area" options={options('threatArea')} {...fieldProps(fields['area'])} />
            <Select label="Stage" options={options('businessModelStage')} {...fieldProps(fields['stage'])} />
            <Radios
              label="Harm"
              items={Object.entries(HARM_SCORES).map(([value, label]) => ({ value, label }))}
              {...fieldProps(fields['score'])}
            />
            <TextInput
              label="Source"
              hint="Title and page or table. Nothing operational."
              {...fieldProps(fields['source'])}
            />
            <DateInput
              label="Date of the source"
              labelProps={{ size: 's' }}
              {...dateProps(fields['sourceDate'])}
            />
            <Textarea label="Note (optional)" rows={2} {...fieldProps(fields['note'])} />
            <Button once>Record it</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
