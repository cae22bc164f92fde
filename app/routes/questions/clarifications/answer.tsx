import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { Lines } from '~/components/lines';
import { NotPersonal } from '~/components/question/drafting/not-personal';
import { QuestionCrumbs } from '~/components/question/question-crumbs';
import { ask } from '~/domain/query.server';
import { answerClarification } from '~/domain/questions/commands/answer-clarification.server';
import { declineClarification } from '~/domain/questions/commands/decline-clarification.server';
import { CLARIFICATION_WORDS } from '~/domain/questions/clarifications/clarification';
import { clarificationToAnswer } from '~/domain/questions/queries/clarification-to-answer.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { CharacterCount } from '~/ui/forms/character-count';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const one = found(
    await ask(clarificationToAnswer, await personWhoAsks(args), { reference: args.params['reference'] }),
  );
  if (one.state !== 'waiting') throw redirect(paths.clarifications(one.question.reference));
  return one;
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const declines = form.get('intent') === 'decline';
  form.delete('intent');
  const acting = {
    form,
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ question }: { question: string }) => paths.clarifications(question),
  };
  return declines
    ? act(args, declineClarification, { ...acting, says: 'Declined. The asker is told why.' })
    : act(args, answerClarification, { ...acting, says: 'Published. Everybody who watches is told.' });
}

export const meta: MetaFunction = () => pageTitle('Answer a clarification');

export default function AnswerClarification() {
  const one = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const declining = reply?.result.error && 'reason' in reply.result.error;
  return (
    <PageBody before={<QuestionCrumbs question={one.question} here="Answer a clarification" />}>
      <h1 className="govuk-heading-l">Answer a clarification</h1>
      <InsetText>
        <Lines text={one.asked} />
      </InsetText>
      <Form id="answer" reply={declining ? undefined : reply} values={{ publishedText: one.asked }}>
        {(fields) => (
          <>
            <CharacterCount
              label="The question as everybody will read it"
              hint="Leave out what could show who asked."
              maxWords={CLARIFICATION_WORDS}
              rows={4}
              {...fieldProps(fields['publishedText'])}
            />
            <CharacterCount
              label="Answer"
              maxWords={CLARIFICATION_WORDS}
              rows={5}
              {...fieldProps(fields['answer'])}
            />
            <NotPersonal reply={reply} fields={fields} />
            <Button once>Publish question and answer</Button>
          </>
        )}
      </Form>
      <h2 className="govuk-heading-m">Or decline to answer</h2>
      <Form id="decline" reply={declining ? reply : undefined}>
        {(fields) => (
          <>
            <Textarea
              label="Why"
              hint="Only the asker sees this."
              rows={3}
              {...fieldProps(fields['reason'])}
            />
            <Button name="intent" value="decline" variant="secondary" once>
              Decline
            </Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
