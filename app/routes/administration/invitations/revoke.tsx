import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { RefusedChange } from '~/components/refused-change';
import { revokeInvitation } from '~/domain/people/commands/revoke-invitation.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { postOnly } from '~/web/post-only.server';

export const loader = postOnly(() => paths.invitations());

export const action = (args: ActionFunctionArgs) =>
  act(args, revokeInvitation, {
    fixed: { invitation: args.params.reference ?? '' },
    done: () => paths.invitations(),
    says: 'Invitation taken back',
  });

export default function Refused() {
  return <RefusedChange reply={useActionData<typeof action>()} back={paths.invitations()} />;
}
