import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { NotPersonal } from '~/components/question/drafting/not-personal';
import { openEnquiry } from '~/domain/enquiries/commands/open-enquiry.server';
import { MESSAGE_WORDS } from '~/domain/enquiries/enquiry';
import { teamPromise } from '~/domain/enquiries/queries/team-promise.server';
import { showPromise } from '~/domain/enquiries/reply-promise';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { CharacterCount } from '~/ui/forms/character-count';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const team = found(
    await ask(teamPromise, await memberWhoAsks(args), { reference: args.params['reference'] }),
  );
  if (!team.may.ask) throw forbidden('Enquiries are for the teams of others, while they are open.');
  return team;
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Write to ${data.name}` : 'Not found');

export const action = (args: ActionFunctionArgs) =>
  act(args, openEnquiry, {
    fixed: { team: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.enquiry(reference),
    says: 'Sent. You are told when the team answers.',
  });

export default function NewEnquiry() {
  const team = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<BackLink href={paths.team(team.reference)} />}>
      <span className="govuk-caption-l">{team.name}</span>
      <h1 className="govuk-heading-l">Write to the team</h1>
      <p className="govuk-body">
        You and those who speak for the team read it, nobody else. Answers within: {showPromise(team)}.
        {team.workingDays !== null &&
          ' If that day passes without an answer, coordinators are told, and can read it to help.'}
      </p>
      <InsetText>
        What a question means, while it is open for bids, is asked as a clarification, so that all who bid
        read the same answer.
      </InsetText>
      <Form reply={reply}>
        {(fields) => (
          <>
            <TextInput label="What it is about" {...fieldProps(fields['subject'])} />
            <CharacterCount
              label="What you want to say"
              rows={8}
              maxWords={MESSAGE_WORDS}
              {...fieldProps(fields['text'])}
            />
            <NotPersonal reply={reply} fields={fields} />
            <Button once>Send</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
