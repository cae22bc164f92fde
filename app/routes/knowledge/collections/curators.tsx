import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { addCurator } from '~/domain/knowledge/commands/add-curator.server';
import { endCurator } from '~/domain/knowledge/commands/end-curator.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { keptCollection } from './kept-collection.server';

export const meta = () => pageTitle('Curators');

export const loader = (args: LoaderFunctionArgs) => keptCollection(args);

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const ending = form.get('intent') === 'end';
  form.delete('intent');
  const fixed = { slug: args.params.slug ?? '' };
  const acting = { form, fixed, done: ({ slug }: { slug: string }) => paths.collectionCurators(slug) };
  return ending
    ? act(args, endCurator, { ...acting, says: 'No longer a curator' })
    : act(args, addCurator, { ...acting, says: 'Curator added' });
}

export default function Curators() {
  const { slug, title, curators } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.collection(slug)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Curators</h1>
      {curators.map(({ id, name }) => (
        <Form key={id} id={`end-${id}`}>
          {() => (
            <>
              <p className="govuk-body">{name}</p>
              <input type="hidden" name="intent" value="end" />
              <input type="hidden" name="curator" value={id} />
              {curators.length > 1 && (
                <Button variant="secondary">
                  End<span className="govuk-visually-hidden"> for {name}</span>
                </Button>
              )}
            </>
          )}
        </Form>
      ))}
      <Form id="add" reply={reply}>
        {(fields) => (
          <>
            <TextInput
              label="E-mail address of another curator"
              hint="They need to be a verified member already."
              type="email"
              {...fieldProps(fields.address)}
            />
            <Button>Add curator</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
