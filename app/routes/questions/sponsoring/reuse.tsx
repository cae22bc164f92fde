import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { reuseFinding } from '~/domain/knowledge/commands/reuse-finding.server';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { ask } from '~/domain/query.server';
import { isEditable } from '~/domain/questions/question';
import { questionDraft } from '~/domain/questions/queries/question-draft.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta: MetaFunction = () => pageTitle('A finding answers it');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const draft = found(await ask(questionDraft, actor, { reference: args.params['reference'] }));
  if (!isEditable(draft.state)) throw redirect(paths.question(draft.reference));
  if (!draft.may.edit) throw forbidden('Only its authors can decide how a draft goes on.');
  const finding = found(await ask(findingPage, actor, { reference: args.params['finding'] }));
  return {
    draft: { reference: draft.reference, title: draft.title },
    finding: { reference: finding.reference, title: finding.version.title },
  };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, reuseFinding, {
    fixed: { reference: args.params['reference'] ?? '', finding: args.params['finding'] ?? '' },
    done: ({ reference }) => paths.question(reference),
    says: 'Your draft is set aside. The finding answers it.',
  });

export default function ReuseFinding() {
  const { draft, finding } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const back = paths.alreadyAsked(draft.reference);
  return (
    <PageBody before={<BackLink href={back} />}>
      <span className="govuk-caption-l">{draft.title}</span>
      <h1 className="govuk-heading-l">Does this finding answer it?</h1>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.finding(finding.reference)}>
          {finding.title}
        </a>
      </p>
      <p className="govuk-body">
        Your draft is set aside and leads to the finding. Nothing is lost: your team can reopen it at any
        time.
      </p>
      <ConfirmForm reply={reply} button="Yes, it answers our question" backHref={back} back="No, go back" />
    </PageBody>
  );
}
