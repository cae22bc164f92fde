import type { LoaderFunctionArgs } from '@remix-run/node';
import { releasedFindingsFeed } from '~/domain/knowledge/queries/released-findings-feed.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { feedResponse } from '~/web/feeds/atom';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

const NEVER_CHANGED = new Date(0);

/** The latest findings released to the public, as a feed. */
export async function loader(args: LoaderFunctionArgs) {
  const { results } = found(await ask(releasedFindingsFeed, await whoAsks(args), {}));
  const absolute = (path: string) => new URL(path, args.request.url).href;
  const self = absolute(paths.findingsFeed());
  const entries = results.map(({ reference, ...result }) => ({
    ...result,
    href: absolute(paths.finding(reference)),
  }));
  const about = { id: self, self, title: 'Soundings: released findings', href: absolute(paths.findings()) };
  return feedResponse({ ...about, since: NEVER_CHANGED, entries }, 'no-cache');
}
