import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '~/components/reason-form';
import { removeDirection } from '~/domain/knowledge/commands/remove-direction.server';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { ask } from '~/domain/query.server';
import { parseReference } from '~/domain/reference';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Remove what it says');

export async function loader(args: LoaderFunctionArgs) {
  const finding = found(
    await ask(findingPage, await personWhoAsks(args), { reference: args.params['reference'] }),
  );
  const about = parseReference(args.params['about'] ?? '');
  if (!finding.may.recordDirection)
    throw forbidden('Only a coordinator removes what a finding says of an intervention.');
  const { name } = found(finding.directions.find((one) => one.about === about) ?? null);
  return { reference: finding.reference, title: finding.version.title, name };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, removeDirection, {
      fixed: { reference: args.params['reference'] ?? '', about: args.params['about'] ?? '' },
      done: ({ reference }) => `${paths.finding(reference)}#directions`,
      says: 'Removed. It stays in the history of the finding.',
    }),
  );

export default function RemoveDirection() {
  const { reference, title, name } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.finding(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Remove what it says of {name}</h1>
      <ReasonForm
        reply={reply}
        label="Why it does not belong there"
        button="Remove it"
        warning
        backHref={paths.finding(reference)}
      />
    </PageBody>
  );
}
