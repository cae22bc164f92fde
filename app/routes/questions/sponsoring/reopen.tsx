import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { reopenDraft } from '~/domain/questions/commands/reopen-draft.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { questionFor } from '../question-for.server';

export const meta: MetaFunction = () => pageTitle('Reopen this draft');

export async function loader(args: LoaderFunctionArgs) {
  const { reference, title, setAside } = await questionFor(
    args,
    ({ reopen }) => reopen,
    'Only an author of the team reopens a draft, and not while the team sponsors the other question.',
  );
  return { reference, title, waits: setAside?.state === 'requested' };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, reopenDraft, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.questionDraft(reference),
      says: 'The draft is open again',
    }),
  );

export default function ReopenDraft() {
  const { reference, title, waits } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<BackLink href={paths.question(reference)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Reopen this draft</h1>
      <p className="govuk-body">
        Everything stands as you left it.
        {waits && ' Your request to join the other question is taken back, and that team is told.'}
      </p>
      <ConfirmForm reply={reply} button="Reopen it" backHref={paths.question(reference)} />
    </PageBody>
  );
}
