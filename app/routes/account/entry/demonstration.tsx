import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { RefusedChange } from '~/components/refused-change';
import { signInForDemonstration } from '~/domain/people/commands/sign-in-for-demonstration.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { postOnly } from '~/web/post-only.server';
import { entering, mayEnterDemonstration, pageToReturnTo } from '~/web/entrance.server';
import { notFound } from '~/web/reply.server';

export const loader = postOnly(() => paths.signIn());

export async function action(args: ActionFunctionArgs) {
  if (!mayEnterDemonstration(args)) throw notFound();
  return act(args, signInForDemonstration, {
    visitors: true,
    headers: ({ personId }) => entering(args.request, personId, false),
    done: () => pageToReturnTo(args.request),
    says: ({ name }) => `You are ${name} now`,
  });
}

export default function Refused() {
  return <RefusedChange reply={useActionData<typeof action>()} back={paths.signIn()} />;
}
