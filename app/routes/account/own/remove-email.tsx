import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { removeEmail } from '~/domain/people/commands/remove-email.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { postOnly } from '~/web/post-only.server';
import { RefusedChange } from '~/components/refused-change';

export const loader = postOnly(() => paths.ownEmails());

export const action = (args: ActionFunctionArgs) =>
  act(args, removeEmail, {
    done: () => paths.ownEmails(),
    says: ({ address }) => `${address} is removed from your account`,
  });

export default function RemoveEmail() {
  return <RefusedChange reply={useActionData<typeof action>()} back={paths.ownEmails()} />;
}
