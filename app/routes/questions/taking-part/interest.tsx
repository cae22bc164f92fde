import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useParams } from '@remix-run/react';
import { RefusedChange } from '~/components/refused-change';
import { signalInterest } from '~/domain/questions/commands/signal-interest.server';
import { stopWatching } from '~/domain/questions/commands/stop-watching.server';
import { watchQuestion } from '~/domain/questions/commands/watch-question.server';
import { parseReference } from '~/domain/reference';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { postOnly } from '~/web/post-only.server';
import { notFound } from '~/web/reply.server';

const referenceIn = (args: LoaderFunctionArgs): string => {
  const reference = parseReference(args.params['reference'] ?? '');
  if (!reference) throw notFound();
  return reference;
};

/** Somebody who signed in on the way comes back here by GET: the buttons are on the question's page. */
export const loader = postOnly((args) => paths.question(referenceIn(args)));

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const intent = form.get('intent');
  form.delete('intent');
  const reference = referenceIn(args);
  const acting = { form, fixed: { reference }, done: () => paths.question(reference) };
  if (intent === 'interest')
    return act(args, signalInterest, {
      ...acting,
      says: 'Noted: you are interested, and will hear of every change',
    });
  if (intent === 'watch')
    return act(args, watchQuestion, { ...acting, says: 'You will hear of every change' });
  if (intent === 'unwatch')
    return act(args, stopWatching, { ...acting, says: 'You will hear no more of it' });
  throw data('The form could not be read', { status: 400 });
}

export const meta: MetaFunction = () => pageTitle('Nothing was changed');

export default function Refused() {
  const { reference = '' } = useParams();
  return <RefusedChange reply={useActionData<typeof action>()} back={paths.question(reference)} />;
}
