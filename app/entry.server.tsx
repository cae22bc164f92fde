import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import type { ReactElement } from 'react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { withKeptDay } from './components/document/kept-day';
import { withoutLostLinks } from './components/document/lost-links';
import { Nonce } from './components/document/nonce';
import { wantsScripts } from './components/document/scripts';

/**
 * A page without scripts is rendered in one go, and the framework's hand-over of data to the browser is left
 * out; a page with scripts waits until all is ready. Both are sent whole, with a length.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const { nonce } = loadContext;
  const scripted = wantsScripts(context);
  const handOver = scripted ? context : { ...context, serverHandoffStream: undefined };
  const page = (
    <Nonce.Provider value={nonce}>
      <RemixServer context={handOver} url={request.url} nonce={nonce} />
    </Nonce.Provider>
  );
  const html = scripted ? await streamed(page, nonce) : renderToString(page);
  const linked = status === 200 ? withKeptDay(html, new URL(request.url)) : html;
  return new Response(`<!doctype html>${withoutLostLinks(linked)}`, { status, headers });
}

function streamed(page: ReactElement, nonce: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const body = new PassThrough();
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => {
        text(body).then(resolve, reject);
        pipe(body);
      },
      onError: reject,
      onShellError: reject,
    });
  });
}

export { logFault as handleError } from './web/fault.server';
