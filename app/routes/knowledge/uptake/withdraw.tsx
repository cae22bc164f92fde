import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '~/components/reason-form';
import { ask } from '~/domain/query.server';
import { withdrawUptakeStep } from '~/domain/ratings/commands/withdraw-uptake-step.server';
import { uptakeStep } from '~/domain/ratings/queries/uptake-step.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Withdraw a step');

export async function loader(args: LoaderFunctionArgs) {
  const step = found(
    await ask(uptakeStep, await personWhoAsks(args), { reference: args.params['reference'] }),
  );
  if (!step.mayWithdraw)
    throw forbidden('Only the person who recorded a step in force, or a coordinator, can withdraw it.');
  return step;
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, withdrawUptakeStep, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ finding }) => `${paths.finding(finding)}#uptake`,
      says: 'Withdrawn. It stays in the history of the finding.',
    }),
  );

export default function WithdrawStep() {
  const { kind, text, finding } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.finding(finding)} />}>
      <h1 className="govuk-heading-xl">Withdraw this {kind}</h1>
      <p className="govuk-body">{text}</p>
      <ReasonForm
        reply={reply}
        label="Why it is withdrawn"
        button="Withdraw it"
        warning
        backHref={paths.finding(finding)}
      />
    </PageBody>
  );
}
