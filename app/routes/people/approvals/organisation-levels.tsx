import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ApprovalLevelsForm } from '~/components/approval/approval-levels-form';
import { setApprovalLevels } from '~/domain/approvals/commands/set-approval-levels.server';
import { approvalLevelsPage } from '~/domain/approvals/queries/approval-levels-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { memberWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) =>
  seen(
    await ask(approvalLevelsPage, await memberWhoAsks(args), {
      of: 'organisation',
      reference: args.params['reference'],
    }),
  );

export const action = (args: ActionFunctionArgs) =>
  act(args, setApprovalLevels, {
    fixed: { of: 'organisation', reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.organisationApprovals(reference),
    says: 'The levels are set. What waits already keeps their number and amounts',
  });

export const meta = () => pageTitle('Further approvals by value');

export default function OrganisationLevels() {
  const { name, reference, levels, history } = useLoaderData<typeof loader>();
  return (
    <ApprovalLevelsForm
      reply={useActionData<FormReply>()}
      name={name}
      backHref={paths.organisation(reference)}
      about="They hold for every team of this organisation, before any levels of a team."
      levels={levels}
      history={history}
    />
  );
}
