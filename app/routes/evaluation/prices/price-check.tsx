import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { Lines } from '~/components/lines';
import { dateProps, fieldProps, Form } from '~/components/form';
import { decideOnPrice } from '~/domain/evaluation/commands/decide-on-price.server';
import { queryPrice } from '~/domain/evaluation/commands/query-price.server';
import { priceCheckPage } from '~/domain/evaluation/queries/price-check-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(priceCheckPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const acting = {
    form,
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ question }: { question: string }) => paths.prices(question),
  };
  return form.has('answerBy.day')
    ? act(args, queryPrice, { ...acting, says: 'The bidder is asked' })
    : tellIfGone(args, loader, act(args, decideOnPrice, { ...acting, says: 'Your decision is recorded' }));
}

export const meta = () => pageTitle('Price of a bid');

export default function PriceCheck() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <EvaluationPage chain={chain} question={view} here="Price of a bid">
      <span className="govuk-caption-l">{view.bidder}</span>
      <h1 className="govuk-heading-l">Price of the bid</h1>
      {view.asked && <Lines text={`Asked: ${view.asked.reason}`} />}
      {view.asked?.explanation && <Lines text={`Explained: ${view.asked.explanation}`} />}
      {view.may === 'ask' && (
        <Form reply={reply} values={{ reason: view.found.join(' ') }}>
          {(fields) => (
            <>
              <Textarea
                label="What looks low, and what should the bidder explain?"
                hint="The bidder reads this. Say nothing of other bids that the bidder may not know."
                rows={6}
                {...fieldProps(fields['reason'])}
              />
              <DateInput label="By when?" hint="Until 5pm on that day" {...dateProps(fields['answerBy'])} />
              <Button once>Ask the bidder</Button>
            </>
          )}
        </Form>
      )}
      {view.may === 'decide' && (
        <Form reply={reply}>
          {(fields) => (
            <>
              <Radios
                label="May the price stand?"
                items={[
                  { value: 'accepted', label: 'Yes, the bid goes on' },
                  { value: 'excluded', label: 'No, the bid is excluded' },
                ]}
                {...fieldProps(fields['decision'])}
              />
              <Textarea
                label="Why?"
                hint="The bidder reads the reason, and it stays on file"
                rows={5}
                {...fieldProps(fields['reason'])}
              />
              <Button once>Record the decision</Button>
            </>
          )}
        </Form>
      )}
      {view.may === null && (
        <InsetText>
          There is nothing to ask or decide now.{' '}
          <a className="govuk-link" href={paths.prices(view.reference)}>
            Back to the prices
          </a>
        </InsetText>
      )}
    </EvaluationPage>
  );
}
