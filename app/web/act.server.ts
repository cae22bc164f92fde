import { parseWithZod } from '@conform-to/zod/v4';
import type { SubmissionResult } from '@conform-to/react';
import { data, redirect } from '@remix-run/node';
import { run, type Command, type Outcome } from '~/domain/command.server';
import type { Refusal } from '~/domain/refusal';
import { bannerCookie } from './banner.server';
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
  headers?: (value: Value) => HeadersInit;
  /** The form, when the caller has read it already (a body can be read once). */
  form?: FormData;
}

/** Form → command → reply: redirect when done, the form again with messages when refused, 403 or 404. */
export async function act<Input, Loaded, Change, Value>(
  arrival: Arrival,
  operation: Command<Input, Loaded, Change, Value>,
  acting: Acting<Value>,
) {
  const actor = acting.visitors ? await whoAsks(arrival) : await personWhoAsks(arrival);
  const form = acting.form ?? (await arrival.request.formData());
  const key = form.get('_key');
  form.delete('_key');
  for (const [name, value] of Object.entries(acting.fixed ?? {})) form.set(name, value);
  const submission = parseWithZod(form, { schema: operation.input });
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 422 });
  const outcome = await run(operation, actor, submission.value, stringOr(key));
  if (outcome.kind === 'done') {
    const headers = new Headers(acting.headers?.(outcome.value));
    const says = typeof acting.says === 'function' ? acting.says(outcome.value) : acting.says;
    if (says) headers.append('Set-Cookie', await bannerCookie(says));
    return redirect(acting.done(outcome.value), { status: 303, headers });
  }
  return refused(outcome, (refusal) =>
    submission.reply({
      formErrors: refusal.fields ? [] : [refusal.message],
      fieldErrors: Object.fromEntries(
        Object.entries(refusal.fields ?? {}).map(([name, text]) => [name, [text]]),
      ),
    }),
  );
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
