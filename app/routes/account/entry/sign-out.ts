import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { paths } from '~/paths';
import { bannerCookie } from '~/web/banner.server';
import { endSession, forgetSessionCookie, sessionOf } from '~/web/session.server';

export const loader = () => redirect(paths.home());

export async function action({ request }: ActionFunctionArgs) {
  const session = await sessionOf(request.headers.get('Cookie'));
  const headers = new Headers({ 'Set-Cookie': await bannerCookie('You are signed out') });
  headers.append('Set-Cookie', session ? await endSession(session.sessionId) : forgetSessionCookie());
  return redirect(paths.home(), { status: 303, headers });
}
