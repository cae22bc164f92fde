import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { LinkSaid } from '~/components/finding/links/link-said';
import { confirmFindingLink } from '~/domain/knowledge/commands/confirm-finding-link.server';
import { findingLink } from '~/domain/knowledge/queries/finding-link.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Confirm this link');

export async function loader(args: LoaderFunctionArgs) {
  const link = found(await ask(findingLink, await personWhoAsks(args), { reference: args.params.reference }));
  if (!link.may.confirm) throw forbidden('Only a coordinator can confirm a link, once.');
  return link;
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, confirmFindingLink, {
      fixed: { reference: args.params.reference ?? '' },
      done: ({ finding }) => `${paths.finding(finding)}#beside`,
      says: 'The findings are linked',
    }),
  );

export default function ConfirmLink() {
  const link = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const back = paths.finding(link.from.reference);
  return (
    <PageBody before={<BackLink href={back} />}>
      <h1 className="govuk-heading-xl">Confirm this link</h1>
      <LinkSaid link={link} />
      <ConfirmForm reply={reply} button="Confirm it" backHref={back} />
    </PageBody>
  );
}
