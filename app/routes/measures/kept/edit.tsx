import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayValues, Form } from '~/components/form';
import { MeasureFields } from '~/components/measure/measure-fields';
import { changeMeasure } from '~/domain/measures/commands/change-measure.server';
import { measureChoices } from '~/domain/measures/queries/measure-choices.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { measureToKeep } from './keeping.server';

export const meta = () => pageTitle('Change a measure');

export async function loader(args: LoaderFunctionArgs) {
  const { actor, measure } = await measureToKeep(args);
  const choices = found(await ask(measureChoices, actor, {}));
  const { priority, area, objective, baseline, effectMonths, reference, revision } = measure;
  const about = priority
    ? `priority:${priority.reference}`
    : area
      ? `area:${area.slug}`
      : `objective:${objective?.reference ?? ''}`;
  const text = (number: number | null) => (number === null ? '' : String(number));
  const known = choices.about.some(({ value }) => value === about);
  const now = { value: about, text: priority?.name ?? area?.name ?? objective?.name ?? '' };
  const values = {
    ...{ name: measure.name, about, class: measure.class, part: measure.part, unit: measure.unit },
    ...{ wanted: measure.wanted, periodKind: measure.periodKind, baseline: text(baseline) },
    ...{ effectMonths: text(effectMonths), baselineOn: dayValues(measure.baselineOn) },
    ...{ organisation: measure.organisation?.reference ?? '', owner: measure.owner?.reference ?? '' },
    reviewOn: dayValues(measure.reviewOn),
  };
  const about_ = known ? choices.about : [now, ...choices.about];
  return { reference, revision, values, choices: { ...choices, about: about_ } };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, changeMeasure, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.measureRecord(reference),
    says: 'Changed',
  });

export default function EditMeasure() {
  const { reference, revision, values, choices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.measureRecord(reference)} />}>
      <h1 className="govuk-heading-xl">Change this measure</h1>
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <input type="hidden" name="revision" value={revision} />
            <MeasureFields fields={fields} choices={choices} />
            <ActionBar>
              <Button once>Save</Button>
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
