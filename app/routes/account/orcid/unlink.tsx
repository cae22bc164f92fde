import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { RefusedChange } from '~/components/refused-change';
import { unlinkOrcid } from '~/domain/people/commands/unlink-orcid.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { postOnly } from '~/web/post-only.server';

export const loader = postOnly(() => paths.account());

export const action = (args: ActionFunctionArgs) =>
  act(args, unlinkOrcid, { done: () => paths.account(), says: 'Your ORCID iD no longer opens your account' });

export default function Refused() {
  return <RefusedChange reply={useActionData<typeof action>()} back={paths.account()} />;
}
