import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { RefusedChange } from '~/components/refused-change';
import { chooseOwnWorkTerms } from '~/domain/knowledge/commands/choose-own-work-terms.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { postOnly } from '~/web/post-only.server';

export const loader = postOnly(() => paths.ownWorks());

export const action = (args: ActionFunctionArgs) =>
  act(args, chooseOwnWorkTerms, { done: () => paths.ownWorks(), says: 'Saved' });

export default function Refused() {
  return <RefusedChange reply={useActionData<typeof action>()} back={paths.ownWorks()} />;
}
