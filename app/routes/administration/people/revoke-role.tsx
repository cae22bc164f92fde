import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData, useParams } from '@remix-run/react';
import { RefusedChange } from '~/components/refused-change';
import { revokeRole } from '~/domain/people/commands/revoke-role.server';
import { act } from '~/web/act.server';
import { postOnly } from '~/web/post-only.server';
import { personOf } from './person-of';

export const loader = postOnly(({ params }) => personOf(params));

export const action = (args: ActionFunctionArgs) =>
  act(args, revokeRole, {
    fixed: { person: args.params.reference ?? '' },
    done: () => personOf(args.params),
    says: 'Role taken back',
  });

export default function Refused() {
  return <RefusedChange reply={useActionData<typeof action>()} back={personOf(useParams())} />;
}
