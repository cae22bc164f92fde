import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { confirmSecondFactor } from '~/domain/people/commands/confirm-second-factor.server';
import { ownSecondFactor } from '~/domain/people/queries/own-second-factor.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { actAndShow } from '~/web/act.server';
import { entering, pageToReturnTo } from '~/web/entrance.server';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { personInSession } from '~/web/who.server';
import { BeginSecondFactor, ConfirmSecondFactor } from './second-factor-steps';
import { SecondFactorIsSetUp } from './second-factor-is-set-up';
import { RecoveryCodes } from './recovery-codes-list';

/** Reached before the second factor is passed, by whoever has none: nothing else is open to them yet. */
export async function loader(args: LoaderFunctionArgs) {
  readSearch(args.request, { from: z.string().max(2000).optional() });
  const actor = await personInSession(args);
  const factor = await ask(ownSecondFactor, actor, {});
  return { factor, next: pageToReturnTo(args.request) };
}

export async function action(args: ActionFunctionArgs) {
  await personInSession(args);
  return actAndShow(args, confirmSecondFactor, {
    visitors: true,
    headers: ({ personId }) => entering(args.request, personId, true),
  });
}

export const meta = () => pageTitle('Second factor');

export default function SecondFactor() {
  const { factor, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'shown' in answer) return <RecoveryCodes codes={answer.shown.codes} next={next} />;
  return (
    <PageBody
      before={factor?.state === 'set up' || factor === null ? <BackLink href={paths.account()} /> : null}
    >
      {factor === null && (
        <>
          <h1 className="govuk-heading-xl">Second factor</h1>
          <InsetText>
            Accounts of the demonstration have no second factor. Real ones set one up at first sign-in.
          </InsetText>
        </>
      )}
      {factor?.state === 'not begun' && <BeginSecondFactor />}
      {factor?.state === 'begun' && (
        <ConfirmSecondFactor svg={factor.svg} secret={factor.secret} reply={answer} />
      )}
      {factor?.state === 'set up' && (
        <SecondFactorIsSetUp since={factor.since} codesLeft={factor.codesLeft} />
      )}
    </PageBody>
  );
}
