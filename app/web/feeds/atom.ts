export interface FeedEntry {
  id: string;
  title: string;
  summary: string;
  publishedAt: Date;
  /** Where it is read. */
  href: string;
}

export interface Feed {
  id: string;
  title: string;
  /** Where the feed is; left out where its address is a secret. */
  self?: string;
  /** The page that shows the same. */
  href: string;
  /** When it changed last, for a feed that holds nothing yet. */
  since: Date;
  entries: readonly FeedEntry[];
}

/** Signs that XML 1.0 cannot hold, written or escaped, are left out. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;
const link = (rel: string, href: string): string => `<link rel="${rel}" href="${escaped(href)}"/>`;

const entryOf = ({ id, title, summary, publishedAt, href }: FeedEntry): string =>
  [
    '<entry>',
    element('id', `urn:uuid:${id}`),
    element('title', title),
    element('updated', publishedAt.toISOString()),
    element('published', publishedAt.toISOString()),
    link('alternate', href),
    element('summary', summary),
    '</entry>',
  ].join('');

/** A feed in the Atom Syndication Format (RFC 4287). */
export function atomFeed({ id, title, self, href, since, entries }: Feed): string {
  const updated = entries.reduce((last, { publishedAt }) => (publishedAt > last ? publishedAt : last), since);
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', id),
    element('title', title),
    element('updated', updated.toISOString()),
    '<author><name>Soundings</name></author>',
    ...(self ? [link('self', self)] : []),
    link('alternate', href),
    ...entries.map(entryOf),
    '</feed>\n',
  ].join('');
}

/** Never indexed, and kept by nobody on the way. */
export const feedResponse = (feed: Feed, caching: string): Response =>
  new Response(atomFeed(feed), {
    headers: {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
      'Cache-Control': caching,
    },
  });
