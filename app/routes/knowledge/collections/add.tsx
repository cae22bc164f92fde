import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { fieldProps, Form } from '~/components/form';
import { addToCollection } from '~/domain/knowledge/commands/add-to-collection.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { keptCollection } from './kept-collection.server';

export const meta = () => pageTitle('Add a finding to the collection');

export async function loader(args: LoaderFunctionArgs) {
  const { finding } = readSearch(args.request, { finding: z.string().max(20).optional() });
  const { slug, title, may } = await keptCollection(args);
  if (!may.add)
    throw forbidden('Findings come into this collection by being proposed and accepted, or it is closed.');
  return { slug, title, finding };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, addToCollection, {
    fixed: { slug: args.params.slug ?? '' },
    done: ({ slug }) => paths.collection(slug),
    says: 'Finding added',
  });

export default function AddToCollection() {
  const { slug, title, finding } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.collection(slug)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Add a finding</h1>
      <Form reply={reply} values={{ reference: finding }}>
        {(fields) => (
          <>
            <TextInput
              label="Reference of the finding"
              hint="Eight characters, like H7K4-QXMF. It stands at the top of its page."
              width={10}
              {...fieldProps(fields.reference)}
            />
            <Textarea
              label="Why it belongs here (optional)"
              hint="Everybody who reads the collection reads this."
              rows={3}
              {...fieldProps(fields.note)}
            />
            <Button once>Add it</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
