import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReasonForm } from '~/components/reason-form';
import { withdrawReorganisation } from '~/domain/succession/commands/withdraw-reorganisation.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { fixedReorganisation, reorganisationToKeep } from './step.server';

export async function loader(args: LoaderFunctionArgs) {
  const step = await reorganisationToKeep(args);
  if (!step.may.withdraw) throw forbidden('This reorganisation is over.');
  return step;
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, withdrawReorganisation, {
      fixed: fixedReorganisation(args),
      done: ({ reference }) => paths.reorganisation(reference),
      says: 'Withdrawn. Everything stays as it was',
    }),
  );

export const meta = () => pageTitle('Withdraw a reorganisation');

export default function Withdraw() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.reorganisation(reference)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Withdraw it</h1>
      <p className="govuk-body">
        Nothing comes of it. Once something was taken over, only another reorganisation leads back.
      </p>
      <ReasonForm
        reply={reply}
        label="Why nothing comes of it"
        button="Withdraw"
        warning
        backHref={paths.reorganisation(reference)}
      />
    </PageBody>
  );
}
