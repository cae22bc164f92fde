import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EstimateFields } from '~/components/elicitation/estimate-fields';
import { Form } from '~/components/form';
import { Lines } from '~/components/lines';
import { giveEstimates } from '~/domain/elicitation/commands/give-estimates.server';
import { estimateValues } from '~/domain/elicitation/estimate-form';
import { ownEstimatesPage } from '~/domain/elicitation/queries/own-estimates.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Your estimate');

export async function loader(args: LoaderFunctionArgs) {
  const view = found(
    await ask(ownEstimatesPage, await personWhoAsks(args), { reference: args.params.reference }),
  );
  if (view.kind === 'denied') throw forbidden(view.why);
  return view;
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, giveEstimates, {
      fixed: { reference: args.params.reference ?? '' },
      done: ({ reference }) => paths.elicitation(reference),
      says: ({ round }) =>
        `Your ${round === 1 ? 'first' : 'second'} estimate is in, sealed. You can change it until the round closes.`,
    }),
  );

export default function GiveEstimates() {
  const { reference, title, background, quantities, round, closesAt, estimates, isIn } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const which = round === 1 ? 'first' : 'second';
  return (
    <PageBody before={<BackLink href={paths.elicitation(reference)} />}>
      <span className="govuk-caption-xl">{title}</span>
      <h1 className="govuk-heading-xl">Your {which} estimate</h1>
      <p className="govuk-body">
        It closes on {showInstant(closesAt)}. Until then nobody but you can read it, and then others read it
        without your name.
        {round === 2 && !isIn && ' The fields hold your first estimate: change what the discussion changed.'}
      </p>
      {background && <Lines text={background} />}
      <Form reply={reply} values={estimateValues(estimates)}>
        {(fields) => (
          <>
            <input type="hidden" name="round" value={round} />
            {quantities.map((quantity) => (
              <EstimateFields key={quantity.position} {...{ fields, quantity }} />
            ))}
            <ActionBar>
              <Button>{isIn ? `Change your ${which} estimate` : `Give your ${which} estimate`}</Button>
              <a className="govuk-link" href={paths.elicitation(reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
