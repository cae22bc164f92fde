import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { beginSecondFactor } from '~/domain/people/commands/begin-second-factor.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { personInSession } from '~/web/who.server';

export const loader = () => redirect(paths.secondFactorSetUp());

export async function action(args: ActionFunctionArgs) {
  await personInSession(args);
  const { search } = new URL(args.request.url);
  return act(args, beginSecondFactor, {
    visitors: true,
    done: () => `${paths.secondFactorSetUp()}${search}`,
  });
}
