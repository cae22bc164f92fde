import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
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

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? KIND_WORDS[data.kind].asking : 'Not found');

export async function loader(args: LoaderFunctionArgs) {
  const { reference, kind } = args.params;
  const form = found(await ask(askForm, await personWhoAsks(args), { reference, kind }));
  if ('why' in form) throw forbidden(form.why);
  return form;
}

export const action = (args: ActionFunctionArgs) =>
  act(args, askRequest, {
    fixed: { reference: args.params.reference ?? '', kind: args.params.kind ?? '' },
    done: ({ reference }) => paths.request(reference),
    says: 'You have asked. Those who decide are told.',
  });

export default function Ask() {
  const asked = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <AskPage {...{ asked, reply }} backHref={paths.finding(asked.reference)} />;
}
