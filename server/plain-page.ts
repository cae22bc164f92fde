import type { ServerResponse } from 'node:http';

/** A page that needs neither the database nor a stylesheet: for when the product itself cannot answer. */
export function sendPlainPage(
  response: ServerResponse,
  status: number,
  page: { title: string; text: string; reference: string },
): void {
  const html = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title)} – Soundings</title></head>
<body><main><h1>${escaped(page.title)}</h1><p>${escaped(page.text)}</p>
<p><a href="/">Go to the front page</a></p>
<p>Reference: ${escaped(page.reference)}</p></main></body></html>
`;
  response.setHeader('Cache-Control', 'no-store');
  if (status === 503) response.setHeader('Retry-After', '5');
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(html),
  });
  response.end(response.req.method === 'HEAD' ? undefined : html);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
