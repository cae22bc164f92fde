import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AskPage } from '~/components/request/ask-page';
import { askRequest } from '~/domain/requests/commands/ask-request.server';
import { askForm } from '~/domain/requests/queries/ask-form.server';
import { KIND_WORDS } from '~/domain/requests/request';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { besideOf } from './beside';

export const meta = () => pageTitle(KIND_WORDS.annex.asking);

export async function loader(args: LoaderFunctionArgs) {
  const { noun, reference } = args.params;
  const form = found(await ask(askForm, await personWhoAsks(args), { kind: 'annex', noun, reference }));
  if ('why' in form) throw forbidden(form.why);
  return form;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, askRequest, {
    fixed: { kind: 'annex', noun: args.params.noun ?? '', reference: args.params.reference ?? '' },
    done: ({ reference }) => paths.request(reference),
    says: 'You have asked. Those who decide are told.',
  });

export default function AskForAnnex() {
  const asked = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <AskPage {...{ asked, reply }} backHref={besideOf(asked.noun, asked.reference)} />;
}
