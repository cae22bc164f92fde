import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, fieldProps } from '~/components/form';
import { ask } from '~/domain/query.server';
import { revisePrioritySet } from '~/domain/strategy/commands/revise-priority-set.server';
import { prioritySetPage } from '~/domain/strategy/queries/priority-set-page.server';
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
  const set = found(await ask(prioritySetPage, actor, { slug: args.params['slug'] }));
  permitted(mayKeepStrategy(actor));
  return set;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, revisePrioritySet, { done: ({ slug }) => paths.prioritySet(slug), says: 'Priority set changed' });

export const meta = () => pageTitle('Change a priority set');

export default function EditPrioritySet() {
  const { slug, document, reference, revision, startsWritten, endsWritten, datesNote, note } =
    useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Strategy', href: paths.strategy() },
            { text: document, href: paths.prioritySet(slug) },
            { text: 'Change' },
          ]}
        />
      }
    >
      <h1 className="govuk-heading-xl">Change what is recorded of {document}</h1>
      <p className="govuk-body">
        The priorities themselves are those of the document and stay. A new list is a set of its own.
      </p>
      <Form
        reply={useActionData<typeof action>()}
        values={{ startsWritten, endsWritten: endsWritten ?? '', datesNote, note }}
      >
        {(fields) => (
          <>
            <input type="hidden" name="reference" value={reference} />
            <input type="hidden" name="revision" value={revision} />
            <WrittenDates
              starts={fieldProps(fields['startsWritten'])}
              ends={fieldProps(fields['endsWritten'])}
            />
            <TextInput
              label="How sure the dates are (optional)"
              hint="For example: the end is the start of the next set, approximate"
              {...fieldProps(fields['datesNote'])}
            />
            <Textarea label="Note (optional)" {...fieldProps(fields['note'])} />
            <TextInput label="What changes and why" {...fieldProps(fields['changeNote'])} />
            <Button>Save</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
