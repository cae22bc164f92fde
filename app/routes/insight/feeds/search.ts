import type { LoaderFunctionArgs } from '@remix-run/node';
import { searchFeed } from '~/domain/matching/queries/search-feed.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { feedResponse } from '~/web/feeds/atom';
import { found, tooMany } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';

/** The feed of a saved search, for a program that has its address and nothing else. */
export async function loader(args: LoaderFunctionArgs) {
  const { token } = args.params;
  const feed = found(await ask(searchFeed, await whoAsks(args), { token, peer: args.context.address ?? '' }));
  if (feed.kind === 'limited') return tooMany(feed.why);
  const { id, name, query, madeAt, results } = feed;
  const absolute = (path: string) => new URL(path, args.request.url).href;
  const entries = results.map(({ noun, reference, ...result }) => ({
    ...result,
    href: absolute(noun === 'question' ? paths.question(reference) : paths.finding(reference)),
  }));
  const about = { id: `urn:uuid:${id}`, title: `Soundings: ${name}`, href: absolute(paths.search(query)) };
  return feedResponse({ ...about, since: madeAt, entries }, 'private, no-store');
}
