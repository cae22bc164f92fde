import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '~/components/reason-form';
import { retractFinding } from '~/domain/knowledge/commands/retract-finding.server';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Retract this finding');

export async function loader(args: LoaderFunctionArgs) {
  const finding = found(
    await ask(findingPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  if (!finding.may.curate) throw forbidden('Only a coordinator can do this, once the finding is published.');
  return { reference: finding.reference, title: finding.version.title };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, retractFinding, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }) => paths.finding(reference),
    says: 'Finding retracted',
  });

export default function RetractFinding() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.finding(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Retract this finding</h1>
      <ReasonForm
        reply={reply}
        label="Why it is retracted"
        hint="Everybody who could read the finding reads this in its place. It stays at its address."
        button="Retract it"
        warning
        backHref={paths.finding(reference)}
      />
    </PageBody>
  );
}
