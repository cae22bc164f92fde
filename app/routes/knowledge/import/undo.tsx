import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { undoImport } from '~/domain/knowledge/commands/undo-import.server';
import { mayImport, UNDO_HOURS } from '~/domain/knowledge/imports/bibliography-import';
import { bibliographyImport } from '~/domain/knowledge/queries/bibliography-import.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Undo', 'Import a bibliography');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayImport(actor));
  const { reference, fileName, whyNotUndone, counts } = found(
    await ask(bibliographyImport, actor, { reference: args.params.reference }),
  );
  return { reference, fileName, whyNotUndone, made: counts.made };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, undoImport, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }) => paths.bibliographyImport(reference),
    says: ({ undone, kept }) =>
      kept === 0
        ? `All ${undone} taken back`
        : `${undone} taken back, ${kept} kept because they were used since`,
  });

export default function Undo() {
  const { reference, fileName, whyNotUndone, made } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.bibliographyImport(reference)}>Back to the import</BackLink>}>
      <span className="govuk-caption-l">{fileName}</span>
      <h1 className="govuk-heading-l">Undo this import</h1>
      <p className="govuk-body">
        {made} {made === 1 ? 'finding was' : 'findings were'} made. Each is taken back, unless somebody has
        changed, rated or used it since: then it stays. This can be done once, within {UNDO_HOURS} hours.
      </p>
      {whyNotUndone ? (
        <p className="govuk-body govuk-!-font-weight-bold">{whyNotUndone}</p>
      ) : (
        <Form reply={reply}>
          {() => (
            <ActionBar>
              <Button variant="warning" once>
                Undo
              </Button>
              <a className="govuk-link" href={paths.bibliographyImport(reference)}>
                Keep it
              </a>
            </ActionBar>
          )}
        </Form>
      )}
    </PageBody>
  );
}
