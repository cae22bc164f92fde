import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { fieldProps, Form } from '~/components/form';
import { pinConflict } from '~/domain/evaluation/commands/pin-conflict.server';
import { pinPage } from '~/domain/evaluation/queries/pin-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(pinPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, pinConflict, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.conflicts(reference),
    says: 'The conflict is set',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Set a conflict', data.view.title] : ['Not found']));

export default function SetConflict() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <EvaluationPage chain={chain} question={view} here="Set a conflict">
      <h1 className="govuk-heading-l">Set a conflict</h1>
      <p className="govuk-body">
        For what no evidence shows, such as a duty or a manager’s wish. It holds at once, the person is told,
        and only a coordinator can lift it.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <Select
              label="Who has the conflict?"
              options={[
                { text: 'Choose a person', value: '' },
                ...view.people.map(({ reference, name, capacities }) => ({
                  text: `${name} (${capacities.toLowerCase()})`,
                  value: reference,
                })),
              ]}
              {...fieldProps(fields['person'])}
            />
            {view.bids.length > 0 && (
              <Select
                label="About which bid?"
                options={[
                  { text: 'The whole competition', value: '' },
                  ...view.bids.map(({ reference, bidder }) => ({ text: bidder, value: reference })),
                ]}
                {...fieldProps(fields['bid'])}
              />
            )}
            <Textarea label="Your reason" hint="Kept on file" rows={4} {...fieldProps(fields['reason'])} />
            <Button once>Set the conflict</Button>
          </>
        )}
      </Form>
    </EvaluationPage>
  );
}
