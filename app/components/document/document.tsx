import { Links, Meta, Scripts, ScrollRestoration, useMatches } from '@remix-run/react';
import { useContext, type ReactNode } from 'react';
import { Nonce } from './nonce';
import { someWantScripts } from './scripts';

/** The HTML document. Scripts stand in it only where a page asks for them. */
export function Document({ children }: { children: ReactNode }) {
  const nonce = useContext(Nonce);
  const scripted = someWantScripts(useMatches());
  return (
    <html lang="en-GB" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#083742" />
        <Meta />
        <Links />
      </head>
      <body className="govuk-template__body">
        {children}
        {scripted && (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}
