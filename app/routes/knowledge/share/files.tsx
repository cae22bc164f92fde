import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { showSize } from '~/components/finding/file-size';
import { fieldProps, Form } from '~/components/form';
import { attachFile } from '~/domain/knowledge/commands/attach-file.server';
import { detachFile } from '~/domain/knowledge/commands/detach-file.server';
import { findingDraft } from '~/domain/knowledge/queries/finding-draft.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { FileUpload } from '~/ui/forms/file-upload';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { openDraft } from './draft-pages';

export const meta = () => pageTitle('Files', 'Share research');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return openDraft(found(await ask(findingDraft, actor, { reference: args.params.reference })));
}

/** The page has one form that adds and one for each file that removes it. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const removing = form.get('intent') === 'remove';
  form.delete('intent');
  const acting = {
    form,
    fixed: { reference: args.params.reference ?? '' },
    done: ({ reference }: { reference: string }) => paths.findingFiles(reference),
    says: removing ? 'File removed' : 'File added',
  };
  return removing ? act(args, detachFile, acting) : act(args, attachFile, acting);
}

const KINDS = '.pdf,.docx,.odt,.ods,.csv,.txt,.png,.jpg,.jpeg';

export default function Files() {
  const { reference, version } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.checkFinding(reference)}>Back to check</BackLink>}>
      <span className="govuk-caption-xl">{version.title}</span>
      <h1 className="govuk-heading-xl">Files</h1>
      {version.files.length === 0 && <p className="govuk-body">No files yet. A finding can do without.</p>}
      {version.files.map((file) => (
        <Form key={file.reference} id={`remove-${file.reference}`}>
          {() => (
            <>
              <p className="govuk-body">
                <a className="govuk-link" href={paths.findingFile(reference, file.reference)}>
                  {file.name}
                </a>{' '}
                ({showSize(file.size)}
                {!file.scannedAt && ', not scanned for viruses'})
              </p>
              <input type="hidden" name="intent" value="remove" />
              <input type="hidden" name="file" value={file.reference} />
              <Button variant="secondary">
                Remove<span className="govuk-visually-hidden"> {file.name}</span>
              </Button>
            </>
          )}
        </Form>
      ))}
      <Form id="add-file" reply={reply} multipart>
        {(fields) => (
          <>
            <FileUpload
              label="Add a file"
              hint="PDF, DOCX, ODT, ODS, CSV, TXT, PNG or JPEG, at most 20 MB. No personal data, nothing above OFFICIAL."
              accept={KINDS}
              {...fieldProps(fields.file)}
            />
            <Button>Add file</Button>
          </>
        )}
      </Form>
      {version.files.length > 0 && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.fileAccess(reference)}>
            Say who may read the files
          </a>
        </p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.checkFinding(reference)}>
          Done with files
        </a>
      </p>
    </PageBody>
  );
}
