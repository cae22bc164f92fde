import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { agreeInterviews } from '~/domain/evaluation/commands/agree-interviews.server';
import { interviewsPage } from '~/domain/evaluation/queries/interviews-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden } from '~/web/reply.server';
import { seen } from '~/web/seen.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(interviewsPage, actor, { reference: args.params['reference'] }));
  if (!view.may.close) throw forbidden('Only the moderator closes the interviews, once each is recorded.');
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, agreeInterviews, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.ranking(reference),
      says: 'The interviews are closed. This is the ranking.',
    }),
  );

export const meta = () => pageTitle('Close the interviews');

export default function AgreeInterviews() {
  const { view, chain } = useLoaderData<typeof loader>();
  return (
    <EvaluationPage chain={chain} question={view} here="Close the interviews">
      <h1 className="govuk-heading-l">Close the interviews</h1>
      <p className="govuk-body">
        What the interviews counted for is final. Where prices were kept sealed, they are opened now, and the
        ranking is worked out. This cannot be taken back.
      </p>
      <ConfirmForm
        reply={useActionData<typeof action>()}
        button="Close the interviews"
        backHref={paths.interviews(view.reference)}
      />
    </EvaluationPage>
  );
}
