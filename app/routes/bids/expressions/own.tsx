import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { fieldProps, Form } from '~/components/form';
import { Lines } from '~/components/lines';
import { submitExpression } from '~/domain/bids/commands/submit-expression.server';
import { ownExpressionPage } from '~/domain/bids/queries/own-expression-page.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { CharacterCount } from '~/ui/forms/character-count';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return found(await ask(ownExpressionPage, actor, { reference: args.params['reference'] }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, submitExpression, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.expression(reference),
    says: 'Your expression of interest is in. Nobody reads it before the deadline.',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle('Expression of interest', ...(data ? [data.title] : []));

export default function OwnExpression() {
  const { reference, title, criteria, words, expressionsCloseAt, bidsCloseAt, open, may, why } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.question(reference)} />}>
      {!may.send && <RefusalSummary reply={reply} />}
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Expression of interest</h1>
      <p className="govuk-body">
        A short form without a price. It is sealed until the deadline. Then the panel says yes or no to each
        by the criteria below, and those chosen are invited to bid in full.
      </p>
      <SummaryList
        rows={[
          { key: open ? 'Closes' : 'Closed', value: showInstant(expressionsCloseAt) },
          { key: 'Most words of your approach', value: String(words) },
          { key: 'How it is judged', value: <Lines text={criteria} /> },
          ...(bidsCloseAt ? [{ key: 'Full bids close', value: showInstant(bidsCloseAt) }] : []),
        ]}
      />
      <Standing />
      {may.send ? <SendForm /> : why && <InsetText>{why}</InsetText>}
    </PageBody>
  );
}

function Standing() {
  const { standing, reason, reference, sent, may, open } = useLoaderData<typeof loader>();
  if (standing === 'none') return open ? null : <InsetText>You sent none.</InsetText>;
  if (standing === 'waiting')
    return (
      <InsetText>
        You sent it on {sent && showInstant(sent.at)}.{' '}
        {may.send ? (
          <>
            You can replace it below, or{' '}
            <a className="govuk-link" href={paths.withdrawExpression(reference)}>
              take it back
            </a>
            , until the deadline.
          </>
        ) : (
          'You are told when the panel has judged all of them.'
        )}
      </InsetText>
    );
  return (
    <InsetText>
      <p className="govuk-body">
        {standing === 'invited' ? 'You are invited to bid in full.' : 'You are not invited to bid this time.'}
      </p>
      <Lines text={reason ?? ''} />
      {standing === 'invited' && <Button href={paths.startBid(reference)}>Start a bid</Button>}
    </InsetText>
  );
}

function SendForm() {
  const { sent, organisations, words, eligibility, reference } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (eligibility === 'toConfirm' || eligibility === 'ineligible')
    return (
      <>
        <RefusalSummary reply={reply} />
        <p className="govuk-body">The team says who may bid. Confirm that you may before you write.</p>
        <Button href={paths.bidEligibility(reference)}>Who may bid</Button>
      </>
    );
  const items = [...organisations, { value: 'independent', label: 'Myself, for no organisation' }];
  const first = items.length === 1 ? { organisation: 'independent' } : {};
  return (
    <Form reply={reply} values={sent ? { ...sent, at: undefined } : first}>
      {(fields) => (
        <>
          <Radios
            label="Who would you bid for?"
            labelProps={{ size: 's' }}
            items={items}
            {...fieldProps(fields['organisation'])}
          />
          <Textarea
            label="Who would do the work"
            labelProps={{ size: 's' }}
            hint="One person a line, with their part."
            rows={4}
            {...fieldProps(fields['names'])}
          />
          <CharacterCount
            label="Your approach"
            labelProps={{ size: 's' }}
            maxWords={words ?? undefined}
            rows={12}
            {...fieldProps(fields['approach'])}
          />
          <ActionBar>
            <Button once>{sent ? 'Replace what you sent' : 'Send'}</Button>
            <a className="govuk-link" href={paths.question(reference)}>
              Back to the question
            </a>
          </ActionBar>
        </>
      )}
    </Form>
  );
}
