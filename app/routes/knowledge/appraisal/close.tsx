import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '~/components/reason-form';
import { closeAppraisal } from '~/domain/knowledge/commands/close-appraisal.server';
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

export const meta = () => pageTitle('End this appraisal');

export async function loader(args: LoaderFunctionArgs) {
  const view = found(
    await ask(appraisalPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  if (!view.may.close) throw forbidden('Only a coordinator can end an appraisal, and only one under way.');
  return { reference: view.reference, title: view.title };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, closeAppraisal, {
      fixed: { reference: args.params.reference ?? '' },
      done: ({ reference }) => paths.appraisal(reference),
      says: 'The appraisal is ended. Others can start a new one.',
    }),
  );

export default function Close() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.appraisal(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">End this appraisal</h1>
      <ReasonForm
        reply={reply}
        label="Why it ends"
        hint="The two appraisers read this."
        button="End it"
        warning
        backHref={paths.appraisal(reference)}
      />
    </PageBody>
  );
}
