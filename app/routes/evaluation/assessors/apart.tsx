import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { keepApart } from '~/domain/evaluation/assessors/commands/keep-apart.server';
import { assessorsPage } from '~/domain/evaluation/assessors/queries/assessors-page.server';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(assessorsPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, keepApart, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.assessors(reference),
    says: 'Who sits with whom is recorded',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Keep two assessors apart', data.view.title] : ['Not found']));

export default function Apart() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const options = [
    { value: '', text: 'Choose' },
    ...view.members.map(({ person }) => ({ value: person.reference, text: person.name })),
  ];
  return (
    <EvaluationPage chain={chain} question={view} here="Keep two assessors apart">
      <h1 className="govuk-heading-l">Keep two assessors apart</h1>
      <p className="govuk-body">The two are then never assigned to the same bid.</p>
      <Form reply={reply} values={{ until: 'kept' }}>
        {(fields) => (
          <>
            <Select label="One assessor" options={options} {...fieldProps(fields['one'])} />
            <Select label="The other" options={options} {...fieldProps(fields['other'])} />
            <Textarea label="Why" rows={2} {...fieldProps(fields['reason'])} />
            <Radios
              label="From now on"
              items={[
                { value: 'kept', label: 'Never on one bid' },
                { value: 'ended', label: 'They may sit together again' },
              ]}
              {...fieldProps(fields['until'])}
            />
            <Button once>Save</Button>
          </>
        )}
      </Form>
    </EvaluationPage>
  );
}
