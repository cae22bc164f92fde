import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Discussion } from '~/components/discussion/discussion';
import { parseReference } from '~/domain/reference';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import type { FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { notFound } from '~/web/reply.server';
import { discuss, loadDiscussion } from './discussing.server';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Discussion', data.title] : ['Not found']));

export const loader = (args: LoaderFunctionArgs) => loadDiscussion(args, 'question');

export function action(args: ActionFunctionArgs) {
  if (!parseReference(args.params['reference'] ?? '')) throw notFound();
  return discuss(args, 'question', paths.questionDiscussion);
}

export default function QuestionDiscussion() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<BackLink href={paths.question(page.reference)} />}>
      <Discussion {...page} reply={reply} />
    </PageBody>
  );
}
