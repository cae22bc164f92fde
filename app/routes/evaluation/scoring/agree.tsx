import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { agreeQuality } from '~/domain/evaluation/commands/agree-quality.server';
import { moderationPage } from '~/domain/evaluation/queries/moderation-page.server';
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
  const view = seen(await ask(moderationPage, actor, { reference: args.params['reference'] }));
  if (!view.may.moderate) throw forbidden('Only the moderator records what the panel agreed.');
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, agreeQuality, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference, interviews }) =>
        interviews ? paths.interviews(reference) : paths.ranking(reference),
      says: ({ interviews }) =>
        interviews ? 'Quality is agreed. Invite the shortlist.' : 'Quality is agreed. This is the ranking.',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Agree quality', data.view.title] : ['Not found']));

export default function Agree() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <EvaluationPage chain={chain} question={view} here="Agree quality">
      <h1 className="govuk-heading-l">Agree quality</h1>
      <p className="govuk-body">
        The scores of all bids freeze. Where prices were kept sealed, they are opened now, and the ranking is
        worked out. This cannot be taken back.
      </p>
      {view.waits.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {view.waits.map((wait) => (
            <li key={wait}>{wait}</li>
          ))}
        </ul>
      )}
      <ConfirmForm reply={reply} button="Agree quality" backHref={paths.moderation(view.reference)} />
    </EvaluationPage>
  );
}
