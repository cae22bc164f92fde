import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { Form } from '~/components/form';
import { proposeJointSet } from '~/domain/strategy/commands/joint/propose-joint-set.server';
import { mayProposeJointSet } from '~/domain/strategy/joint/joint-policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { JointSetFields } from './fields';

export async function loader(args: LoaderFunctionArgs) {
  permitted(mayProposeJointSet(await personWhoAsks(args)));
  return null;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, proposeJointSet, {
    done: ({ reference }) => paths.jointSet(reference),
    says: 'Drafted. Those who may sign for its owners are told.',
  });

export const meta = () => pageTitle('Draft a jointly owned set');

export default function NewJointSet() {
  return (
    <PageBody before={<BackLink href={paths.jointSets()} />}>
      <h1 className="govuk-heading-xl">Draft a jointly owned set</h1>
      <Form reply={useActionData<typeof action>()} values={{ kind: 'threat' }}>
        {(fields) => (
          <>
            <JointSetFields fields={fields} />
            <Button once>Save the draft</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
