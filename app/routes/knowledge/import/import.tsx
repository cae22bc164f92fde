import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { PastImports } from '~/components/finding/import/past-imports';
import { readBibliographyIn } from '~/domain/knowledge/commands/read-bibliography-in.server';
import { mayImport, MOST_IMPORTED } from '~/domain/knowledge/imports/bibliography-import';
import { bibliographyImports } from '~/domain/knowledge/queries/bibliography-imports.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { Button } from '~/ui/forms/button';
import { FileUpload } from '~/ui/forms/file-upload';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Lede } from '~/ui/report/lede';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Import a bibliography');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayImport(actor));
  return { imports: found(await ask(bibliographyImports, actor, {})) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, readBibliographyIn, { done: ({ reference }) => paths.bibliographyImport(reference) });

const COLUMNS = 'Title,Authors,Year,Kind,Venue,Volume,Issue,Pages,Publisher,DOI,Web address,Threat areas';
const EXAMPLE =
  'A title,Ada Example; Bo Example,2024,Journal article,Global Crime,25,2,101-120,,10.1000/x,,Fraud';

export default function Import() {
  const { imports } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[{ text: 'Knowledge base', href: paths.findings() }, { text: 'Import a bibliography' }]}
        />
      }
    >
      <h1 className="govuk-heading-xl">Import a bibliography</h1>
      <Lede>
        Published research comes in as references: released, and not yet appraised. You see what would come of
        each record before anything is made.
      </Lede>
      <Details summary="What the files look like">
        <p>
          BibTeX, RIS and CSL-JSON as reference managers write them. In CSV files and OpenDocument
          spreadsheets the first row names the columns; only the title is needed, and several authors or
          threat areas are separated by semicolons.
        </p>
        <pre className="overflow-x-auto">{`${COLUMNS}\n${EXAMPLE}`}</pre>
      </Details>
      <Form reply={reply} multipart>
        {(fields) => (
          <>
            <FileUpload
              label="A file"
              hint={`BibTeX, RIS, CSL-JSON, CSV or an OpenDocument spreadsheet, at most 10 MB and ${MOST_IMPORTED} records`}
              accept=".bib,.ris,.json,.csv,.ods,.txt"
              {...fieldProps(fields['file'])}
            />
            <Textarea
              label="Or paste its records"
              rows={8}
              spellCheck={false}
              {...fieldProps(fields['pasted'])}
            />
            <Button once>See what would be made</Button>
          </>
        )}
      </Form>
      <PastImports imports={imports} />
    </PageBody>
  );
}
