import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { CollectionFields } from '~/components/finding/collections/collection-fields';
import { Form } from '~/components/form';
import { mayStartCollection } from '~/domain/knowledge/collections/collection-policy';
import { startCollection } from '~/domain/knowledge/commands/start-collection.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Start a collection');

export async function loader(args: LoaderFunctionArgs) {
  permitted(mayStartCollection(await personWhoAsks(args)));
  return null;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, startCollection, {
    done: ({ slug }) => paths.collection(slug),
    says: 'Collection started. You are its first curator.',
  });

export default function NewCollection() {
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.collections()} />}>
      <h1 className="govuk-heading-xl">Start a collection</h1>
      <Form reply={reply} values={{ proposers: 'members', review: 'atOnce' }}>
        {(fields) => (
          <>
            <CollectionFields fields={fields} />
            <Button once>Start it</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
