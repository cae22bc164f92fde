import type { CheerioAPI } from 'cheerio';
import type { ReactElement } from 'react';
import { createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import type { SubmissionResult } from '@conform-to/react';
import { Form, type Fields, type Values } from '~/components/form';
import { draw } from './drawn';

const ROOT = { id: 'root', path: '/' };

/** A part with a form, which stands on a page of the site and carries the key of its page. */
export function drawOnPage(element: ReactElement): CheerioAPI {
  const routes = [{ ...ROOT, element }];
  const router = {
    ...{ basename: '/', location: { pathname: '/', search: '', hash: '', state: null, key: 'default' } },
    matches: [{ params: {}, pathname: '/', pathnameBase: '/', route: { ...ROOT, element } }],
    ...{ loaderData: { root: { key: 'page-key' } }, actionData: null, errors: null, activeDeferreds: null },
    ...{ statusCode: 200, loaderHeaders: {}, actionHeaders: {} },
  };
  return draw(
    <StaticRouterProvider router={createStaticRouter(routes, router)} context={router} hydrate={false} />,
  );
}

/** Fields within a form that holds values and, once it was refused, their messages. */
export const drawFields = (
  show: (fields: Fields) => ReactElement,
  { values, reply }: { values?: Values; reply?: { result: SubmissionResult } } = {},
): CheerioAPI =>
  drawOnPage(
    <Form id="form" values={values} reply={reply}>
      {show}
    </Form>,
  );

/** What the server answers when a form is refused. */
export const refused = (error: Record<string, string[]>): { result: SubmissionResult } => ({
  result: { status: 'error', error },
});
