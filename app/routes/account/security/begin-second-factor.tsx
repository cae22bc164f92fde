import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { RefusedChange } from '~/components/refused-change';
import { beginSecondFactor } from '~/domain/people/commands/begin-second-factor.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { postOnly } from '~/web/post-only.server';
import { personInSession } from '~/web/who.server';

export const loader = postOnly(() => paths.secondFactorSetUp());

export async function action(args: ActionFunctionArgs) {
  await personInSession(args);
  const { search } = new URL(args.request.url);
  return act(args, beginSecondFactor, {
    visitors: true,
    done: () => `${paths.secondFactorSetUp()}${search}`,
  });
}

export default function Refused() {
  return <RefusedChange reply={useActionData<typeof action>()} back={paths.secondFactorSetUp()} />;
}
