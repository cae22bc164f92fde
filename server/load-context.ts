import '@remix-run/server-runtime';

/** What the web server tells every loader and action about the request it came with. */
export type LoadContext = {
  /** Of this answer's Content-Security-Policy: every script tag carries it. */
  nonce: string;
  /** Names this request in the log; shown on error pages so that people can quote it. */
  reference: string;
  /** Of the peer, as the socket reports it: no forwarded header is trusted. */
  address: string;
  /** Makes the forms of this page usable once, however often they are sent. */
  formKey: string;
  /** What the database held when the page was begun; known once the first question to it is answered. */
  dataVersion?: string;
};

declare module '@remix-run/server-runtime' {
  // Merged into the framework's own interface, which cannot be done with a type alias.
  interface AppLoadContext extends LoadContext {
    readonly nonce: string;
  }
}
