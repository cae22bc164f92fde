import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { endRegisteredInterest } from '~/domain/evaluation/commands/end-registered-interest.server';
import { KIND_NAMES } from '~/domain/evaluation/interests/interest-kind';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { ownEntry } from './own-entry.server';

export const loader = (args: LoaderFunctionArgs) => ownEntry(args);

export const action = (args: ActionFunctionArgs) =>
  act(args, endRegisteredInterest, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: () => paths.ownInterests(),
    says: 'It is no longer in your register',
  });

export const meta = () => pageTitle('Remove an interest');

export default function RemoveInterest() {
  const { kind, about } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<BackLink href={paths.ownInterests()} />}>
      <h1 className="govuk-heading-xl">Remove the entry about {about}</h1>
      <p className="govuk-body">
        {KIND_NAMES[kind].name}. Remove it if it was a mistake. If it is over, change it and say until when:
        it may still count for some years. Either way it stays in the history of your register.
      </p>
      <ConfirmForm
        reply={useActionData<typeof action>()}
        button="Remove it"
        warning
        backHref={paths.ownInterests()}
      />
    </PageBody>
  );
}
