import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { GroupFields } from '~/components/governance/group-fields';
import { changeGroup } from '~/domain/governance/groups/commands/change-group.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { groupChoicesFor, groupOf, groupToKeep } from './keeping.server';

export const meta = () => pageTitle('Change a group');

export async function loader(args: LoaderFunctionArgs) {
  const { actor, group } = await groupToKeep(args);
  const slugs = (scheme: string) =>
    group.terms.filter((term) => term.scheme === scheme).map(({ slug }) => slug);
  const { name, kind, purpose, cadence, chairRole, sources, revision, reference } = group;
  const values = {
    ...{ name, kind, purpose, cadence, chairRole, sources, chair: group.chair.reference },
    ...{ threatAreas: slugs('threatArea'), enablers: slugs('enabler') },
    ...{ strands: slugs('strand'), levels: slugs('level') },
  };
  return { ...(await groupChoicesFor(actor)), values, revision, reference, name };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, changeGroup, {
    fixed: groupOf(args),
    done: ({ reference }) => paths.group(reference),
    says: 'Changed. How it was described before is kept',
  });

export default function EditGroup() {
  const { values, revision, reference, name, ...choices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.group(reference)} />}>
      <h1 className="govuk-heading-xl">Change {name}</h1>
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <input type="hidden" name="revision" value={revision} />
            <GroupFields fields={fields} {...choices} />
            <TextInput label="What changes, and how you know" {...fieldProps(fields['changeNote'])} />
            <ActionBar>
              <Button once>Save</Button>
              <a className="govuk-link" href={paths.group(reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
