import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { ConfirmForm } from '~/components/confirm-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { Lines } from '~/components/lines';
import { inviteReplies } from '~/domain/evaluation/commands/invite-replies.server';
import { repliesPage } from '~/domain/evaluation/queries/replies-page.server';
import { plural } from '~/domain/questions/method/award-method';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(repliesPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, inviteReplies, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.replies(reference),
    says: 'The bidders are invited to reply',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Replies', data.view.title] : ['Not found']));

export default function Replies() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { may, stage, closesAt } = view;
  return (
    <EvaluationPage chain={chain} question={view} here="Replies">
      {!may.invite && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Replies of the bidders</h1>
      <p className="govuk-body">
        Each bidder reads the panel’s reasons on their own bid, without scores or names, and has{' '}
        {plural(view.workingDays, 'working day')} to reply in {plural(view.words ?? 0, 'word')}. The panel
        reads the replies before it agrees its scores.
      </p>
      {closesAt && (
        <p className="govuk-body">
          {stage === 'open' ? 'Replies close on' : 'Replies closed on'} {showInstant(closesAt)}.
        </p>
      )}
      {view.waits && (
        <p className="govuk-body">Bidders can be invited once every evaluator has submitted scores.</p>
      )}
      {may.invite && (
        <ConfirmForm
          reply={reply}
          button="Invite the bidders to reply"
          backHref={paths.moderation(view.reference)}
        />
      )}
      {closesAt &&
        view.replies.map(({ reference, bidder, text }) => (
          <section key={reference}>
            <h2 className="govuk-heading-m">{bidder}</h2>
            {text === null ? <p className="govuk-body">Nothing to read yet.</p> : <Lines text={text} />}
          </section>
        ))}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.moderation(view.reference)}>
          Back to the moderation
        </a>
      </p>
    </EvaluationPage>
  );
}
