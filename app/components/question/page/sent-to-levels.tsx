import type { QuestionPage } from '~/domain/questions/queries/question-page.server';
import { cascadeLabel } from '~/domain/questions/cascading/cascade';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

/** To which teams of other levels it went, and what became of that; for those it is between. */
export function SentToLevels({ cascades }: Pick<QuestionPage, 'cascades'>) {
  if (cascades.length === 0) return null;
  return (
    <section id="levels">
      <h2 className="govuk-heading-m">Sent to other levels</h2>
      <ScrollingTable
        name="Teams it was sent to"
        head={['Level', 'Team', 'Answer', 'Contribution or reason']}
        rows={cascades.map(({ reference, level, team, priority, state, answerBy, words }) => [
          level,
          <a key={reference} className="govuk-link" href={paths.cascade(reference)}>
            {team}
          </a>,
          `${cascadeLabel(state)}${words === '' && !isAnswered(state) ? `; due ${showDate(answerBy)}` : ''}`,
          [priority && `For “${priority}”.`, words].filter(Boolean).join(' ') || 'None yet',
        ])}
      />
    </section>
  );
}

const isAnswered = (state: string): boolean => ['accepted', 'declined', 'noted'].includes(state);
