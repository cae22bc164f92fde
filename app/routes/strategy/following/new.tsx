import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, dateProps, fieldProps } from '~/components/form';
import { ask } from '~/domain/query.server';
import { declareFollowing } from '~/domain/strategy/commands/declare-following.server';
import { mayDeclare } from '~/domain/strategy/following/following-policy';
import { followable } from '~/domain/strategy/queries/followable.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayDeclare(actor));
  return found(await ask(followable, actor, {}));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, declareFollowing, { done: () => paths.following(), says: 'Recorded' });

export const meta = () => pageTitle('Say what an organisation follows');

const CHOOSE = { text: 'Choose', value: '' };

export default function DeclareFollowing() {
  const { organisations, followed } = useLoaderData<typeof loader>();
  const [only] = organisations;
  const values = { organisation: organisations.length === 1 ? (only?.value ?? '') : '' };
  return (
    <PageBody before={<BackLink href={paths.following()} />}>
      <h1 className="govuk-heading-xl">Say what an organisation follows</h1>
      <Form reply={useActionData<typeof action>()} values={values}>
        {(fields) => (
          <>
            <Select
              label="Organisation"
              options={[CHOOSE, ...organisations]}
              {...fieldProps(fields['organisation'])}
            />
            <Select
              label="Framework or priority set"
              options={[CHOOSE, ...followed]}
              {...fieldProps(fields['followed'])}
            />
            <DateInput label="From" {...dateProps(fields['startsOn'])} />
            <DateInput label="Until (optional)" {...dateProps(fields['endsOn'])} />
            <Textarea
              label="Note (optional)"
              hint="For example: followed except for the border"
              rows={3}
              {...fieldProps(fields['note'])}
            />
            <Button once>Record it</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
