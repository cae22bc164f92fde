import { marked } from 'marked';
import sanitizeHtml from 'sanitize-html';

const TAGS =
  'p br ul ol li strong em a blockquote code pre h3 h4 table thead tbody tr th td hr sup sub'.split(' ');

/** The design system styles by class, not by tag. */
const styled = (tagName: string, className: string) => () => ({ tagName, attribs: { class: className } });

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: TAGS,
  allowedAttributes: { '*': ['class'], a: ['href', 'rel'] },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    // The page has its own first two levels of headings.
    h1: styled('h3', 'govuk-heading-s'),
    h2: styled('h3', 'govuk-heading-s'),
    h3: styled('h3', 'govuk-heading-s'),
    h4: styled('h4', 'govuk-heading-s'),
    h5: styled('h4', 'govuk-heading-s'),
    h6: styled('h4', 'govuk-heading-s'),
    p: styled('p', 'govuk-body'),
    ul: styled('ul', 'govuk-list govuk-list--bullet'),
    ol: styled('ol', 'govuk-list govuk-list--number'),
    table: styled('table', 'govuk-table'),
    th: styled('th', 'govuk-table__header'),
    td: styled('td', 'govuk-table__cell'),
    blockquote: styled('blockquote', 'govuk-inset-text'),
    a: (tagName, { href }) => ({
      tagName,
      attribs: { ...(href ? { href } : {}), class: 'govuk-link', rel: 'nofollow noreferrer' },
    }),
  },
  disallowedTagsMode: 'discard',
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Markdown as HTML that is safe to show: no raw HTML, no pictures, links to web and mail addresses only. */
export function renderMarkdown(text: string): string {
  if (text.trim() === '') return '';
  const html = marked.parse(escaped(text), { async: false, gfm: true, breaks: true });
  return sanitizeHtml(html, ALLOWED);
}
