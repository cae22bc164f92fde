import type { EntryContext } from '@remix-run/node';

/** What a route module may say of itself. */
export interface RouteHandle {
  /** This page ships the framework's scripts; without it a page ships none. */
  scripts?: boolean;
}

interface MatchWithHandle {
  handle?: unknown;
}

export const someWantScripts = (matches: readonly MatchWithHandle[]): boolean =>
  matches.some(({ handle }) => (handle as RouteHandle | undefined)?.scripts === true);

/** An error page ships none, whatever the page that failed would have shipped. */
export function wantsScripts(context: EntryContext): boolean {
  const { staticHandlerContext, routeModules } = context;
  if (staticHandlerContext.errors) return false;
  return someWantScripts(
    staticHandlerContext.matches.map(({ route }) => ({ handle: routeModules[route.id]?.handle })),
  );
}
