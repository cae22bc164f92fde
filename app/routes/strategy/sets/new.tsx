import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { Form, checkboxesProps, fieldProps } from '~/components/form';
import { addPrioritySet } from '~/domain/strategy/commands/add-priority-set.server';
import { KIND_NAMES, PRIORITY_KINDS } from '~/domain/strategy/priority-set';
import { mayKeepStrategy } from '~/domain/strategy/strategy-policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { WrittenDates } from '../below/written-dates';

export async function loader(args: LoaderFunctionArgs) {
  permitted(mayKeepStrategy(await personWhoAsks(args)));
  return null;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, addPrioritySet, { done: ({ slug }) => paths.prioritySet(slug), says: 'Priority set added' });

export const meta = () => pageTitle('Add a priority set');

export default function NewPrioritySet() {
  return (
    <PageBody
      before={
        <Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Add a priority set' }]} />
      }
    >
      <h1 className="govuk-heading-xl">Add a priority set</h1>
      <p className="govuk-body">
        A dated list of priorities from one document. Add it even when the list itself was not found: then
        Soundings says that it is unknown instead of saying nothing.
      </p>
      <Form reply={useActionData<typeof action>()}>
        {(fields) => (
          <>
            <TextInput label="Document that holds the list" {...fieldProps(fields['document'])} />
            <Radios
              label="What kind of priorities are these?"
              items={PRIORITY_KINDS.map((kind) => ({ value: kind, label: KIND_NAMES[kind] }))}
              {...fieldProps(fields['kind'])}
            />
            <WrittenDates
              starts={fieldProps(fields['startsWritten'])}
              ends={fieldProps(fields['endsWritten'])}
            />
            <Textarea
              label="Priorities, one a line"
              hint="In the words of the document. A name that is a threat area is linked to it"
              rows={8}
              {...fieldProps(fields['priorities'])}
            />
            <Checkboxes
              label="If the list was not found"
              items={[{ value: 'on', label: 'The list is not known' }]}
              {...checkboxesProps(fields['listUnknown'])}
            />
            <Textarea
              label="Note (optional)"
              hint="What is uncertain, and why"
              {...fieldProps(fields['note'])}
            />
            <TextInput label="Why it is added" {...fieldProps(fields['changeNote'])} />
            <Button>Add priority set</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
