import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BidPage } from '~/components/bid/bid-page';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { Lines } from '~/components/lines';
import { fieldProps, Form } from '~/components/form';
import { chooseInterviewSlot } from '~/domain/evaluation/commands/choose-interview-slot.server';
import { ownInterviewPage } from '~/domain/evaluation/queries/own-interview-page.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return found(await ask(ownInterviewPage, actor, { reference: args.params['reference'] }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, chooseInterviewSlot, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.ownInterview(reference),
    says: 'Your time is recorded',
  });

export const meta = () => pageTitle('Your interview');

const shown = (slot: { startsAt: Date | string; place: string }) =>
  `${showInstant(slot.startsAt)}, ${slot.place}`;

export default function OwnInterview() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { may, chosen } = view;
  return (
    <BidPage chain={null} bid={view} here="Your interview">
      {!may.choose && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Your interview</h1>
      {view.withdrawn && <InsetText>You have withdrawn from the interview.</InsetText>}
      {!view.withdrawn && (
        <InsetText>{chosen ? `Your time: ${shown(chosen)}` : 'No time is chosen yet.'}</InsetText>
      )}
      <h2 className="govuk-heading-m">What the panel will ask</h2>
      <Lines text={view.asks} />
      {may.choose && (
        <Form reply={reply} values={{ slot: chosen?.id ?? '' }}>
          {(fields) => (
            <>
              <Radios
                label="Which time suits you?"
                hint={`Choose by ${showInstant(view.chooseBy)}. You can change your choice until then.`}
                items={view.slots.map((slot) => ({ value: slot.id, label: shown(slot) }))}
                {...fieldProps(fields['slot'])}
              />
              <Button once>Choose this time</Button>
            </>
          )}
        </Form>
      )}
      {may.withdraw && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.withdrawFromInterview(view.reference)}>
            Withdraw from the interview
          </a>
        </p>
      )}
    </BidPage>
  );
}
