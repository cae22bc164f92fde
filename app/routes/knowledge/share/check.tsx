import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DraftSummary } from '~/components/finding/share/draft-summary';
import { NearFindings } from '~/components/finding/share/near-findings';
import { Form } from '~/components/form';
import { submitFinding } from '~/domain/knowledge/commands/submit-finding.server';
import { notStated } from '~/domain/knowledge/finding';
import { findingDraft } from '~/domain/knowledge/queries/finding-draft.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Check your answers', 'Share research');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return found(await ask(findingDraft, actor, { reference: args.params.reference }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, submitFinding, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }) => paths.findingSent(reference),
  });

export default function Check() {
  const draft = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { reference, version, state, nearest, wasSent } = draft;
  const missing = notStated(version);
  return (
    <PageBody before={<BackLink href={paths.findingContent(reference)}>Back to what it found</BackLink>}>
      <h1 className="govuk-heading-xl">Check before you send this</h1>
      {state === 'returned' && (
        <InsetText>
          <p className="govuk-body">A coordinator returned it: {version.returnedReason}</p>
        </InsetText>
      )}
      <NearFindings findings={nearest} />
      <DraftSummary draft={draft} />
      {missing.length > 0 && (
        <InsetText>
          Without {missing.join(', ')} this is kept as a reference only: people can find it, but not use it in
          a decision until they are stated.
        </InsetText>
      )}
      {state === 'submitted' ? (
        <p className="govuk-body">This was sent and waits for a coordinator.</p>
      ) : (
        <Form reply={reply}>
          {() => (
            <ActionBar>
              <Button once>Send for review</Button>
              {!wasSent && (
                <a className="govuk-link" href={paths.discardFinding(reference)}>
                  Delete this draft
                </a>
              )}
            </ActionBar>
          )}
        </Form>
      )}
    </PageBody>
  );
}
