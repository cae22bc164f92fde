import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BidPage } from '~/components/bid/bid-page';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { Lines } from '~/components/lines';
import { ReasonForm } from '~/components/reason-form';
import { explainPrice } from '~/domain/evaluation/commands/explain-price.server';
import { priceQuestionPage } from '~/domain/evaluation/queries/price-question-page.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return found(await ask(priceQuestionPage, actor, { reference: args.params['reference'] }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, explainPrice, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.priceQuestion(reference),
    says: 'Your explanation is with the panel',
  });

export const meta = () => pageTitle('Explain the price');

const DECISIONS = { accepted: 'The price may stand.', excluded: 'The bid is excluded.' };

export default function PriceQuestion() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <BidPage chain={null} bid={view} here="Explain the price">
      {!view.may.explain && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Explain the price</h1>
      <p className="govuk-body">
        The panel asks about the price of your bid. To be asked is no judgement: nobody is excluded without a
        chance to explain and a decision with its reason.
      </p>
      <SummaryList
        rows={[
          { key: 'What the panel asks', value: <Lines text={view.reason} /> },
          { key: 'Explain by', value: showInstant(view.answerBy) },
          view.explanation !== null && {
            key: 'Your explanation',
            value: <Lines text={view.explanation} />,
          },
          view.decision && {
            key: 'Decision',
            value: <Lines text={`${DECISIONS[view.decision]} ${view.decisionReason ?? ''}`} />,
          },
        ]}
      />
      {view.may.explain && (
        <ReasonForm
          reply={reply}
          name="explanation"
          label="Your explanation"
          hint="You can send it once."
          rows={10}
          button="Send the explanation"
          backHref={paths.bid(view.reference)}
        />
      )}
    </BidPage>
  );
}
