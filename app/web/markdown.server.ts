import { marked } from 'marked';
import sanitizeHtml from 'sanitize-html';

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'blockquote', 'code', 'pre', 'h3', 'h4', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'hr', 'sup', 'sub'],
  allowedAttributes: { a: ['href', 'class', 'rel'] },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    // The page has its own first two levels of headings.
    h1: 'h3',
    h2: 'h3',
    h5: 'h4',
    h6: 'h4',
    a: (tagName, { href }) => ({ tagName, attribs: { ...(href ? { href } : {}), class: 'govuk-link', rel: 'nofollow noreferrer' } }),
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
