import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RequestFormPage } from '~/components/assurance/request-form-page';
import { dateProps, fieldProps } from '~/components/form';
import { extendRequest } from '~/domain/assurance/commands/extend-request.server';
import { handledRequest } from '~/domain/assurance/queries/handled-request.server';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { DateInput } from '~/ui/forms/date-input';
import { Textarea } from '~/ui/forms/textarea';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) =>
  seen(await ask(handledRequest, await personWhoAsks(args), { reference: args.params['reference'] }));

export const action = (args: ActionFunctionArgs) =>
  act(args, extendRequest, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.informationRequest(reference),
    says: 'The new day is recorded',
  });

export const meta: MetaFunction = () => pageTitle('Take longer to weigh the public interest');

export default function ExtendRequest() {
  const request = useLoaderData<typeof loader>();
  return (
    <RequestFormPage
      request={request}
      heading="Take longer to weigh the public interest"
      intro={`It is due on ${showDate(request.lastDay)}. Only the public interest test of a qualified exemption allows longer, within what is reasonable: usually twenty working days more at most.`}
      reply={useActionData<typeof action>()}
      button="Record the new day"
    >
      {(fields) => (
        <>
          <DateInput label="Answered by" {...dateProps(fields['until'])} />
          <Textarea
            label="Which exemption, and why does it take longer?"
            hint="The requester is told in these words, before the twenty days are over."
            rows={5}
            {...fieldProps(fields['reason'])}
          />
        </>
      )}
    </RequestFormPage>
  );
}
