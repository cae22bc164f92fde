import { data, type ActionFunctionArgs } from '@remix-run/node';
import type { FormReply } from './act.server';

interface Refused {
  data: FormReply;
  init: ResponseInit | null;
}

const isRefused = (reply: unknown): reply is Refused =>
  typeof reply === 'object' && reply !== null && 'data' in reply && 'init' in reply;

const isGone = (thrown: unknown): boolean =>
  isRefused(thrown) && [403, 404].includes(thrown.init?.status ?? 0);

/**
 * For a form whose page goes once its step is done, by whomever: what refused it is then told on the page of
 * errors, where "not found" or "not yours" alone would leave the reader guessing.
 */
export async function tellIfGone<Reply>(
  args: ActionFunctionArgs,
  loader: (args: ActionFunctionArgs) => Promise<unknown>,
  acting: Promise<Reply>,
): Promise<Reply> {
  const reply = await acting;
  if (!isRefused(reply)) return reply;
  try {
    await loader(args);
  } catch (thrown) {
    if (!isGone(thrown)) throw thrown;
    const [why] = Object.values(reply.data.result.error ?? {}).flatMap((messages) => messages ?? []);
    throw data(why ?? 'Not found', reply.init ?? { status: 422 });
  }
  return reply;
}
