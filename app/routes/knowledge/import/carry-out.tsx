import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { carryOutImport } from '~/domain/knowledge/commands/carry-out-import.server';
import { mayImport } from '~/domain/knowledge/imports/bibliography-import';
import { bibliographyImport } from '~/domain/knowledge/queries/bibliography-import.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Carry out', 'Import a bibliography');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayImport(actor));
  const { reference, fileName, state, counts } = found(
    await ask(bibliographyImport, actor, { reference: args.params.reference }),
  );
  return { reference, fileName, state, counts };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, carryOutImport, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }) => paths.bibliographyImport(reference),
    says: ({ made }) => (made === 1 ? '1 finding made' : `${made} findings made`),
  });

export default function CarryOut() {
  const { reference, fileName, state, counts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { take, same, undecided } = counts;
  return (
    <PageBody before={<BackLink href={paths.bibliographyImport(reference)}>Back to the records</BackLink>}>
      <span className="govuk-caption-l">{fileName}</span>
      <h1 className="govuk-heading-l">
        {take === 1 ? 'Make 1 finding' : `Make ${take} findings`} of {take === 1 ? 'its' : 'their'} references
      </h1>
      {state === 'dry run' ? (
        <Form reply={reply} values={{ reason: 'Published literature: the reference is public already' }}>
          {(fields) => (
            <>
              <p className="govuk-body">
                They are published and released at once, as references that nobody has appraised.
                {same > 0 && ` ${same} held already ${same === 1 ? 'is' : 'are'} not made again.`}
                {undecided > 0 &&
                  ` ${undecided} that nobody decided ${undecided === 1 ? 'is' : 'are'} left out.`}
              </p>
              <Textarea label="Why they may be public" rows={2} {...fieldProps(fields['reason'])} />
              <ActionBar>
                <Button once>Import</Button>
                <a className="govuk-link" href={paths.bibliographyImport(reference)}>
                  Not yet
                </a>
              </ActionBar>
            </>
          )}
        </Form>
      ) : (
        <p className="govuk-body">This import is carried out already.</p>
      )}
    </PageBody>
  );
}
