import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { cameBackFromOrcid, type CameBack } from '~/domain/people/orcid-account/came-back.server';
import { orcidIsOn } from '~/domain/people/orcid-account/orcid-provider.server';
import { paths } from '~/paths';
import { bannerCookie } from '~/web/banner.server';
import { entering } from '~/web/entrance.server';
import { errandOf, forgetErrand } from '~/web/orcid-errand.server';
import { notFound } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';

const short = z.string().max(500).optional();
const ANOTHER = 'This did not start in this browser, or took too long. Try again.';

/** The way back from ORCID. What it brings counts once, in the browser that set out. */
export async function loader(args: LoaderFunctionArgs) {
  if (!orcidIsOn()) throw notFound();
  const { code, state, error } = readSearch(args.request, {
    ...{ code: short, state: short, error: short, error_description: short, iss: short },
  });
  const errand = await errandOf(args.request, state ?? '');
  const actor = await whoAsks(args);
  const isLink = errand?.purpose === 'link';
  const says = (message: string) => leave(isLink ? paths.ownOrcid() : paths.signIn(), message);
  if (!errand) return says(ANOTHER);
  if (error || !code) return says('ORCID was not asked to confirm who you are.');
  const back = await cameBackFromOrcid(actor, errand, code, args.context.address ?? '');
  return back.kind === 'signed in'
    ? enter(args.request, back.personId, errand.from)
    : back.kind === 'refused'
      ? says(back.message)
      : leave(...nextOf(back));
}

function nextOf(back: Extract<CameBack, { kind: 'linked' | 'may join' }>): [string, string?] {
  return back.kind === 'linked'
    ? [paths.ownOrcid(), 'Your ORCID iD is linked to your account']
    : [paths.joinByOrcid(back.token)];
}

async function enter(request: Request, personId: string, to: string) {
  const headers = new Headers(await entering(request, personId, false));
  headers.append('Set-Cookie', await forgetErrand());
  return redirect(to, { headers });
}

async function leave(to: string, says?: string) {
  const headers = new Headers({ 'Set-Cookie': await forgetErrand() });
  if (says) headers.append('Set-Cookie', await bannerCookie(says));
  return redirect(to, { headers });
}
