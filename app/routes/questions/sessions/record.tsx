import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { NotPersonal } from '~/components/question/drafting/not-personal';
import { PERSONAL_DATA_NOTE } from '~/domain/questions/texts/personal-data';
import { recordSession } from '~/domain/sessions/commands/record-session.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { CharacterCount } from '~/ui/forms/character-count';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { sessionFor } from './session-for.server';

export const loader = (args: LoaderFunctionArgs) =>
  sessionFor(args, ['held'], 'A session is recorded once, after it has begun.');

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, recordSession, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.question(reference),
      says: 'Published as an addendum. Everybody who watches is told.',
    }),
  );

export const meta: MetaFunction = () => pageTitle('Publish what was said');

export default function RecordSession() {
  const { question, title, subject, startsAt } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.sessions(question)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Publish what was said</h1>
      <p className="govuk-body">
        {subject}, {showInstant(startsAt)}. Everything that could matter to a bid, without who asked. It
        becomes an addendum that everybody reads.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <CharacterCount
              label="What was asked and answered"
              hint={PERSONAL_DATA_NOTE}
              maxWords={1000}
              rows={12}
              {...fieldProps(fields['text'])}
            />
            <TextInput
              label="Link to a recording, if any"
              hint="One that every bidder can open."
              {...fieldProps(fields['recording'])}
            />
            <NotPersonal reply={reply} fields={fields} />
            <Button once>Publish</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
