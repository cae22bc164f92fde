import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { JudgementShown } from '~/components/finding/appraisal/judgement-shown';
import { confirmAppraisal } from '~/domain/knowledge/commands/confirm-appraisal.server';
import { appraisalPage } from '~/domain/knowledge/queries/appraisal-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Agree to what is proposed');

export async function loader(args: LoaderFunctionArgs) {
  const view = found(
    await ask(appraisalPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  const { reference, title, scheme, proposal, proposedAt, may } = view;
  if (!may.confirm || !scheme || !proposal || !proposedAt)
    throw forbidden('The other appraiser confirms what one of the two proposed.');
  return { reference, title, scheme, proposal, proposedAt };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, confirmAppraisal, {
      fixed: { reference: args.params.reference ?? '' },
      done: ({ reference }) => paths.finding(reference),
      says: 'Agreed. The finding carries this confidence now.',
    }),
  );

export default function Confirm() {
  const { reference, title, scheme, proposal, proposedAt } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.appraisal(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Agree to what is proposed</h1>
      <JudgementShown scheme={scheme} judgement={proposal} />
      <p className="govuk-body">
        Agreed, it stands on the finding’s page for everybody who can read the finding, and cannot be changed.
      </p>
      <ConfirmForm reply={reply} button="I agree" backHref={paths.appraisal(reference)}>
        <input type="hidden" name="proposedAt" value={proposedAt} />
      </ConfirmForm>
    </PageBody>
  );
}
