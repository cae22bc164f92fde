import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { endPanelMembership } from '~/domain/evaluation/commands/end-panel-membership.server';
import { panelPage } from '~/domain/evaluation/queries/panel-page.server';
import { parseReference } from '~/domain/reference';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(panelPage, actor, { reference: args.params['reference'] }));
  if (!view.may.change)
    throw forbidden('Only the team’s authors and the senior responsible owner change the panel.');
  const person = parseReference(args.params['person'] ?? '');
  const member = found(view.members.find(({ reference }) => reference === person) ?? null);
  return { view, member, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, endPanelMembership, {
    fixed: { reference: args.params['reference'] ?? '', person: args.params['person'] ?? '' },
    done: ({ reference }) => paths.panel(reference),
    says: 'The membership has ended',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['End a membership', data.view.title] : ['Not found']));

export default function EndMembership() {
  const { view, member, chain } = useLoaderData<typeof loader>();
  return (
    <EvaluationPage chain={chain} question={view} here="End a membership">
      <h1 className="govuk-heading-l">End the membership of {member.name}</h1>
      <p className="govuk-body">
        From now on {member.name} can no longer read bids or score. Scores already submitted stay on file and
        no longer count.
      </p>
      <ConfirmForm
        reply={useActionData<typeof action>()}
        button="End the membership"
        warning
        backHref={paths.panel(view.reference)}
      />
    </EvaluationPage>
  );
}
