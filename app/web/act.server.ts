import { parseWithZod } from '@conform-to/zod/v4';
import type { SubmissionResult } from '@conform-to/react';
import { data, redirect } from '@remix-run/node';
import { run, type Command, type Outcome } from '~/domain/command.server';
import type { Refusal } from '~/domain/refusal';
import { bannerCookie } from './banner.server';
import { showAgain } from './post-only.server';
import { forbidden, notFound } from './reply.server';
import { personWhoAsks, whoAsks, type Arrival } from './who.server';

/** What a page's action returns when the form has to be shown again; `result` feeds conform's useForm. */
export interface FormReply {
  result: SubmissionResult;
}

interface Acting<Value> {
  /** Values that come from the address, never from the form; they win over any field of the same name. */
  fixed?: Record<string, string>;
  /** Where to go when done. */
  done: (value: Value) => string;
  /** What the notification banner says there. */
  says?: string | ((value: Value) => string);
  /** For commands open to visitors, such as joining; else a signed-in person is required. */
  visitors?: boolean;
  headers?: (value: Value) => HeadersInit | Promise<HeadersInit>;
  /** The form, when the caller has read it already (a body can be read once). */
  form?: FormData;
}

/** Form → command → reply: redirect when done, the form again with messages when refused, 403 or 404. */
export async function act<Input, Loaded, Change, Value>(
  arrival: Arrival,
  operation: Command<Input, Loaded, Change, Value>,
  acting: Acting<Value>,
) {
  const result = await carryOut(arrival, operation, acting);
  if ('reply' in result) return result.reply;
  const headers = new Headers(await acting.headers?.(result.value));
  const says = typeof acting.says === 'function' ? acting.says(result.value) : acting.says;
  if (says) headers.append('Set-Cookie', await bannerCookie(says));
  return redirect(acting.done(result.value), { status: 303, headers });
}

/** For what is shown once, or only looked at: the page itself answers, with `shown` beside the form's reply. */
export async function actAndShow<Input, Loaded, Change, Value>(
  arrival: Arrival,
  operation: Command<Input, Loaded, Change, Value>,
  acting: Omit<Acting<Value>, 'done' | 'says'>,
) {
  const result = await carryOut(arrival, operation, acting);
  if ('reply' in result) return result.reply;
  return data({ shown: result.value }, { headers: new Headers(await acting.headers?.(result.value)) });
}

/** Never sent back to the page, whatever was wrong with them. */
const SECRET_FIELDS = ['password', 'currentPassword', 'code'];

async function carryOut<Input, Loaded, Change, Value>(
  arrival: Arrival,
  operation: Command<Input, Loaded, Change, Value>,
  acting: Pick<Acting<Value>, 'visitors' | 'form' | 'fixed'>,
) {
  const actor = acting.visitors ? await whoAsks(arrival) : await personWhoAsks(arrival);
  const form = acting.form ?? (await arrival.request.formData());
  const key = form.get('_key');
  form.delete('_key');
  for (const [name, value] of Object.entries(acting.fixed ?? {})) form.set(name, value);
  const submission = parseWithZod(form, { schema: operation.input });
  const hidden = operation.secret ? { hideFields: SECRET_FIELDS } : {};
  if (submission.status !== 'success')
    return again(arrival, data({ result: submission.reply(hidden) }, { status: 422 }));
  const outcome = await run(operation, actor, submission.value, stringOr(key));
  if (outcome.kind === 'done') return { value: outcome.value };
  const reply = refused(outcome, (refusal) =>
    submission.reply({
      ...hidden,
      formErrors: refusal.fields ? [] : [refusal.message],
      fieldErrors: Object.fromEntries(
        Object.entries(refusal.fields ?? {}).map(([name, text]) => [name, [text]]),
      ),
    }),
  );
  return again(arrival, reply);
}

function again<Reply>({ context }: Arrival, reply: Reply) {
  showAgain(context);
  return { reply };
}

const stringOr = (value: FormDataEntryValue | null): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined;

function refused<Value>(
  outcome: Exclude<Outcome<Value>, { kind: 'done' }>,
  reply: (refusal: Refusal) => SubmissionResult,
) {
  if (outcome.kind === 'hidden') throw notFound();
  if (outcome.kind === 'denied') throw forbidden(outcome.why);
  if (outcome.kind === 'invalid') throw data('The form could not be read', { status: 400 });
  return data({ result: reply(outcome.refusal) }, { status: outcome.refusal.stale ? 409 : 422 });
}
