import { heard, missingFor, OPINIONS, type Opinion } from '~/domain/requests/data/data-request';
import { showDay } from '~/domain/uk-time';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import type { RequestShown } from './request-said';

/** What the panel thinks, for the panel and who looks after the whole. */
export function PanelTalk({ request: { tally, opinions, seats } }: { request: RequestShown }) {
  if (!tally) return null;
  return (
    <section aria-label="The panel">
      <h2 className="govuk-heading-m">The panel</h2>
      <p className="govuk-body">
        {heard(tally)} of {seats} heard, {tally.quorum} needed to decide.
        {missingFor(tally) > 0 && ` ${missingFor(tally)} more must say what they think first.`}
      </p>
      {opinions.length > 0 && (
        <ScrollingTable
          name="What the panel thinks"
          head={['Who', 'Thinks', 'Why', 'When']}
          rows={opinions.map(({ person, opinion, reason, conflict, at }) => [
            person.name,
            opinion === null ? 'Takes no part: a conflict' : OPINIONS[opinion as Opinion],
            opinion === null ? conflict : reason,
            showDay(at),
          ])}
        />
      )}
    </section>
  );
}
