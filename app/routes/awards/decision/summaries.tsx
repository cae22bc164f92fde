import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { AwardTag } from '~/components/award/delivery/award-tag';
import { ConfirmForm } from '~/components/confirm-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { SummaryOutcome, SummaryView } from '~/components/award/summary-view';
import { CHALLENGE_OUTCOMES } from '~/domain/awards/challenge/challenge';
import { sendSummaries } from '~/domain/awards/commands/send-summaries.server';
import { summariesPage } from '~/domain/awards/queries/summaries-page.server';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { EmptyState } from '~/ui/report/empty-state';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfDecision } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(summariesPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfDecision(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, sendSummaries, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.summaries(reference),
    says: 'Every bidder can now read the summary of their own bid',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Summaries, notice and awards', data.view.title] : ['Not found']));

type View = ReturnType<typeof useLoaderData<typeof loader>>['view'];

export default function Summaries() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <EvaluationPage chain={chain} question={view} here="Summaries, notice and awards">
      {!view.may.send && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Summaries, notice and awards</h1>
      {view.decidedAt === null && (
        <EmptyState title="This question is not decided yet">
          Summaries are prepared for every bidder when the senior responsible owner approves a recommendation.
        </EmptyState>
      )}
      {view.awards.length > 0 && <Awards awards={view.awards} />}
      <Challenges challenges={view.challenges} />
      {(view.may.giveNotice || view.may.send) && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.letters(view.reference)}>
            Letters to bidders
          </a>{' '}
          (optional): prepared from templates, sent with the notice.
        </p>
      )}
      {view.may.giveNotice && <Button href={paths.giveNotice(view.reference)}>Give the award notice</Button>}
      {view.summaries.length > 0 && <h2 className="govuk-heading-m">What each bidder is told</h2>}
      {view.summaries.map(({ reference, bidder, content, sentAt }) => (
        <Details
          key={reference}
          summary={`${bidder}: ${sentAt ? `sent on ${showInstant(sentAt)}` : 'not sent yet'}`}
        >
          <SummaryOutcome content={content} />
          <SummaryView content={content} />
        </Details>
      ))}
      {view.may.send && (
        <>
          <p className="govuk-body">
            Each bidder reads their own scores, reasons and feedback by criterion, without the names of
            evaluators. Nobody reads of another bid before the notice.
          </p>
          <ConfirmForm
            reply={reply}
            button="Send all summaries"
            backHref={paths.evaluation(view.reference)}
            back="Later"
          />
        </>
      )}
    </EvaluationPage>
  );
}

const Awards = ({ awards }: { awards: View['awards'] }) => (
  <ScrollingTable
    name="Awards"
    caption="Awards"
    captionSize="m"
    head={['Bid', 'Amount', 'State']}
    rows={awards.map((award) => [
      <a key="award" className="govuk-link" href={paths.award(award.reference)}>
        {award.bidder}
      </a>,
      showMoney(award.amount),
      <AwardTag key="state" state={award.state} />,
    ])}
  />
);

const Challenges = ({ challenges }: { challenges: View['challenges'] }) =>
  challenges.length === 0 ? null : (
    <ScrollingTable
      name="Challenges"
      caption="Challenges"
      captionSize="m"
      head={['Lodged', 'Standing']}
      rows={challenges.map(({ reference, lodgedAt, outcome }) => [
        <a key="challenge" className="govuk-link" href={paths.challenge(reference)}>
          {showInstant(lodgedAt)}
        </a>,
        outcome ? CHALLENGE_OUTCOMES[outcome] : 'A coordinator decides. No contract can be signed until then',
      ])}
    />
  );
