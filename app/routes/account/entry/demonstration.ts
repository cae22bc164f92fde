import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { signInForDemonstration } from '~/domain/people/commands/sign-in-for-demonstration.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { entering, mayEnterDemonstration, pageToReturnTo } from '~/web/entrance.server';
import { notFound } from '~/web/reply.server';

export const loader = () => redirect(paths.signIn());

export async function action(args: ActionFunctionArgs) {
  if (!mayEnterDemonstration(args)) throw notFound();
  return act(args, signInForDemonstration, {
    visitors: true,
    headers: ({ personId }) => entering(args.request, personId, false),
    done: () => pageToReturnTo(args.request),
    says: ({ name }) => `You are ${name} now`,
  });
}
