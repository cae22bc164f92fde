import { createCookie } from '@remix-run/node';

/** A sentence carried over one redirect. It is shown as text only, to the browser that got it. */
const cookie = createCookie('soundings_banner', { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 });

export const bannerCookie = (text: string): Promise<string> => cookie.serialize(text.slice(0, 300));

export async function readBanner(request: Request): Promise<{ text: string | null; clear: string | null }> {
  const value: unknown = await cookie.parse(request.headers.get('Cookie'));
  if (typeof value !== 'string') return { text: null, clear: null };
  return { text: value, clear: await cookie.serialize('', { maxAge: 0 }) };
}
