import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Deadline } from '~/components/bid/deadline';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { Clearance } from '~/components/bid/clearance';
import { LotChoice } from '~/components/bid/lot-choice';
import { LotsOfQuestion } from '~/components/bid/lots-of-question';
import { Chain } from '~/components/chain';
import { checkboxesProps, fieldProps, Form, type Fields } from '~/components/form';
import { startBid } from '~/domain/bids/commands/start-bid.server';
import { bidStart } from '~/domain/bids/queries/bid-start.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Radios } from '~/ui/forms/radios';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfQuestion } from '../chain-of-bid.server';
import { showCount } from '~/domain/words';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const start = found(await ask(bidStart, actor, { reference: args.params['reference'] }));
  return { ...start, chain: await chainOfQuestion(actor, start.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, startBid, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.bid(reference),
    says: 'Your bid is started. Only the people you invite can see it.',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle('Start a bid', ...(data ? [data.title] : []));

export default function Start() {
  const start = useLoaderData<typeof loader>();
  const { title, reference, chain, weights, closesAt, millisecondsLeft, open, odds } = start;
  return (
    <PageBody
      before={
        <>
          {chain && <Chain chain={chain} />}
          <Breadcrumbs items={[{ text: title, href: paths.question(reference) }, { text: 'Start a bid' }]} />
        </>
      }
    >
      <h1 className="govuk-heading-l">Before you start a bid</h1>
      <p className="govuk-body">
        <Deadline closesAt={closesAt} millisecondsLeft={millisecondsLeft} open={open} />. A bid counts if
        Soundings’ database clock is before that instant when it records the bid. Equal time is late.
      </p>
      <h2 className="govuk-heading-m">The terms</h2>
      <SummaryList rows={start.terms.map(({ label, value }) => ({ key: label, value }))} />
      <LotsOfQuestion lots={start.lots} limits={start.lotLimits} />
      <h2 className="govuk-heading-m">What you would write, and how it is judged</h2>
      <SummaryList
        rows={start.sections.map(({ title: key, criterion, requirement, words, hint }) => ({
          key,
          value: requirement
            ? `${hint} Up to ${words} words.`
            : criterion
              ? `${criterion.weight}% of quality, up to ${words} words`
              : hint,
        }))}
      />
      <p className="govuk-body">
        Quality counts {weights.quality}% and price {weights.price}%.{' '}
        {start.priceAfterQuality ? 'Prices stay sealed until the panel has agreed on quality. ' : ''}
        {start.bidsAnonymous ? 'The panel does not see who bids until its scores are agreed.' : ''}
      </p>
      {start.clearance && <Clearance {...start.clearance} />}
      {odds && (
        <InsetText>
          So far {odds.awards} of {showCount(odds.bids, 'bid')} on this route were awarded, over{' '}
          {showCount(odds.questions, 'question')}.
        </InsetText>
      )}
      <StartForm />
    </PageBody>
  );
}

function StartForm() {
  const {
    own,
    may,
    why,
    ordered,
    lots,
    organisations,
    alone,
    eligibility,
    expression,
    reference,
    takesBids,
  } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (own)
    return (
      <>
        <RefusalSummary reply={reply} />
        <Button href={paths.bid(own)}>Go to your bid</Button>
      </>
    );
  if (!may.start)
    return (
      <>
        <RefusalSummary reply={reply} />
        <InsetText>
          {why ?? (takesBids ? 'This question takes no more bids.' : 'This route takes no bids.')}{' '}
          <a className="govuk-link" href={paths.question(reference)}>
            Back to the question
          </a>
        </InsetText>
      </>
    );
  if (expression !== 'notAsked' && expression !== 'invited')
    return (
      <>
        <RefusalSummary reply={reply} />
        <p className="govuk-body">
          This question asks for short expressions of interest first. Only those invited after that bid.
        </p>
        <Button href={paths.expression(reference)}>
          {expression === 'none' ? 'Expressions of interest' : 'See your expression of interest'}
        </Button>
      </>
    );
  if (eligibility === 'toConfirm' || eligibility === 'ineligible')
    return (
      <>
        <RefusalSummary reply={reply} />
        <p className="govuk-body">The team says who may bid. Confirm that you may before you start.</p>
        <Button href={paths.bidEligibility(reference)}>
          {eligibility === 'ineligible' ? 'See why you cannot bid' : 'Confirm that you may bid'}
        </Button>
      </>
    );
  if (lots.length > 0 && lots.every((lot) => lot.own)) return <RefusalSummary reply={reply} />;
  const items = [
    ...organisations.map((one) => ({ value: one.reference, label: one.name })),
    ...(alone ? [{ value: 'independent', label: 'Myself, for no organisation' }] : []),
  ];
  return (
    <Form reply={reply} values={items.length === 1 ? { organisation: items[0]?.value } : {}}>
      {(fields: Fields) => (
        <>
          <LotChoice {...{ lots, ordered, fields }} />
          <Radios label="Who do you bid for?" items={items} {...fieldProps(fields['organisation'])} />
          <Checkboxes
            label="The terms"
            items={[{ value: 'on', label: 'I have read the terms of this question' }]}
            {...checkboxesProps(fields['termsRead'])}
          />
          <Button once>Start a bid</Button>
        </>
      )}
    </Form>
  );
}
