import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { ask } from '~/domain/query.server';
import { reviseJointSet } from '~/domain/strategy/commands/joint/revise-joint-set.server';
import { jointSetPage } from '~/domain/strategy/queries/joint-set-page.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { JointSetFields } from './fields';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const set = found(await ask(jointSetPage, actor, { reference: args.params['reference'] }));
  if (!set.may.revise)
    throw forbidden(
      'Only a senior responsible owner of one of its owners, or a coordinator, changes a draft.',
    );
  return set;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, reviseJointSet, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.jointSet(reference),
    says: 'Changed. Every owner has to sign this text.',
  });

export const meta = () => pageTitle('Change a draft');

export default function EditJointSet() {
  const set = useLoaderData<typeof loader>();
  const { reference, revision, document, kind, startsWritten, endsWritten, note } = set;
  const values = {
    ...{ revision, document, kind, startsWritten, endsWritten: endsWritten ?? '', note },
    owners: set.owners.map(({ slug }) => slug).join('\n'),
    priorities: set.priorities.join('\n'),
  };
  return (
    <PageBody before={<BackLink href={paths.jointSet(reference)} />}>
      <h1 className="govuk-heading-xl">Change {document}</h1>
      <p className="govuk-body">
        A signature stands for one exact text. Whoever signed has to sign the new one.
      </p>
      <Form reply={useActionData<typeof action>()} values={values}>
        {(fields) => (
          <>
            <input type="hidden" name="revision" value={revision} />
            <JointSetFields fields={fields} />
            <Button once>Save the draft</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
