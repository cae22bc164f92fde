import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '~/components/reason-form';
import { withdrawImpact } from '~/domain/ratings/commands/withdraw-impact.server';
import { impactRecordPage } from '~/domain/ratings/queries/impact-record-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Withdraw this record');

export async function loader(args: LoaderFunctionArgs) {
  const record = found(
    await ask(impactRecordPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  if (!record.may.withdraw)
    throw forbidden('Only the person who recorded this, or a coordinator, can withdraw it.');
  return { reference: record.reference, title: record.decision };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, withdrawImpact, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }) => paths.impactRecord(reference),
    says: 'Impact record withdrawn',
  });

export default function WithdrawImpact() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.impactRecord(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Withdraw this record</h1>
      <ReasonForm
        reply={reply}
        label="Why it is withdrawn"
        hint="Whoever could read the record reads this on its page. Its statement says that it was withdrawn."
        button="Withdraw it"
        warning
        backHref={paths.impactRecord(reference)}
      />
    </PageBody>
  );
}
