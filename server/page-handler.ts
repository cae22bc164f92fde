import { createRequestHandler, type ServerBuild } from '@remix-run/server-runtime';
import type { LoadContext } from './load-context';

type PageHandler = (request: Request, context: LoadContext) => Promise<Response>;
type Route = ServerBuild['routes'][string];

/** One step of the addresses: what may follow it by name, what may follow as a parameter, who ends here. */
type Step = { named: Map<string, Step>; parameter?: Step; ids: string[] };

/**
 * The framework's request handler, which goes through every address of the build several times a request,
 * given only the routes that could answer: whichever of them does is still the framework's choice.
 * Anything but a plain path, and the client's questions about other routes, go to the whole build.
 */
export function pageHandler(build: ServerBuild, mode: string): PageHandler {
  const whole = createRequestHandler(build, mode);
  const first = stepsOf(build);
  const always = Object.values(build.routes).filter(isAlwaysNeeded);
  const handlers = new Map<string, PageHandler>();
  return (request, context) => {
    const segments = plainSegments(new URL(request.url).pathname);
    const ids = segments ? idsAt(first, segments) : [];
    if (ids.length === 0) return whole(request, context);
    const key = ids.join('|');
    const known = handlers.get(key);
    if (known) return known(request, context);
    const routes = [...always, ...ids.map((id) => build.routes[id] as Route)];
    const handler = createRequestHandler(narrowed(build, routes), mode);
    handlers.set(key, handler);
    return handler(request, context);
  };
}

/** The root, and what answers when nothing else does. */
const isAlwaysNeeded = ({ parentId, path = '' }: Route): boolean =>
  parentId === undefined || path.includes('*');

function stepsOf({ routes }: ServerBuild): Step {
  const first: Step = { named: new Map(), ids: [] };
  for (const { id, parentId, path = '' } of Object.values(routes)) {
    if (parentId === undefined || path.includes('*')) continue;
    if (parentId !== 'root' || path.includes('?')) throw new Error(`The address of ${id} is not a flat one.`);
    let step = first;
    for (const segment of path.split('/').filter(Boolean)) step = nextStep(step, segment.toLowerCase());
    step.ids.push(id);
  }
  return first;
}

function nextStep(step: Step, segment: string): Step {
  if (segment.startsWith(':')) return (step.parameter ??= { named: new Map(), ids: [] });
  const known = step.named.get(segment);
  if (known) return known;
  const made: Step = { named: new Map(), ids: [] };
  step.named.set(segment, made);
  return made;
}

function idsAt(step: Step | undefined, [segment, ...rest]: string[]): string[] {
  if (!step) return [];
  if (segment === undefined) return step.ids;
  return [...idsAt(step.named.get(segment), rest), ...idsAt(step.parameter, rest)];
}

/** A path that needs no decoding, in segments; the client's own reading of a page's data counts as the page. */
function plainSegments(pathname: string): string[] | null {
  if (!/^(\/[\w.~-]+)*\/?$/.test(pathname)) return null;
  const page = pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/');
  return page.toLowerCase().split('/').filter(Boolean);
}

function narrowed(build: ServerBuild, routes: Route[]): ServerBuild {
  const only = <Value>(all: Record<string, Value>): Record<string, Value> =>
    Object.fromEntries(routes.map(({ id }) => [id, all[id] as Value]));
  return {
    ...build,
    routes: only(build.routes),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  };
}
