import { redirect, type AppLoadContext, type LoaderFunctionArgs } from '@remix-run/node';

const refused = new WeakSet<AppLoadContext>();

/** Says that this request sent a form that is to be shown again, so that its page stays where it is. */
export const showAgain = (context: AppLoadContext): void => void refused.add(context);

/**
 * The loader of an address that only takes forms: whoever opens it is led on. After a refused form the
 * framework runs it too, and then the page has to stay, or nobody would read why.
 */
export const postOnly = (leadsTo: (args: LoaderFunctionArgs) => string) => (args: LoaderFunctionArgs) =>
  refused.has(args.context) ? null : redirect(leadsTo(args));
