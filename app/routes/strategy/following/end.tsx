import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form, dateProps, dayValues, fieldProps } from '~/components/form';
import { ask } from '~/domain/query.server';
import { endFollowing } from '~/domain/strategy/commands/end-following.server';
import { followingToEnd } from '~/domain/strategy/queries/following-to-end.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const following = found(await ask(followingToEnd, actor, { reference: args.params['reference'] }));
  permitted(following.may);
  return following;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, endFollowing, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: () => paths.following(),
    says: 'Recorded. That it was followed stays.',
  });

export const meta = () => pageTitle('End what is followed');

export default function EndFollowing() {
  const { organisation, followed, today } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.following()} />}>
      <h1 className="govuk-heading-xl">{organisation} no longer follows this</h1>
      <p className="govuk-body">{followed}</p>
      <Form reply={useActionData<typeof action>()} values={{ endsOn: dayValues(today) }}>
        {(fields) => (
          <>
            <DateInput label="Last day it follows it" {...dateProps(fields['endsOn'])} />
            <TextInput label="Why" {...fieldProps(fields['why'])} />
            <Button once>Record the end</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
