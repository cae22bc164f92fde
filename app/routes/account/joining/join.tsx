import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { startJoining } from '~/domain/people/commands/start-joining.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';

export const action = (args: ActionFunctionArgs) =>
  act(args, startJoining, {
    visitors: true,
    fixed: { peer: args.context.address },
    done: () => paths.joinSent(),
  });

export const meta = () => pageTitle('Join Soundings');

export default function Join() {
  const reply = useActionData<typeof action>();
  return (
    <PageBody>
      <h1 className="govuk-heading-xl">Join Soundings</h1>
      <p className="govuk-body">There are three ways into the network:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          by an <strong>invitation</strong>: open the link in its letter
        </li>
        <li>
          by an <strong>e-mail address of your organisation</strong>: confirming it is enough where Soundings
          knows its domain, as it does for most universities
        </li>
        <li>
          by <strong>asking</strong>: with any address, and a coordinator decides
        </li>
      </ul>
      <p className="govuk-body">
        Your account stays yours when a post ends: add a personal address to it and it goes with you.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <TextInput
              label="Your e-mail address"
              hint="We send a link there. Use your address at work if you have one"
              type="email"
              autoComplete="email"
              spellCheck={false}
              width={30}
              {...fieldProps(fields.address)}
            />
            <Button once>Send the link</Button>
          </>
        )}
      </Form>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.signIn()}>
          I have an account already
        </a>
      </p>
    </PageBody>
  );
}
