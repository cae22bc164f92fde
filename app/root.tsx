import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data } from '@remix-run/node';
import { Outlet } from '@remix-run/react';
import { ErrorPage, titleOf } from './components/document/error-page';
import { Document } from './components/document/document';
import type { FrameData } from './components/document/frame-data';
import { Frame } from './components/document/frame';
import { readBanner } from './web/banner.server';
import { frameOf } from './web/frame.server';
import { pageTitle } from './web/page-title';
import stylesheet from './tailwind.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export async function loader(args: LoaderFunctionArgs) {
  const banner = await readBanner(args.request);
  const frame = await frameOf(args);
  const headers = banner.clear ? { 'Set-Cookie': banner.clear } : undefined;
  const shown: FrameData = { ...frame, banner: banner.text };
  return data(shown, { ...(headers ? { headers } : {}) });
}

export const meta: MetaFunction = ({ error }) => pageTitle(...(error ? [titleOf(error)] : []));

export const shouldRevalidate = () => true;

export default function Root() {
  return (
    <Document>
      <Frame>
        <Outlet />
      </Frame>
    </Document>
  );
}

export function ErrorBoundary() {
  return (
    <Document>
      <ErrorPage />
    </Document>
  );
}
