import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse } from '@remix-run/react';
import { log } from '~/platform/log.server';

/** A fault is logged with the reference that the error page shows, never with what the person typed. */
export function logFault(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const path = new URL(request.url).pathname;
  log.error('request-failed', { reference: context.reference, method: request.method, path, error });
}
