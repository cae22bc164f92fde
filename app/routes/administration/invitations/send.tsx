import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { RefusedChange } from '~/components/refused-change';
import { invitePeople } from '~/domain/people/commands/invite-people.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { postOnly } from '~/web/post-only.server';

export const loader = postOnly(() => paths.inviteMany());

export const action = (args: ActionFunctionArgs) =>
  act(args, invitePeople, {
    done: () => paths.invitations(),
    says: ({ count }) => (count === 1 ? '1 person is invited' : `${count} people are invited`),
  });

export default function Refused() {
  return <RefusedChange reply={useActionData<typeof action>()} back={paths.inviteMany()} />;
}
