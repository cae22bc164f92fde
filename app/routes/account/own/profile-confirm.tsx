import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { RefusedChange } from '~/components/refused-change';
import { confirmExpertProfile } from '~/domain/people/commands/confirm-expert-profile.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { postOnly } from '~/web/post-only.server';

export const loader = postOnly(() => paths.ownProfile());

export const action = (args: ActionFunctionArgs) =>
  act(args, confirmExpertProfile, {
    done: () => paths.ownProfile(),
    says: 'Your profile is marked as current',
  });

export default function Refused() {
  return <RefusedChange reply={useActionData<typeof action>()} back={paths.ownProfile()} />;
}
