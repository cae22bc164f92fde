import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RequestFormPage } from '~/components/assurance/request-form-page';
import { dateProps, fieldProps } from '~/components/form';
import { recordClarified } from '~/domain/assurance/commands/clarify-request.server';
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
  act(args, recordClarified, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.informationRequest(reference),
    says: 'The twenty working days run anew',
  });

export const meta: MetaFunction = () => pageTitle('Record what the requester answered');

export default function Clarified() {
  const request = useLoaderData<typeof loader>();
  return (
    <RequestFormPage
      request={request}
      heading="Record what the requester answered"
      intro="The twenty working days start anew on the day after they answered."
      reply={useActionData<typeof action>()}
      button="Record it"
    >
      {(fields) => (
        <>
          <CharacterCount
            label="What they answered"
            maxCharacters={10_000}
            rows={5}
            {...fieldProps(fields['answer'])}
          />
          <DateInput label="Answered on" {...dateProps(fields['answeredOn'])} />
        </>
      )}
    </RequestFormPage>
  );
}
