import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { NearFindings } from '~/components/question/sponsoring/near-findings';
import { NearQuestions } from '~/components/question/sponsoring/near-questions';
import { nearestQuestionsAndFindings } from '~/domain/matching/queries/nearest-questions-and-findings.server';
import { ask } from '~/domain/query.server';
import { sayWhyNotDuplicate } from '~/domain/questions/commands/say-why-not-duplicate.server';
import { isEditable } from '~/domain/questions/question';
import { joinableQuestions } from '~/domain/questions/queries/joinable-questions.server';
import { questionDraft } from '~/domain/questions/queries/question-draft.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { EmptyState } from '~/ui/report/empty-state';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta: MetaFunction = () => pageTitle('Already asked or known?');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const draft = found(await ask(questionDraft, actor, { reference: args.params['reference'] }));
  if (!isEditable(draft.state)) throw redirect(paths.question(draft.reference));
  if (!draft.may.edit) throw forbidden('Only its authors can decide how a draft goes on.');
  const { reference, title, nearDuplicateReason } = draft;
  const near = await ask(nearestQuestionsAndFindings, actor, {
    text: draft.text,
    exceptQuestionId: draft.id,
  });
  const questions = near?.questions ?? [];
  const joinable = await ask(joinableQuestions, actor, {
    reference,
    others: questions.map((one) => one.reference),
  });
  return {
    draft: { reference, title, nearDuplicateReason },
    questions: questions.map((one) => ({
      ...one,
      joinable: joinable?.questions.find(({ reference: of }) => of === one.reference) ?? null,
    })),
    findings: near?.findings ?? [],
  };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, sayWhyNotDuplicate, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.questionDraft(reference),
    says: 'Your reason is kept. Whoever approves the question reads it.',
  });

export default function AlreadyAsked() {
  const { draft, questions, findings } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { reference, title, nearDuplicateReason } = draft;
  const some = questions.length + findings.length > 0;
  return (
    <PageBody before={<BackLink href={paths.questionDraft(reference)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Already asked or known?</h1>
      {!some && (
        <EmptyState title="Nothing near it yet">
          No question or finding that you can see shares enough words with your draft. The more of it you have
          written, the better the comparison.
        </EmptyState>
      )}
      <NearFindings draft={reference} findings={findings} />
      <NearQuestions draft={reference} questions={questions} />
      {some && (
        <Form reply={reply} values={{ nearDuplicateReason }}>
          {(fields) => (
            <>
              <h2 className="govuk-heading-m">Go on with your own question</h2>
              <Textarea
                label="Why you ask although these are there"
                hint="Whoever approves the question reads this."
                rows={3}
                {...fieldProps(fields['nearDuplicateReason'])}
              />
              <Button>Keep the reason and go on</Button>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
