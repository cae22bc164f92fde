import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { SIGNAL_CONFIDENCES, signalConfidences } from '~/domain/elicitation/horizon/yardstick';
import { recordValue } from '~/domain/measures/commands/record-value.server';
import { latestPeriods, showPeriodOf } from '~/domain/measures/period';
import { isoDay, ukDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { measureToKeep } from './keeping.server';

export const meta = () => pageTitle('Record a figure');

const SHOWN = 40;

export async function loader(args: LoaderFunctionArgs) {
  const { actor, measure } = await measureToKeep(args);
  const { reference, name, unit, periodKind, values } = measure;
  const counted = new Set(values.map(({ startsOn }) => isoDay(startsOn)));
  const periods = latestPeriods(periodKind, ukDay(actor.asOf), SHOWN).map((start) => {
    const value = isoDay(start);
    return {
      value,
      text: `${showPeriodOf(periodKind, start)}${counted.has(value) ? ' (has a figure)' : ''}`,
    };
  });
  return { reference, name, unit, periods };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, recordValue, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.measureRecord(reference),
    says: 'Recorded, as claimed. Link what shows it next.',
  });

export default function RecordFigure() {
  const { reference, name, unit, periods } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.measureRecord(reference)} />}>
      <span className="govuk-caption-xl">{name}</span>
      <h1 className="govuk-heading-xl">Record a figure</h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <Select
              label="Period"
              hint="Where there is a figure already, yours corrects it; the one before stays readable."
              options={[{ text: 'Choose a period', value: '' }, ...periods]}
              {...fieldProps(fields['startsOn'])}
            />
            <TextInput label={`Figure, in ${unit}`} width={10} {...fieldProps(fields['value'])} />
            <TextInput label="Source" hint="Where the figure stands" {...fieldProps(fields['source'])} />
            <Radios
              label="How sound it is"
              labelProps={{ size: 's' }}
              items={signalConfidences.map((value) => ({ value, label: SIGNAL_CONFIDENCES[value] }))}
              {...fieldProps(fields['confidence'])}
            />
            <Textarea
              label="Note (optional)"
              hint="For a correction, why. Nothing operational."
              rows={3}
              {...fieldProps(fields['note'])}
            />
            <ActionBar>
              <Button once>Record it</Button>
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
