import { showReference } from '~/domain/reference';
import { showDay, showInstant } from '~/domain/uk-time';
import type { ListedQuestion } from '~/domain/questions/queries/question-list.server';
import { isOpen } from '~/domain/questions/question';
import { showBudget } from '~/domain/questions/tasks/procurement';
import { paths } from '~/paths';
import { EmptyState } from '~/ui/report/empty-state';
import { MetaLine } from '~/ui/report/meta-line';
import { stateTag } from './state-tag';

interface Props {
  questions: ListedQuestion[];
  filtered: boolean;
}

export function ListedQuestions({ questions, filtered }: Props) {
  if (questions.length === 0)
    return (
      <EmptyState title={filtered ? 'No question fits these filters' : 'No questions yet'}>
        {filtered ? (
          <a className="govuk-link" href={paths.questions()}>
            See all questions
          </a>
        ) : (
          'Questions appear here once a team has asked one and its senior responsible owner has approved it.'
        )}
      </EmptyState>
    );
  return (
    <ul className="govuk-list">
      {questions.map((question) => (
        <QuestionItem key={question.reference} question={question} />
      ))}
    </ul>
  );
}

function QuestionItem({ question }: { question: ListedQuestion }) {
  const { reference, title, summary, state, outcome, route, team, closesAt, threats } = question;
  return (
    <li className="mb-6 border-0 border-b border-solid border-rule pb-4">
      <MetaLine state={stateTag(state, outcome)}>
        {route}
        {showReference(reference)}
      </MetaLine>
      <h2 className="govuk-heading-m govuk-!-margin-bottom-1">
        <a className="govuk-link" href={paths.question(reference)}>
          {title || 'Untitled question'}
        </a>
      </h2>
      <p className="govuk-body govuk-!-margin-bottom-1">{summary}</p>
      <p className="govuk-body-s">
        {[
          team,
          isOpen(state) && closesAt && `closes ${showInstant(closesAt)}`,
          !isOpen(state) && question.publishedAt && `asked ${showDay(question.publishedAt)}`,
          showBudget(question),
          threats.join(', '),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}
