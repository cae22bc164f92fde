import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { makeEmailPrimary } from '~/domain/people/commands/make-email-primary.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { postOnly } from '~/web/post-only.server';
import { RefusedChange } from '~/components/refused-change';

export const loader = postOnly(() => paths.ownEmails());

export const action = (args: ActionFunctionArgs) =>
  act(args, makeEmailPrimary, {
    done: () => paths.ownEmails(),
    says: ({ address }) => `Letters go to ${address} now`,
  });

export default function MakeEmailPrimary() {
  return <RefusedChange reply={useActionData<typeof action>()} back={paths.ownEmails()} />;
}
