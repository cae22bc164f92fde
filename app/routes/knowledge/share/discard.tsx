import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { discardFindingDraft } from '~/domain/knowledge/commands/discard-finding-draft.server';
import { findingDraft } from '~/domain/knowledge/queries/finding-draft.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { openDraft } from './draft-pages';

export const meta = () => pageTitle('Delete this draft', 'Share research');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return openDraft(found(await ask(findingDraft, actor, { reference: args.params.reference })));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, discardFindingDraft, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference, whole }) => (whole ? paths.findings() : paths.finding(reference)),
    says: 'Draft deleted',
  });

export default function Discard() {
  const { reference, version } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.checkFinding(reference)} />}>
      <h1 className="govuk-heading-xl">Delete this draft?</h1>
      <p className="govuk-body">
        {version.title || 'A draft without a title'}: what you wrote is deleted and cannot be brought back.
      </p>
      <Form reply={reply}>
        {() => (
          <ActionBar>
            <Button variant="warning">Delete draft</Button>
            <a className="govuk-link" href={paths.checkFinding(reference)}>
              Keep it
            </a>
          </ActionBar>
        )}
      </Form>
    </PageBody>
  );
}
