import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { NearFindings } from '~/components/finding/share/near-findings';
import { WorkFields, workValues } from '~/components/finding/share/work-fields';
import { saveWorkDetails } from '~/domain/knowledge/commands/save-work-details.server';
import { findingDraft } from '~/domain/knowledge/queries/finding-draft.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { openDraft } from './draft-pages';

export const meta = () => pageTitle('The work', 'Share research');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return openDraft(found(await ask(findingDraft, actor, { reference: args.params.reference })));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, saveWorkDetails, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }) => paths.findingContent(reference),
  });

export default function Work() {
  const { reference, version, nearest } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.findings()}>Back to the knowledge base</BackLink>}>
      <h1 className="govuk-heading-xl">The work</h1>
      <NearFindings findings={nearest} />
      <Form reply={reply} values={workValues(version)}>
        {(fields) => (
          <>
            <input type="hidden" name="revision" value={version.revision} />
            <WorkFields fields={fields} />
            <Button>Save and continue</Button>
            <p className="govuk-body">
              <a className="govuk-link" href={paths.checkFinding(reference)}>
                Check what you have so far
              </a>
            </p>
          </>
        )}
      </Form>
    </PageBody>
  );
}
