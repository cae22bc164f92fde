import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { removeNotice } from '~/domain/questions/commands/remove-notice.server';
import { NOTICE_KINDS } from '~/domain/questions/notices/procurement-notice';
import { showReference } from '~/domain/reference';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { questionFor } from '../question-for.server';

export async function loader(args: LoaderFunctionArgs) {
  const { reference, title, notices } = await questionFor(
    args,
    ({ linkNotices }) => linkNotices,
    'Only the team’s authors and the senior responsible owner take a link off.',
  );
  const wanted = args.params['notice'];
  return {
    reference,
    title,
    notice: found(notices.find((one) => showReference(one.reference) === wanted) ?? null),
  };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, removeNotice, {
      fixed: { reference: args.params['reference'] ?? '', notice: args.params['notice'] ?? '' },
      done: ({ question }) => paths.procurementNotices(question),
      says: 'The link is taken off',
    }),
  );

export const meta: MetaFunction = () => pageTitle('Take a link off');

export default function RemoveNotice() {
  const { reference, title, notice } = useLoaderData<typeof loader>();
  const back = paths.procurementNotices(reference);
  return (
    <PageBody before={<BackLink href={back} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Take this link off</h1>
      <p className="govuk-body">
        {NOTICE_KINDS[notice.kind]} of {showDate(notice.publishedOn)}:{' '}
        <span className="break-all">{notice.address}</span>
      </p>
      <ConfirmForm reply={useActionData<FormReply>()} button="Take it off" backHref={back} />
    </PageBody>
  );
}
