import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dateProps, fieldProps, Form } from '~/components/form';
import { NotPersonal } from '~/components/question/drafting/not-personal';
import { ask } from '~/domain/query.server';
import { requestSponsorship } from '~/domain/questions/commands/request-sponsorship.server';
import { isEditable } from '~/domain/questions/question';
import { joinableQuestions } from '~/domain/questions/queries/joinable-questions.server';
import { questionDraft } from '~/domain/questions/queries/question-draft.server';
import { WORKING_DAYS_TO_ANSWER } from '~/domain/questions/sponsoring/sponsorship';
import { PERSONAL_DATA_NOTE } from '~/domain/questions/texts/personal-data';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { DateInput } from '~/ui/forms/date-input';
import { TextInput } from '~/ui/forms/text-input';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta: MetaFunction = () => pageTitle('Join another team’s question');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { reference, other } = args.params;
  const draft = found(await ask(questionDraft, actor, { reference }));
  if (!isEditable(draft.state)) throw redirect(paths.question(draft.reference));
  if (!draft.may.edit) throw forbidden('Only its authors can decide how a draft goes on.');
  const joinable = found(await ask(joinableQuestions, actor, { reference, others: [other] }));
  return { draft: draft.reference, question: found(joinable.questions[0] ?? null) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, requestSponsorship, {
    fixed: { reference: args.params['reference'] ?? '', other: args.params['other'] ?? '' },
    done: ({ draft }) => paths.question(draft),
    says: 'The other team is asked. Your draft is set aside meanwhile.',
  });

export default function JoinQuestion() {
  const { draft, question } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { reference, title, team, organisation, summary, neededBy } = question;
  return (
    <PageBody before={<BackLink href={paths.alreadyAsked(draft)} />}>
      <span className="govuk-caption-l">Join another team’s question</span>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{summary}</p>
      <p className="govuk-body">
        Asked by {team}, {organisation}
        {neededBy && `, who need the answer by ${showDate(neededBy)}`}.{' '}
        <a className="govuk-link" href={paths.question(reference)}>
          Read the whole question
        </a>
      </p>
      <InsetText>
        If they accept, your team stands on the question as a sponsor and hears what becomes of it. No money
        is promised. Your draft is set aside, not lost: you can reopen it until they accept. They have{' '}
        {WORKING_DAYS_TO_ANSWER} working days to answer.
      </InsetText>
      <Form reply={reply}>
        {(fields) => (
          <>
            <p className="govuk-body">{PERSONAL_DATA_NOTE}</p>
            <TextInput
              label="What your team needs the answer for"
              hint="Stands on the question, for everybody in the network who can see it."
              {...fieldProps(fields['neededFor'])}
            />
            <Textarea
              label="Your context"
              hint="What is different or the same in your case. Only the two teams read this."
              rows={5}
              {...fieldProps(fields['context'])}
            />
            <DateInput
              label="When you need it by"
              hint="For example, 31 3 2027"
              {...dateProps(fields['neededBy'])}
            />
            <NotPersonal reply={reply} fields={fields} />
            <ActionBar>
              <Button once>Ask to join</Button>
              <a className="govuk-link" href={paths.alreadyAsked(draft)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
