import type { ImportView } from '~/domain/knowledge/queries/bibliography-import.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';

type Reported = ImportView['records'][number];

/** What became of each record of a file. */
export function ImportReport({ records, placeWord }: { records: Reported[]; placeWord: string }) {
  return (
    <ScrollingTable
      name="What became of each record"
      head={[placeWord, 'Record', 'Outcome', 'Why']}
      rows={records.map((record) => [
        { content: record.place, format: 'numeric' as const },
        record.title || 'A record without a title',
        <Outcome key="outcome" record={record} />,
        [whyOf(record), ...record.remarks].filter(Boolean).join(' '),
      ])}
    />
  );
}

function whyOf({ fault, choice, undoOutcome }: Reported): string {
  if (fault) return fault;
  if (undoOutcome === 'kept') return 'Somebody has changed, rated or used it since.';
  if (choice === 'skip') return 'You left it out.';
  return choice === null ? 'Nobody decided whether it is held already.' : '';
}

function Outcome({ record: { made, sameAs, choice, undoOutcome } }: { record: Reported }) {
  if (undoOutcome === 'undone') return <Tag colour="grey">Taken back</Tag>;
  if (made)
    return (
      <a className="govuk-link" href={paths.finding(made)}>
        Made
      </a>
    );
  if (choice === 'same' && sameAs)
    return (
      <a className="govuk-link" href={paths.finding(sameAs.reference)}>
        Held already
      </a>
    );
  return <Tag colour="grey">Left out</Tag>;
}
