import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { agreeRequirements } from '~/domain/evaluation/commands/agree-requirements.server';
import { requirementsPage } from '~/domain/evaluation/queries/requirements-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden } from '~/web/reply.server';
import { seen } from '~/web/seen.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(requirementsPage, actor, { reference: args.params['reference'] }));
  if (!view.may.agree) throw forbidden(view.why ?? 'There is nothing to agree with here now.');
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, agreeRequirements, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ question }) => paths.evaluation(question),
      says: ({ excluded }) =>
        excluded ? 'The bid is excluded, and its bidder is told why.' : 'Agreed. The bid can be scored.',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [`Agree about the bid of ${data.view.bid.bidder}`, data.view.title] : ['Not found']));

export default function Agree() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { bid, requirements, excludes, checkedBy } = view;
  return (
    <EvaluationPage chain={chain} question={view} here={`Agree about the bid of ${bid.bidder}`}>
      <h1 className="govuk-heading-l">
        {excludes ? 'Agree that a requirement is not met' : 'Agree that the requirements are met'}
      </h1>
      <SummaryList
        rows={requirements.map(({ position, text, met, reason }) => ({
          key: `${position}. ${text}`,
          value: `${met ? 'Met' : 'Not met'}: ${reason}`,
        }))}
      />
      <p className="govuk-body">
        Found by {checkedBy ?? 'one of the panel'}.{' '}
        {excludes
          ? 'The bid is excluded with your agreement, and its bidder reads the reasons above. This cannot be taken back.'
          : 'With your agreement the bid can be scored. This cannot be taken back.'}
      </p>
      <ConfirmForm
        reply={reply}
        button={excludes ? 'Agree, and exclude the bid' : 'Agree'}
        warning={excludes}
        backHref={paths.requirements(bid.reference)}
      >
        <input type="hidden" name="seen" value={view.seen} />
      </ConfirmForm>
    </EvaluationPage>
  );
}
