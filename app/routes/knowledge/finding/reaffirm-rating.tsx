import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { reaffirmRating } from '~/domain/ratings/commands/reaffirm-rating.server';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { bannerCookie } from '~/web/banner.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Reaffirm your rating');

/** The button stands on the finding's page; this address only takes it. */
export async function loader(args: LoaderFunctionArgs) {
  const { reference } = found(
    await ask(findingPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  return redirect(`${paths.finding(reference)}#ratings`);
}

export async function action(args: ActionFunctionArgs) {
  const back = `${paths.finding((args.params.reference ?? '').replace('-', ''))}#ratings`;
  const reply = await act(args, reaffirmRating, {
    fixed: { reference: args.params.reference ?? '', priority: args.params.priority ?? '' },
    done: () => back,
    says: 'Your rating stands for the finding as it is now',
  });
  if (!('data' in reply)) return reply;
  const errors: Record<string, string[] | null> = reply.data.result.error ?? {};
  const [why = 'Your rating was not reaffirmed'] = Object.values(errors).flatMap(
    (messages) => messages ?? [],
  );
  return redirect(back, { status: 303, headers: { 'Set-Cookie': await bannerCookie(why) } });
}

/** Nothing is ever shown here, but refusals need the frame that a page has. */
export default function ReaffirmRating() {
  return null;
}
