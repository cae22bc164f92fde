import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, dayValues, fieldProps, Form } from '~/components/form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { planAssignment } from '~/domain/evaluation/assessors/commands/plan-assignment.server';
import { assessorsPage } from '~/domain/evaluation/assessors/queries/assessors-page.server';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { forbidden } from '~/web/reply.server';
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
  if (!view.may.run)
    throw forbidden('Only the team’s authors and the senior responsible owner plan how bids are assigned.');
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, planAssignment, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.assessors(reference),
    says: 'Each assessor scores the bids assigned to them',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Assign bids to assessors', data.view.title] : ['Not found']));

export default function Plan() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { plan } = view;
  const values = {
    perBid: String(plan?.perBid ?? 3),
    mostBids: String(plan?.mostBids ?? 8),
    anonymous: plan ? (plan.anonymous ? 'yes' : 'no') : '',
    scoresDueOn: dayValues(plan?.scoresDueOn),
  };
  return (
    <EvaluationPage chain={chain} question={view} here="Assign bids to assessors">
      <h1 className="govuk-heading-l">Assign bids to assessors</h1>
      <p className="govuk-body">
        From then on evaluators read and score only what is assigned to them. After the opening each says
        which bids they want and how well they know the field; the moderator then sees a proposal and confirms
        it.
      </p>
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <TextInput
              label="Assessors for each bid"
              width={2}
              inputMode="numeric"
              {...fieldProps(fields['perBid'])}
            />
            <TextInput
              label="Bids an assessor takes at most"
              hint="Each assessor can set their own number"
              width={3}
              inputMode="numeric"
              {...fieldProps(fields['mostBids'])}
            />
            <Radios
              label="Show bids without who bids, until they are assigned?"
              inline
              items={[
                { value: 'yes', label: 'Yes' },
                { value: 'no', label: 'No' },
              ]}
              {...fieldProps(fields['anonymous'])}
            />
            <DateInput label="Scores are due on (optional)" {...dateProps(fields['scoresDueOn'])} />
            <Button once>Save</Button>
          </>
        )}
      </Form>
    </EvaluationPage>
  );
}
