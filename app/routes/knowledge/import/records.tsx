import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { DryRun } from '~/components/finding/import/dry-run';
import { ImportCounts } from '~/components/finding/import/import-counts';
import { ImportReport } from '~/components/finding/import/import-report';
import { chooseImportRecords } from '~/domain/knowledge/commands/choose-import-records.server';
import { mayImport } from '~/domain/knowledge/imports/bibliography-import';
import { bibliographyImport } from '~/domain/knowledge/queries/bibliography-import.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Records', 'Import a bibliography');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayImport(actor));
  const { from } = readSearch(args.request, { from: z.coerce.number().int().min(0).optional() });
  return found(await ask(bibliographyImport, actor, { reference: args.params.reference, from }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, chooseImportRecords, {
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference, next }) => paths.bibliographyImport(reference, next),
    says: 'Choices saved',
  });

export default function Records() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { reference, fileName, format, state, counts, messages, records, placeWord, next } = view;
  const isDone = state !== 'dry run';
  const nextPage = { href: paths.bibliographyImport(reference, next ?? undefined), text: 'Next records' };
  return (
    <PageBody
      wide={isDone}
      before={
        <Breadcrumbs
          items={[
            { text: 'Knowledge base', href: paths.findings() },
            { text: 'Import a bibliography', href: paths.importBibliography() },
            { text: fileName },
          ]}
        />
      }
    >
      <span className="govuk-caption-l">
        {fileName}, {format}, read on {showInstant(view.readAt)}
      </span>
      <h1 className="govuk-heading-l">{isDone ? 'What was imported' : 'What an import would make'}</h1>
      {!isDone && <p className="govuk-body">Nothing has been made yet.</p>}
      {view.undoneAt && <p className="govuk-body">Undone on {showInstant(view.undoneAt)}.</p>}
      <ImportCounts counts={counts} isDone={isDone} />
      {messages.length > 0 && <InsetText>{messages.join(' ')}</InsetText>}
      <Next view={view} />
      {isDone ? (
        <ImportReport records={records} placeWord={placeWord} />
      ) : (
        <DryRun reply={reply} records={records} placeWord={placeWord} next={next} />
      )}
      <Pagination {...(next === null ? {} : { next: nextPage })} />
    </PageBody>
  );
}

function Next({ view }: { view: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { reference, state, whyNotUndone, counts } = view;
  if (state === 'dry run' && counts.take + counts.same === 0) return null;
  if (state === 'undone') return null;
  return (
    <ActionBar>
      {state === 'dry run' && <Button href={paths.carryOutImport(reference)}>Go on to the import</Button>}
      {state === 'carried out' && !whyNotUndone && (
        <Button href={paths.undoImport(reference)} variant="secondary">
          Undo
        </Button>
      )}
      {state === 'carried out' && whyNotUndone && <span className="govuk-hint">{whyNotUndone}</span>}
    </ActionBar>
  );
}
