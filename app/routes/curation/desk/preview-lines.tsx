import type { PreviewLine } from '~/domain/curation/queries/bulk-preview.server';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';

/** What would change first, then what would be skipped and why. */
export function PreviewLines({ lines }: { lines: PreviewLine[] }) {
  const ordered = [
    ...lines.filter(({ skipped }) => skipped === null),
    ...lines.filter(({ skipped }) => skipped !== null),
  ];
  return (
    <ScrollingTable
      name="What will change"
      head={['What', 'Of', 'Will it change?']}
      rows={ordered.map(({ reference, title, detail, skipped }) => [
        title,
        detail,
        skipped === null ? (
          <Tag key={reference} colour="green">
            Yes
          </Tag>
        ) : (
          <span key={reference}>
            <Tag colour="grey">Skipped</Tag> {skipped}
          </span>
        ),
      ])}
    />
  );
}
