import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '~/components/reason-form';
import { returnFinding } from '~/domain/knowledge/commands/return-finding.server';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Return for changes');

export async function loader(args: LoaderFunctionArgs) {
  const finding = found(
    await ask(findingPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  if (!finding.may.review)
    throw forbidden('Only a coordinator who did not write it can decide on a finding that waits for review.');
  return { reference: finding.reference, title: finding.version.title };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, returnFinding, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }) => paths.finding(reference),
    says: 'Returned for changes',
  });

export default function ReturnFinding() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.finding(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Return for changes</h1>
      <ReasonForm
        reply={reply}
        label="What has to change"
        hint="Its author reads this and can change and send it again."
        button="Return it"
        backHref={paths.finding(reference)}
      />
    </PageBody>
  );
}
