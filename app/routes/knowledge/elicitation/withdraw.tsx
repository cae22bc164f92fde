import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '~/components/reason-form';
import { withdrawElicitation } from '~/domain/elicitation/commands/withdraw-elicitation.server';
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

export const meta = () => pageTitle('Withdraw this elicitation');

export async function loader(args: LoaderFunctionArgs) {
  const view = found(
    await ask(elicitationPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  if (!view.may.withdraw)
    throw forbidden('Only those who ask can withdraw it, until second estimates close.');
  return { reference: view.reference, title: view.title };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, withdrawElicitation, {
      fixed: { reference: args.params.reference ?? '' },
      done: ({ reference }) => paths.elicitation(reference),
      says: 'Withdrawn. The experts are told.',
    }),
  );

export default function Withdraw() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.elicitation(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Withdraw this elicitation</h1>
      <ReasonForm
        reply={reply}
        label="Why it is withdrawn"
        hint="Everybody who was invited reads this. No estimate that was given is shown to anybody, now or later."
        button="Withdraw it"
        warning
        backHref={paths.elicitation(reference)}
      />
    </PageBody>
  );
}
