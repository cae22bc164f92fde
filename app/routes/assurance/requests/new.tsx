import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, fieldProps, Form } from '~/components/form';
import { logRequest } from '~/domain/assurance/commands/log-request.server';
import { MOST_WORDS } from '~/domain/assurance/requests/information-request';
import { mayLog } from '~/domain/assurance/requests/request-policy';
import { parseReference, showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { CharacterCount } from '~/ui/forms/character-count';
import { DateInput } from '~/ui/forms/date-input';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { permitted } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

/** From the pack of a question its reference comes along. */
export async function loader(args: LoaderFunctionArgs) {
  permitted(mayLog(await memberWhoAsks(args)));
  const about = parseReference(new URL(args.request.url).searchParams.get('question') ?? '');
  return { questions: about ? showReference(about) : '' };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, logRequest, {
    done: ({ reference }) => paths.informationRequest(reference),
    says: 'The request is logged',
  });

export const meta: MetaFunction = () => pageTitle('Log a request for information');

export default function NewRequest() {
  const { questions } = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[{ text: 'Requests for information', href: paths.requestLog() }, { text: 'Log a request' }]}
        />
      }
    >
      <h1 className="govuk-heading-l">Log a request for information</h1>
      <Form reply={useActionData<typeof action>()} values={{ questions }}>
        {(fields) => (
          <>
            <CharacterCount
              label="What is asked, in the requester’s words"
              hint="Leave out who they are: that is entered apart."
              maxCharacters={MOST_WORDS}
              rows={6}
              {...fieldProps(fields['words'])}
            />
            <DateInput
              label="Received on"
              hint="The twenty working days run from the day after"
              {...dateProps(fields['receivedOn'])}
            />
            <TextInput
              label="References of the questions that it concerns"
              hint="For example, H7K4-QXMF. Several with spaces between"
              {...fieldProps(fields['questions'])}
            />
            <TextInput
              label="Who asks"
              hint="Seen by those alone who handle the request"
              {...fieldProps(fields['requester'])}
            />
            <TextInput label="How to reach them" {...fieldProps(fields['contact'])} />
            <Button once>Log the request</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
