import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { requestToJoin } from '~/domain/people/commands/request-to-join.server';
import { organisationChoices } from '~/domain/people/queries/organisation-choices.server';
import { ownAccount } from '~/domain/people/queries/own-account.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { verified, joinRequest } = found(await ask(ownAccount, actor, {}));
  return { verified, joinRequest, organisations: found(await ask(organisationChoices, actor, {})) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, requestToJoin, {
    done: () => paths.account(),
    says: 'Your request is with the coordinators. You get a letter when one has decided',
  });

export const meta = () => pageTitle('Ask to join the network');

export default function RequestToJoin() {
  const { verified, joinRequest, organisations } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const waiting = joinRequest && !joinRequest.decided;
  return (
    <PageBody before={<BackLink href={paths.account()} />}>
      <h1 className="govuk-heading-xl">Ask to join the network</h1>
      {verified && <InsetText>You are a member already.</InsetText>}
      {waiting && (
        <InsetText>You asked on {showDay(joinRequest.requestedAt)}. A coordinator will decide.</InsetText>
      )}
      {joinRequest?.accepted === false && (
        <InsetText>
          A coordinator declined your last request{joinRequest.reason ? `: ${joinRequest.reason}` : ''}. You
          may ask again.
        </InsetText>
      )}
      {!verified && !waiting && (
        <Form reply={reply}>
          {(fields) => (
            <>
              <Select
                label="Your organisation"
                options={[
                  { text: 'Another, or none', value: '' },
                  ...organisations.map(({ reference, name }) => ({ text: name, value: reference })),
                ]}
                {...fieldProps(fields.organisation)}
              />
              <TextInput
                label="Its name, if it is not in the list"
                {...fieldProps(fields.organisationName)}
              />
              <Textarea
                label="Who you are and what you want to do here"
                hint="For example your post, your research, and somebody in the network who knows you"
                {...fieldProps(fields.reason)}
              />
              <Button once>Ask to join</Button>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
