import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, fieldProps, Form } from '~/components/form';
import { announceSession } from '~/domain/sessions/commands/announce-session.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { Textarea } from '~/ui/forms/textarea';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { questionFor } from '../question-for.server';

export const loader = (args: LoaderFunctionArgs) =>
  questionFor(
    args,
    ({ run }) => run,
    'Only the team’s authors and the senior responsible owner announce a session.',
  );

export const action = (args: ActionFunctionArgs) =>
  act(args, announceSession, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.sessions(reference),
    says: 'The session is announced. Everybody who watches is told.',
  });

export const meta: MetaFunction = () => pageTitle('Announce a session');

export default function AnnounceSession() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<BackLink href={paths.sessions(reference)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Announce a session</h1>
      <p className="govuk-body">
        Everybody who may see the question learns when it is. How to join is shown to those who may bid. You
        publish what was said to everybody afterwards.
      </p>
      <Form reply={reply} values={{ minutes: '60' }}>
        {(fields) => (
          <>
            <TextInput label="What it is about" {...fieldProps(fields['subject'])} />
            <DateInput label="Day" hint="Before bids close." {...dateProps(fields['on'])} />
            <TextInput
              label="Start, UK time"
              hint="For example, 14:00."
              width={5}
              {...fieldProps(fields['time'])}
            />
            <TextInput
              label="How long, in minutes"
              width={3}
              inputMode="numeric"
              {...fieldProps(fields['minutes'])}
            />
            <Textarea
              label="How to join"
              hint="A link or a room, shown to bidders alone."
              rows={3}
              {...fieldProps(fields['joining'])}
            />
            <Button once>Announce</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
