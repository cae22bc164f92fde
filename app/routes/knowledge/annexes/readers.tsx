import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { addAnnexReader } from '~/domain/knowledge/commands/add-annex-reader.server';
import { removeAnnexReader } from '~/domain/knowledge/commands/remove-annex-reader.server';
import { annexReaders } from '~/domain/knowledge/queries/annex-readers.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found, notFound } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { besideOf } from './beside';

export const headers = () => ({ 'Cache-Control': 'private, no-store' });

export const meta = () => pageTitle('Who reads the annex');

export async function loader(args: LoaderFunctionArgs) {
  const { noun, reference } = args.params;
  const view = found(await ask(annexReaders, await personWhoAsks(args), { noun, reference }));
  if (view.kind === 'deny') throw forbidden(view.why);
  if (!view.exists) throw notFound();
  return view;
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const removing = form.get('intent') === 'remove';
  form.delete('intent');
  const acting = {
    form,
    fixed: { noun: args.params.noun ?? '', reference: args.params.reference ?? '' },
    done: ({ noun, reference }: { noun: string; reference: string }) => paths.annexReaders(noun, reference),
    says: removing ? 'Taken off the list' : 'On the list now',
  };
  return removing ? act(args, removeAnnexReader, acting) : act(args, addAnnexReader, acting);
}

export default function AnnexReaders() {
  const { noun, reference, title, readers } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={besideOf(noun, reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Who reads the annex</h1>
      <p className="govuk-body">
        Those who keep it read it: its owner and the coordinators. Besides them, the people and teams below.
      </p>
      {readers.map(({ id, name }) => (
        <Form key={id} id={`remove-${id}`}>
          {() => (
            <>
              <p className="govuk-body">{name}</p>
              <input type="hidden" name="intent" value="remove" />
              <input type="hidden" name="reader" value={id} />
              <Button variant="secondary">
                Take off<span className="govuk-visually-hidden"> {name}</span>
              </Button>
            </>
          )}
        </Form>
      ))}
      <Form id="add" reply={reply}>
        {(fields) => (
          <>
            <TextInput
              label="E-mail address of a verified member"
              type="email"
              {...fieldProps(fields.address)}
            />
            <TextInput
              label="Or the reference of a team"
              hint="Eight characters. Everybody in the team reads the annex, also who joins later."
              width={10}
              {...fieldProps(fields.team)}
            />
            <Button>Add to the list</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
