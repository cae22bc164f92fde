import { takesDay } from '~/paths/dated';

const LINK = /<a\b[^>]*>/g;
const ADDRESS = / href="(\/[^"?#]*)(\?[^"#]*)?(#[^"]*)?"/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * On a page as of a day, links to pages that can be shown as of a day lead to the same day: whoever follows them
 * would else read of today without noticing. A link that says its own day, or `data-no-day`, stays as it is.
 */
export function withKeptDay(html: string, { pathname, searchParams }: URL): string {
  // As the router and the reader of addresses take them: in any case, with a slash at the end, and no empty values.
  const on = searchParams.getAll('on').find((value) => value !== '');
  if (!on || !DAY.test(on) || !takesDay(pathname.toLowerCase().replace(/\/$/, ''))) return html;
  const [start, end] = [html.indexOf('</header>'), html.lastIndexOf('<footer')];
  if (start < 0 || end < start) return html;
  const body = html
    .slice(start, end)
    .replaceAll(LINK, (link) => (link.includes(' data-no-day') ? link : onDay(link, on)));
  return html.slice(0, start) + body + html.slice(end);
}

const onDay = (link: string, on: string): string =>
  link.replace(
    ADDRESS,
    (address: string, path: string, query: string | undefined, hash: string | undefined) => {
      if (!takesDay(path) || /(\?|&amp;)on=/.test(query ?? '')) return address;
      return ` href="${path}${query === undefined ? '?' : `${query}&amp;`}on=${on}${hash ?? ''}"`;
    },
  );
