import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { confirmReorganisation } from '~/domain/succession/commands/confirm-reorganisation.server';
import { countOf } from '~/domain/succession/holding';
import { goesOn } from '~/domain/succession/reorganisation';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { permitted } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { fixedReorganisation, reorganisationToKeep } from './step.server';

export async function loader(args: LoaderFunctionArgs) {
  const step = await reorganisationToKeep(args);
  permitted(step.may.confirm);
  return step;
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, confirmReorganisation, {
      fixed: fixedReorganisation(args),
      done: ({ reference }) => paths.reorganisation(reference),
      says: 'Confirmed',
    }),
  );

export const meta = () => pageTitle('Confirm a reorganisation');

export default function Confirm() {
  const { reference, kind, lines, effectiveOn, title } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const going = lines
    .map((line) => ({ kind: line.kind, count: goesOn(kind) ? line.held - line.open : line.held }))
    .filter(({ count }) => count > 0);
  return (
    <PageBody before={<BackLink href={paths.reorganisation(reference)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Confirm it</h1>
      {kind === 'rename' ? (
        <p className="govuk-body">
          The new name holds at once. The former one stays on its page and is found.
        </p>
      ) : (
        <>
          <p className="govuk-body">
            From {showDate(effectiveOn)} on the successors accept or decline each of these. Until they do, it
            stays{' '}
            {goesOn(kind)
              ? 'where it is, as does all that is not on this list.'
              : 'with the organisation that ends, which cannot close before.'}
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {going.map(({ kind: one, count }) => (
              <li key={one}>{countOf(one, count)}</li>
            ))}
          </ul>
        </>
      )}
      <ConfirmForm reply={reply} button="Confirm" backHref={paths.reorganisation(reference)} />
    </PageBody>
  );
}
