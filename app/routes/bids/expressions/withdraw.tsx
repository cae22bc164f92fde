import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { withdrawExpression } from '~/domain/bids/commands/withdraw-expression.server';
import { ownExpressionPage } from '~/domain/bids/queries/own-expression-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, notFound } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const page = found(await ask(ownExpressionPage, actor, { reference: args.params['reference'] }));
  if (page.standing !== 'waiting' || !page.open) throw notFound();
  return page;
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, withdrawExpression, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.expression(reference),
      says: 'You have taken it back. Nobody reads it.',
    }),
  );

export const meta = () => pageTitle('Take back your expression of interest');

export default function WithdrawExpression() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.expression(reference)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Take back your expression of interest</h1>
      <p className="govuk-body">Nobody reads it then. You can send another until the deadline.</p>
      <ConfirmForm reply={reply} button="Take it back" warning backHref={paths.expression(reference)} />
    </PageBody>
  );
}
