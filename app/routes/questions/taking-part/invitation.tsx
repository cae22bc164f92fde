import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { QuestionCrumbs } from '~/components/question/question-crumbs';
import { ask } from '~/domain/query.server';
import { answerInvitation } from '~/domain/questions/commands/answer-invitation.server';
import { DECLINE_CODES, DECLINE_LABELS } from '~/domain/questions/inviting/answer';
import { ownInvitation } from '~/domain/questions/queries/own-invitation.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta: MetaFunction = () => pageTitle('Answer the invitation');

export const loader = async (args: LoaderFunctionArgs) =>
  found(await ask(ownInvitation, await personWhoAsks(args), { reference: args.params['reference'] }));

export const action = (args: ActionFunctionArgs) =>
  act(args, answerInvitation, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.question(reference),
    says: ({ declined }) =>
      declined ? 'Declined. The team is told why.' : 'The team is told that you will look at it.',
  });

const answers = [
  { value: 'interested', label: 'I am interested', hint: 'You promise nothing. You hear of every change.' },
  { divider: 'or' },
  ...DECLINE_CODES.map((value) => ({ value, label: DECLINE_LABELS[value] })),
];

export default function AnswerInvitation() {
  const { reference, title, summary, team, organisation, closesAt, reason, answer, words, open } =
    useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<QuestionCrumbs question={{ reference, title }} here="Answer the invitation" />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Answer the invitation</h1>
      <p className="govuk-body">
        {team}, {organisation}, asks you by name{closesAt && `. It is open until ${showInstant(closesAt)}`}.
      </p>
      <p className="govuk-body">{summary}</p>
      {reason && <InsetText>Why you: {reason}</InsetText>}
      {open ? (
        <Form reply={reply} values={{ answer: answer ?? '', words }}>
          {(fields) => (
            <>
              <Radios
                label="Will you look at it?"
                hint="Only the asking team reads your answer. Coordinators see counts, never names."
                items={answers}
                {...fieldProps(fields['answer'])}
              />
              <TextInput
                label="The other reason, in a few words"
                hint="Only where you chose “Another reason”."
                {...fieldProps(fields['words'])}
              />
              <Button once>Send the answer</Button>
            </>
          )}
        </Form>
      ) : (
        <p className="govuk-body">This question is no longer open. There is nothing to answer.</p>
      )}
    </PageBody>
  );
}
