import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AdviceActions } from '~/components/question/advice-actions';
import { Lines } from '~/components/lines';
import { QuestionCrumbs } from '~/components/question/question-crumbs';
import { adviceOrigin } from '~/domain/knowledge/queries/finding-origins.server';
import { ask } from '~/domain/query.server';
import { acknowledgeAdvice } from '~/domain/questions/commands/acknowledge-advice.server';
import { decideOnPublication } from '~/domain/questions/commands/decide-on-publication.server';
import { submitAdviceAnswer } from '~/domain/questions/commands/submit-advice-answer.server';
import { adviceAnswerPage } from '~/domain/questions/queries/advice-answer-page.server';
import { showReference } from '~/domain/reference';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { MetaLine } from '~/ui/report/meta-line';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { reference } = args.params;
  const [answer, origin] = await Promise.all([
    ask(adviceAnswerPage, actor, { reference }),
    ask(adviceOrigin, actor, { reference }),
  ]);
  const mayShare = origin !== null && origin.verdict.kind === 'allow';
  return { ...found(answer), finding: mayShare ? { started: origin.started } : null };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const intent = form.get('intent');
  form.delete('intent');
  const acting = {
    form,
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }: { reference: string }) => paths.adviceAnswer(reference),
  };
  if (intent === 'submit')
    return act(args, submitAdviceAnswer, { ...acting, says: 'Sent to the asking team' });
  if (intent === 'acknowledge')
    return act(args, acknowledgeAdvice, { ...acting, says: 'Acknowledged. The author is told.' });
  if (intent === 'decide')
    return act(args, decideOnPublication, { ...acting, says: 'Your decision is recorded' });
  throw data('The form could not be read', { status: 400 });
}

export const meta: MetaFunction = () => pageTitle('Answer to a request');

export default function AdviceAnswer() {
  const answer = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { state, label, next, author, submittedAt, body, limits } = answer;
  return (
    <PageBody before={<QuestionCrumbs question={answer.question} here="Answer" />}>
      <MetaLine state={{ text: label, colour: state === 'draft' ? 'grey' : 'teal' }}>
        {showReference(answer.reference)}
        {author}
        {submittedAt && `sent on ${showInstant(submittedAt)}`}
      </MetaLine>
      <h1 className="govuk-heading-l">
        {answer.may.submit ? 'Check your answer before you send it' : 'Answer'}
      </h1>
      <Lines text={body} />
      <h2 className="govuk-heading-m">Limits</h2>
      <Lines text={limits || 'Not stated'} />
      {next && !answer.finding?.started && (
        <>
          <h2 className="govuk-heading-m">What happens next</h2>
          <p className="govuk-body">{next}</p>
        </>
      )}
      <AdviceActions answer={answer} reply={reply} />
      {answer.finding && !answer.finding.started && (
        <Button href={paths.findingFromAdvice(answer.reference)}>Make it a finding</Button>
      )}
      {answer.finding?.started && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.finding(answer.finding.started)}>
            The finding made from it
          </a>
        </p>
      )}
    </PageBody>
  );
}
