import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { answerProgram } from '~/web/api/answer.server';
import { API_ROOT } from '~/web/api/find-operation';
import { openApi } from './document/openapi';
import { OPERATIONS } from './operations/all';

/** Everything under /api/v1, and the description of it. */
export const loader = (args: LoaderFunctionArgs) =>
  new URL(args.request.url).pathname === `${API_ROOT}/openapi.json`
    ? Response.json(openApi(), {
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Cache-Control': 'public, max-age=300',
        },
      })
    : answerProgram(OPERATIONS, args);

export const action = (args: ActionFunctionArgs) => answerProgram(OPERATIONS, args);
