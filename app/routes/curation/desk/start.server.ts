import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { applyBulkAction, type Applied } from '~/domain/curation/apply-bulk-action.server';
import { startBulkAction } from '~/domain/curation/commands/start-bulk-action.server';
import { act } from '~/web/act.server';
import { bannerCookie } from '~/web/banner.server';
import { personWhoAsks } from '~/web/who.server';

interface Going {
  fixed?: Record<string, string>;
  to: (reference: string) => string;
  says: (applied: Applied) => string;
}

/** Starts a bulk action from the form, applies it, and goes on; or shows the form again. */
export async function startAndApply(args: ActionFunctionArgs, { fixed, to, says }: Going) {
  const actor = await personWhoAsks(args);
  const started: string[] = [];
  const reply = await act(args, startBulkAction, {
    ...(fixed ? { fixed } : {}),
    done: ({ reference }) => {
      started.push(reference);
      return to(reference);
    },
  });
  const [reference] = started;
  if (!reference) return reply;
  const applied = await applyBulkAction(actor, reference);
  return redirect(to(reference), {
    status: 303,
    headers: { 'Set-Cookie': await bannerCookie(says(applied)) },
  });
}
