import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { leaveAppraisal } from '~/domain/knowledge/commands/leave-appraisal.server';
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

export const meta = () => pageTitle('Give the place back');

export async function loader(args: LoaderFunctionArgs) {
  const view = found(
    await ask(appraisalPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  if (!view.may.leave) throw forbidden('Only one of the two appraisers can leave, until both have judged.');
  return { reference: view.reference, title: view.title };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, leaveAppraisal, {
      fixed: { reference: args.params.reference ?? '' },
      done: ({ reference }) => paths.appraisal(reference),
      says: 'Your place is free for somebody else',
    }),
  );

export default function Leave() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.appraisal(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Give the place back</h1>
      <p className="govuk-body">Somebody else can take it. What you have judged so far is deleted.</p>
      <ConfirmForm reply={reply} button="Give it back" warning backHref={paths.appraisal(reference)} />
    </PageBody>
  );
}
