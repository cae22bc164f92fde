import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Lines } from '~/components/lines';
import { QuestionCrumbs } from '~/components/question/question-crumbs';
import { ask } from '~/domain/query.server';
import { CLARIFICATION_LABELS } from '~/domain/questions/clarifications/clarification';
import {
  clarificationsPage,
  type ShownClarification,
} from '~/domain/questions/queries/clarifications-page.server';
import { questionPage } from '~/domain/questions/queries/question-page.server';
import { showDay, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const asked = { reference: args.params['reference'] };
  const [page, question] = await Promise.all([
    ask(clarificationsPage, actor, asked),
    ask(questionPage, actor, asked),
  ]);
  return { page: found(page), answers: found(question).may.run, asks: found(question).may.askClarification };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle('Clarifications', ...(data ? [data.page.title] : []));

export default function Clarifications() {
  const { page, answers, asks } = useLoaderData<typeof loader>();
  return (
    <PageBody before={<QuestionCrumbs question={page} here="Clarifications" />}>
      <h1 className="govuk-heading-l">{answers ? 'Clarifications to answer' : 'What you asked'}</h1>
      {page.answersDueAt && (
        <p className="govuk-body">Answers are due by {showInstant(page.answersDueAt)}.</p>
      )}
      {page.clarifications.length === 0 && (
        <EmptyState title={answers ? 'Nobody has asked anything' : 'You have asked nothing'}>
          Answers that were published stand on the question’s page.
        </EmptyState>
      )}
      {page.clarifications.map((one) => (
        <Asked key={one.reference} one={one} mayAnswer={answers && page.open} />
      ))}
      {asks && <Button href={paths.askClarification(page.reference)}>Ask for clarification</Button>}
    </PageBody>
  );
}

function Asked({ one, mayAnswer }: { one: ShownClarification; mayAnswer: boolean }) {
  const { reference, asked, askedAt, state, overdue, answer, declinedReason } = one;
  return (
    <article className="mb-6 border-0 border-b border-solid border-rule pb-4">
      <p className="govuk-body-s">
        <Tag colour={state === 'answered' ? 'green' : overdue ? 'red' : 'blue'}>
          {overdue ? 'Overdue' : CLARIFICATION_LABELS[state]}
        </Tag>{' '}
        Asked on {showDay(askedAt)}
      </p>
      <Lines text={asked} />
      {answer && <Lines text={`Answer: ${answer}`} />}
      {declinedReason && <Lines text={`Declined: ${declinedReason}`} />}
      {state === 'waiting' && mayAnswer && (
        <a className="govuk-link" href={paths.clarification(reference)}>
          Answer or decline
        </a>
      )}
    </article>
  );
}
