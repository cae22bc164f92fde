import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LinkSaid } from '~/components/finding/links/link-said';
import { ReasonForm } from '~/components/reason-form';
import { removeFindingLink } from '~/domain/knowledge/commands/remove-finding-link.server';
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

export const meta = () => pageTitle('Remove this link');

export async function loader(args: LoaderFunctionArgs) {
  const link = found(await ask(findingLink, await personWhoAsks(args), { reference: args.params.reference }));
  if (!link.may.remove) throw forbidden('Only a coordinator can remove a confirmed link.');
  return link;
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, removeFindingLink, {
      fixed: { reference: args.params.reference ?? '' },
      done: ({ finding }) => `${paths.finding(finding)}#beside`,
      says: 'The link is removed',
    }),
  );

export default function RemoveLink() {
  const link = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const back = paths.finding(link.from.reference);
  return (
    <PageBody before={<BackLink href={back} />}>
      <h1 className="govuk-heading-xl">Remove this link</h1>
      <LinkSaid link={link} />
      <ReasonForm reply={reply} label="Why it is removed" button="Remove it" warning backHref={back} />
    </PageBody>
  );
}
