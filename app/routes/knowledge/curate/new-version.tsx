import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '~/components/reason-form';
import { startFindingVersion } from '~/domain/knowledge/commands/start-finding-version.server';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Start a new version');

export async function loader(args: LoaderFunctionArgs) {
  const finding = found(
    await ask(findingPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  if (!finding.may.startVersion)
    throw forbidden(
      'Only the person who shared a finding, or a coordinator, can start a new version, one at a time.',
    );
  return { reference: finding.reference, title: finding.version.title };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, startFindingVersion, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }) => paths.findingDraft(reference),
    says: 'New version started',
  });

export default function NewVersionFinding() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.finding(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Start a new version</h1>
      <ReasonForm
        reply={reply}
        name="changeNote"
        label="What changes, and why"
        hint="Readers see this beside the version. They keep the current one until a coordinator publishes yours."
        button="Start the version"
        backHref={paths.finding(reference)}
      />
    </PageBody>
  );
}
