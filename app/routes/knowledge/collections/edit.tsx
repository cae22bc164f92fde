import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CollectionFields } from '~/components/finding/collections/collection-fields';
import { fieldProps, Form } from '~/components/form';
import { editCollection } from '~/domain/knowledge/commands/edit-collection.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { keptCollection } from './kept-collection.server';

export const meta = () => pageTitle('Change the collection');

export const loader = (args: LoaderFunctionArgs) => keptCollection(args);

export const action = (args: ActionFunctionArgs) =>
  act(args, editCollection, {
    fixed: { slug: args.params.slug ?? '' },
    done: ({ slug }) => paths.collection(slug),
    says: 'Collection changed',
  });

const OPEN = [
  { value: 'open', label: 'Findings come in' },
  { value: 'closed', label: 'Closed: what is in it stays, nothing comes in' },
];

export default function EditCollection() {
  const { slug, title, scope, proposers, review, closed, revision } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const values = { title, scope, proposers, review, open: closed ? 'closed' : 'open', revision };
  return (
    <PageBody before={<BackLink href={paths.collection(slug)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Change the collection</h1>
      <Form reply={reply} values={{ ...values, revision: String(revision) }}>
        {(fields) => (
          <>
            <CollectionFields fields={fields} />
            <Radios
              label="Open or closed"
              labelProps={{ size: 's' }}
              items={OPEN}
              {...fieldProps(fields.open)}
            />
            <input type="hidden" name="revision" value={revision} />
            <Button>Save</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
