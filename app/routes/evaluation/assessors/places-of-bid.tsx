import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { settlePlace } from '~/domain/evaluation/assessors/commands/settle-place.server';
import { placePage } from '~/domain/evaluation/assessors/queries/place-page.server';
import { EXPERTISE_NAMES } from '~/domain/evaluation/assessors/assessor-reason';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(placePage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, settlePlace, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ question }) => paths.assignment(question),
    says: 'Settled. The proposal is computed around it',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [`Assessors of ${data.view.bid.bidder}`, data.view.title] : ['Not found']));

const RULES = { pin: 'Always', bar: 'Never', free: 'As computed' };

export default function PlacesOfBid() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <EvaluationPage chain={chain} question={view} here={`Assessors of ${view.bid.bidder}`}>
      <span className="govuk-caption-l">Assessors of</span>
      <h1 className="govuk-heading-l">{view.bid.bidder}</h1>
      <ScrollingTable
        name="Assessors"
        head={['Name', 'Worth', 'Field', 'Assigned', 'By hand']}
        rows={view.people.map(({ name, similarity, stated, expertise, placed, rule }) => [
          name,
          similarity ?? 'Barred',
          (stated?.expertise ?? null) === null
            ? `From works: ${expertise}`
            : EXPERTISE_NAMES[stated?.expertise ?? 0],
          placed ? 'Yes' : 'No',
          RULES[rule],
        ])}
      />
      <Form reply={reply} values={{ rule: 'pin' }}>
        {(fields) => (
          <>
            <Select
              label="Assessor"
              options={[
                { value: '', text: 'Choose' },
                ...view.people.map(({ reference, name }) => ({ value: reference, text: name })),
              ]}
              {...fieldProps(fields['person'])}
            />
            <Radios
              label="On this bid"
              items={[
                { value: 'pin', label: 'Always' },
                { value: 'bar', label: 'Never' },
                { value: 'free', label: 'As computed' },
              ]}
              {...fieldProps(fields['rule'])}
            />
            <Button once>Settle</Button>
          </>
        )}
      </Form>
    </EvaluationPage>
  );
}
