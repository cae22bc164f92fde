import { stateTag } from '~/components/question/state-tag';
import type { NextStep } from '~/domain/insight/progress/progress';
import type { TeamProgress } from '~/domain/insight/queries/own-progress.server';
import { isOpen, type QuestionOutcome, type QuestionState } from '~/domain/questions/question';
import { showDate, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';

/** The list counts a question whose clarifications closed as open, and so does its figure here. */
function listed(counts: TeamProgress['counts']): TeamProgress['counts'] {
  const open = counts.filter(({ state }) => isOpen(state)).reduce((sum, { count }) => sum + count, 0);
  const others = counts.filter(({ state }) => !isOpen(state));
  return open > 0 ? [{ state: 'open', count: open }, ...others] : others;
}

export const TeamCounts = ({ teams }: { teams: TeamProgress[] }) =>
  teams.map(({ reference, name, counts }) => (
    <p key={reference} className="govuk-body">
      {name}:{' '}
      {listed(counts).map(({ state, count }, place) => (
        <span key={state}>
          {place > 0 && ', '}
          <a className="govuk-link" href={paths.questionList({ team: reference, state })}>
            {count} {stateTag(state, null).text.toLowerCase()}
          </a>
        </span>
      ))}
    </p>
  ));

interface Row {
  reference: string;
  title: string;
  team: string;
  state: QuestionState;
  outcome: QuestionOutcome | null;
  next: Omit<NextStep, 'on'> & { on: Date | string | null };
}

const when = ({ on, exact }: Row['next']): string => {
  if (!on) return 'No date';
  return exact ? showInstant(on) : showDate(on);
};

export function UnderWay({ questions }: { questions: Row[] }) {
  if (questions.length === 0) return <p className="govuk-body">None of them is under way.</p>;
  return (
    <ScrollingTable
      name="Questions under way"
      caption="Under way, the soonest date first"
      captionSize="m"
      head={['Question', 'State', 'What happens next', 'By']}
      rows={questions.map(({ reference, title, team, state, outcome, next }) => {
        const { text, colour } = stateTag(state, outcome);
        return [
          <div key={reference}>
            <a className="govuk-link" href={paths.question(reference)}>
              {title || 'Untitled'}
            </a>
            <div className="govuk-hint govuk-!-margin-bottom-0">{team}</div>
          </div>,
          <Tag key="state" colour={colour}>
            {text}
          </Tag>,
          next.words,
          when(next),
        ];
      })}
    />
  );
}
