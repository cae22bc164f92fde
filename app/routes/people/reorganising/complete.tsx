import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { completeReorganisation } from '~/domain/succession/commands/complete-reorganisation.server';
import { countOf } from '~/domain/succession/holding';
import { goesOn } from '~/domain/succession/reorganisation';
import { paths } from '~/paths';
import { WarningText } from '~/ui/content/warning-text';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { fixedReorganisation, reorganisationToKeep } from './step.server';

export async function loader(args: LoaderFunctionArgs) {
  const step = await reorganisationToKeep(args);
  if (!step.may.complete)
    throw forbidden('It is completed from its day on, once another person has confirmed it, and once.');
  return step;
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, completeReorganisation, {
      fixed: fixedReorganisation(args),
      done: ({ reference }) => paths.reorganisation(reference),
      says: 'Completed. Old addresses and names lead to who followed',
    }),
  );

export const meta = () => pageTitle('Complete a reorganisation');

export default function Complete() {
  const { reference, kind: whole, lines, title, ending } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const stays = goesOn(whole);
  const left = stays ? [] : lines.filter(({ held }) => held > 0);
  return (
    <PageBody before={<BackLink href={paths.reorganisation(reference)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">{stays ? 'Complete it' : `Close ${ending.join(' and ')}`}</h1>
      {left.length > 0 && (
        <WarningText>
          Still held: {left.map(({ kind, held }) => countOf(kind, held)).join(', ')}. It cannot close before
          somebody has accepted {left.length === 1 && left[0]?.held === 1 ? 'it' : 'them'}.
        </WarningText>
      )}
      <p className="govuk-body">
        {stays
          ? `${ending.join(' and ')} goes on with what was not handed over. The history of each says what went where.`
          : 'Its page stays, with its history and with who followed. Nothing new comes to it.'}
      </p>
      <ConfirmForm
        reply={reply}
        button={stays ? 'Complete' : 'Close and complete'}
        warning
        backHref={paths.reorganisation(reference)}
      />
    </PageBody>
  );
}
