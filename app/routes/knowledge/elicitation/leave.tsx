import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { leaveElicitation } from '~/domain/elicitation/commands/leave-elicitation.server';
import { elicitationPage } from '~/domain/elicitation/queries/elicitation-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Take no part any more');

export async function loader(args: LoaderFunctionArgs) {
  const view = found(
    await ask(elicitationPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  if (!view.may.leave) throw forbidden('Only an invited expert can leave, until second estimates close.');
  return { reference: view.reference, title: view.title };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, leaveElicitation, {
      fixed: { reference: args.params.reference ?? '' },
      done: ({ reference }) => paths.elicitation(reference),
      says: 'You left. What you gave is not counted and not shown.',
    }),
  );

export default function Leave() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.elicitation(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Take no part any more</h1>
      <p className="govuk-body">
        What you gave is not counted and shown to nobody. What you said in the discussion stays, under its
        letter. You cannot come back.
      </p>
      <ConfirmForm reply={reply} button="Leave" warning backHref={paths.elicitation(reference)} />
    </PageBody>
  );
}
