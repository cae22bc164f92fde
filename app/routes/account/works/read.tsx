import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { bringOwnWorks } from '~/domain/knowledge/own-works/bring-own-works.server';
import { paths } from '~/paths';
import { bannerCookie } from '~/web/banner.server';
import { postOnly } from '~/web/post-only.server';
import { personWhoAsks } from '~/web/who.server';

export const loader = postOnly(() => paths.ownWorks());

/** Reads the works of one's own ORCID record. */
export async function action(args: ActionFunctionArgs) {
  const brought = await bringOwnWorks(await personWhoAsks(args));
  const says =
    brought.kind === 'failed'
      ? brought.message
      : brought.count === 0
        ? 'Your ORCID record holds no work that you have not seen here'
        : `${brought.count} ${brought.count === 1 ? 'work' : 'works'} to choose from`;
  return redirect(paths.ownWorks(), { status: 303, headers: { 'Set-Cookie': await bannerCookie(says) } });
}

export default function Read() {
  return null;
}
