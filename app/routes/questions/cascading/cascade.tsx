import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { Lines } from '~/components/lines';
import { QuestionCrumbs } from '~/components/question/question-crumbs';
import { ask } from '~/domain/query.server';
import { cascadeLabel } from '~/domain/questions/cascading/cascade';
import { answerCascade } from '~/domain/questions/commands/answer-cascade.server';
import { cascadePage } from '~/domain/questions/queries/cascade-page.server';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { CharacterCount } from '~/ui/forms/character-count';
import { Radios } from '~/ui/forms/radios';
import { PageBody } from '~/ui/layout/page-body';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return found(await ask(cascadePage, actor, { reference: args.params['reference'] }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, answerCascade, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.cascade(reference),
    says: 'Your answer is sent',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Sent to another level', data.question.title] : ['Not found']));

export default function CascadePage() {
  const { question, team, message, priority, sentAt, answerBy, state, words, answeredAt, may } =
    useLoaderData<typeof loader>();
  return (
    <PageBody before={<QuestionCrumbs question={question} here={`Sent to ${team}`} />}>
      <span className="govuk-caption-l">{question.title}</span>
      <h1 className="govuk-heading-l">Sent to {team}</h1>
      <SummaryList
        rows={[
          { key: 'Sent', value: showDay(sentAt) },
          priority !== null && { key: 'For the priority', value: priority },
          { key: 'What is asked', value: <Lines text={message} /> },
          { key: 'Answer by', value: showDate(answerBy) },
          {
            key: 'Answer',
            value: `${cascadeLabel(state)}${answeredAt ? ` on ${showDay(answeredAt)}` : ''}`,
          },
          words !== '' && { key: 'Contribution or reason', value: <Lines text={words} /> },
        ]}
      />
      {may.answer && <AnswerForm />}
    </PageBody>
  );
}

const AnswerForm = () => (
  <Form reply={useActionData<FormReply>()}>
    {(fields) => (
      <>
        <Radios
          label="What your team answers"
          items={[
            { value: 'accepted', label: 'Accept', hint: 'Say what your team will contribute' },
            { value: 'declined', label: 'Decline', hint: 'Say why' },
            { value: 'noted', label: 'Note', hint: 'You know of it; nothing follows' },
          ]}
          {...fieldProps(fields['answer'])}
        />
        <CharacterCount
          label="Contribution or reason"
          maxCharacters={2000}
          rows={4}
          {...fieldProps(fields['words'])}
        />
        <Button once>Send the answer</Button>
      </>
    )}
  </Form>
);
