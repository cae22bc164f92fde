import { answersInWords, cascadeLabel, isAnswered } from '~/domain/questions/cascading/cascade';
import type { ShownCascade } from '~/domain/questions/cascading/shown-cascades';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

/** To which teams of other levels it went, and what became of that; for those it is between. */
export function SentToLevels({ cascades }: { cascades: ShownCascade[] }) {
  if (cascades.length === 0) return null;
  return (
    <section id="levels">
      <h2 className="govuk-heading-m">Sent to other levels</h2>
      <p className="govuk-body">{answersInWords(cascades.map(({ state }) => state))}</p>
      <ScrollingTable
        name="Teams it was sent to"
        head={['Level', 'Team', 'Answer by', 'Answer', 'Contribution or reason']}
        rows={cascades.map(({ reference, level, team, priority, state, answerBy, words }) => [
          level,
          <a key={reference} className="govuk-link" href={paths.cascade(reference)}>
            {team}
          </a>,
          showDate(answerBy),
          cascadeLabel(state),
          [priority && `For “${priority}”.`, words].filter(Boolean).join(' ') ||
            (isAnswered(state) ? 'None' : 'None yet'),
        ])}
      />
    </section>
  );
}
