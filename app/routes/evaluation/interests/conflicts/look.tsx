import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData, useParams } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { lookForConflicts } from '~/domain/evaluation/commands/look-for-conflicts.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { postOnly } from '~/web/post-only.server';

export const loader = postOnly(({ params }) => paths.conflicts(params['reference'] ?? ''));

export const action = (args: ActionFunctionArgs) =>
  act(args, lookForConflicts, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.conflicts(reference),
    says: ({ count }) =>
      count === 0
        ? 'Nothing new was found'
        : `${count} ${count === 1 ? 'conflict is' : 'conflicts are'} suspected`,
  });

export default function Look() {
  const { reference = '' } = useParams();
  return (
    <PageBody before={<BackLink href={paths.conflicts(reference)} />}>
      <h1 className="govuk-heading-l">Look for conflicts</h1>
      <RefusalSummary reply={useActionData<typeof action>()} />
    </PageBody>
  );
}
