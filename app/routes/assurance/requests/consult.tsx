import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RequestFormPage } from '~/components/assurance/request-form-page';
import { dateProps, fieldProps } from '~/components/form';
import { consultBidder } from '~/domain/assurance/commands/consult-bidder.server';
import { handledRequest } from '~/domain/assurance/queries/handled-request.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { CharacterCount } from '~/ui/forms/character-count';
import { DateInput } from '~/ui/forms/date-input';
import { Select } from '~/ui/forms/select';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) =>
  seen(await ask(handledRequest, await personWhoAsks(args), { reference: args.params['reference'] }));

export const action = (args: ActionFunctionArgs) =>
  act(args, consultBidder, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.informationRequest(reference),
    says: 'The bidder is asked',
  });

export const meta: MetaFunction = () => pageTitle('Consult a bidder');

export default function ConsultBidder() {
  const request = useLoaderData<typeof loader>();
  return (
    <RequestFormPage
      request={request}
      heading="Consult a bidder"
      intro="They say whether they object and why. What is released is your decision. They see what was requested, not by whom, and are told of the outcome."
      reply={useActionData<typeof action>()}
      button="Ask the bidder"
    >
      {(fields) => (
        <>
          <Select
            label="Which bid?"
            options={[
              { value: '', text: 'Choose a bid' },
              ...request.bids.map(({ reference, bidder, question }) => ({
                value: reference,
                text: `${bidder} (${question})`,
              })),
            ]}
            {...fieldProps(fields['bid'])}
          />
          <CharacterCount
            label="What may be released?"
            maxCharacters={5000}
            rows={5}
            {...fieldProps(fields['words'])}
          />
          <DateInput label="Answer by" {...dateProps(fields['answerBy'])} />
        </>
      )}
    </RequestFormPage>
  );
}
