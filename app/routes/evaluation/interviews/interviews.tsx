import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { InviteForm } from '~/components/evaluation/interviews/invite-form';
import { ShortlistedBid } from '~/components/evaluation/interviews/shortlisted-bid';
import { Lines } from '~/components/lines';
import { inviteToInterviews } from '~/domain/evaluation/commands/invite-to-interviews.server';
import { interviewsPage } from '~/domain/evaluation/queries/interviews-page.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { Button } from '~/ui/forms/button';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(interviewsPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, inviteToInterviews, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.interviews(reference),
    says: 'The shortlist is invited',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Interviews', data.view.title] : ['Not found']));

export default function Interviews() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { may, round, reference } = view;
  return (
    <EvaluationPage chain={chain} question={view} here="Interviews">
      {!may.invite && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Interviews</h1>
      <p className="govuk-body">{view.rule}</p>
      {round && (
        <Details summary="What the panel asks">
          <Lines text={round.asks} />
          <p className="govuk-body">Bidders choose a time by {showInstant(round.chooseBy)}.</p>
        </Details>
      )}
      <h2 className="govuk-heading-m">The shortlist</h2>
      {view.shortlist.length === 0 && <p className="govuk-body">No bid reaches the shortlist.</p>}
      {view.shortlist.map((bid) => (
        <ShortlistedBid key={bid.reference} bid={bid} records={may.record} />
      ))}
      {may.invite && <InviteForm reply={reply} />}
      {may.close && <Button href={paths.agreeInterviews(reference)}>Close the interviews</Button>}
    </EvaluationPage>
  );
}
