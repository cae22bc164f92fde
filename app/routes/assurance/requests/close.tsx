import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RequestFormPage } from '~/components/assurance/request-form-page';
import { dateProps, fieldProps } from '~/components/form';
import { closeRequest } from '~/domain/assurance/commands/close-request.server';
import { handledRequest } from '~/domain/assurance/queries/handled-request.server';
import { ask } from '~/domain/query.server';
import { OUTCOMES } from '~/domain/assurance/requests/information-request';
import { paths } from '~/paths';
import { CharacterCount } from '~/ui/forms/character-count';
import { DateInput } from '~/ui/forms/date-input';
import { Radios } from '~/ui/forms/radios';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) =>
  seen(await ask(handledRequest, await personWhoAsks(args), { reference: args.params['reference'] }));

export const action = (args: ActionFunctionArgs) =>
  act(args, closeRequest, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.informationRequest(reference),
    says: 'The request is closed',
  });

export const meta: MetaFunction = () => pageTitle('Close the request');

export default function CloseRequest() {
  const request = useLoaderData<typeof loader>();
  return (
    <RequestFormPage
      request={request}
      heading="Close the request"
      intro="Bidders who were consulted are told of the outcome. A closed request is not opened again."
      reply={useActionData<typeof action>()}
      button="Close the request"
    >
      {(fields) => (
        <>
          <Radios
            label="What was the requester answered?"
            items={Object.entries(OUTCOMES).map(([value, label]) => ({ value, label }))}
            {...fieldProps(fields['outcome'])}
          />
          <DateInput label="Answered on" {...dateProps(fields['outcomeOn'])} />
          <CharacterCount
            label="In which words? Needed where something is withheld"
            hint="Consulted bidders read this."
            maxCharacters={10_000}
            rows={5}
            {...fieldProps(fields['words'])}
          />
        </>
      )}
    </RequestFormPage>
  );
}
