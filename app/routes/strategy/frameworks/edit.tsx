import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, fieldProps } from '~/components/form';
import { ask } from '~/domain/query.server';
import { reviseFramework } from '~/domain/strategy/commands/revise-framework.server';
import { frameworkPage } from '~/domain/strategy/queries/framework-page.server';
import { mayKeepStrategy } from '~/domain/strategy/strategy-policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { WrittenDates } from '../below/written-dates';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const framework = found(await ask(frameworkPage, actor, { slug: args.params['slug'] }));
  permitted(mayKeepStrategy(actor));
  return framework;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, reviseFramework, { done: ({ slug }) => paths.framework(slug), says: 'Framework changed' });

export const meta = () => pageTitle('Change a framework');

export default function EditFramework() {
  const framework = useLoaderData<typeof loader>();
  const { slug, document, reference, revision, startsWritten, endsWritten, note } = framework;
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Strategy', href: paths.strategy() },
            { text: document, href: paths.framework(slug) },
            { text: 'Change' },
          ]}
        />
      }
    >
      <h1 className="govuk-heading-xl">Change what is recorded of {document}</h1>
      <Form
        reply={useActionData<typeof action>()}
        values={{ reference, revision, startsWritten, endsWritten: endsWritten ?? '', note }}
      >
        {(fields) => (
          <>
            <input type="hidden" name="reference" value={reference} />
            <input type="hidden" name="revision" value={revision} />
            <WrittenDates
              starts={fieldProps(fields['startsWritten'])}
              ends={fieldProps(fields['endsWritten'])}
            />
            <Textarea label="Note" hint="What is uncertain, and why" {...fieldProps(fields['note'])} />
            <TextInput label="What changes and why" {...fieldProps(fields['changeNote'])} />
            <Button>Save</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
