import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '~/components/reason-form';
import { ask } from '~/domain/query.server';
import { withdrawJointSet } from '~/domain/strategy/commands/joint/withdraw-joint-set.server';
import { jointSetPage } from '~/domain/strategy/queries/joint-set-page.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const set = found(await ask(jointSetPage, actor, { reference: args.params['reference'] }));
  if (!set.may.withdraw)
    throw forbidden(
      'Only a senior responsible owner of one of its owners, or a coordinator, withdraws it, once.',
    );
  return { reference: set.reference, document: set.document, published: set.state === 'published' };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, withdrawJointSet, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.jointSet(reference),
    says: 'Withdrawn',
  });

export const meta = () => pageTitle('Withdraw a jointly owned set');

export default function WithdrawJointSet() {
  const { reference, document, published } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.jointSet(reference)} />}>
      <h1 className="govuk-heading-xl">Withdraw {document}</h1>
      <p className="govuk-body">
        {published
          ? 'From today on it is not in force. What was tagged with it keeps its tags, and it stays readable.'
          : 'Nobody can sign or publish it any more. The draft and its signatures stay readable.'}
      </p>
      <ReasonForm
        reply={useActionData<typeof action>()}
        label="Why it is withdrawn"
        button="Withdraw it"
        warning
        backHref={paths.jointSet(reference)}
      />
    </PageBody>
  );
}
