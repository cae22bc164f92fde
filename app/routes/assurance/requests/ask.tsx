import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RequestFormPage } from '~/components/assurance/request-form-page';
import { dateProps, fieldProps } from '~/components/form';
import { askRequester } from '~/domain/assurance/commands/clarify-request.server';
import { handledRequest } from '~/domain/assurance/queries/handled-request.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { CharacterCount } from '~/ui/forms/character-count';
import { DateInput } from '~/ui/forms/date-input';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) =>
  seen(await ask(handledRequest, await personWhoAsks(args), { reference: args.params['reference'] }));

export const action = (args: ActionFunctionArgs) =>
  act(args, askRequester, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.informationRequest(reference),
    says: 'No time runs until they have answered',
  });

export const meta: MetaFunction = () => pageTitle('Ask the requester what they mean');

export default function AskRequester() {
  const request = useLoaderData<typeof loader>();
  return (
    <RequestFormPage
      request={request}
      heading="Ask the requester what they mean"
      intro="The twenty working days stop on the day on which they are asked, and start anew when they have answered."
      reply={useActionData<typeof action>()}
      button="Record it"
    >
      {(fields) => (
        <>
          <CharacterCount
            label="What you asked them"
            maxCharacters={10_000}
            rows={5}
            {...fieldProps(fields['asked'])}
          />
          <DateInput label="Asked on" {...dateProps(fields['askedOn'])} />
        </>
      )}
    </RequestFormPage>
  );
}
