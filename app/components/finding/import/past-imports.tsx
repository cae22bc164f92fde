import type { ImportListItem } from '~/domain/knowledge/queries/bibliography-imports.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { ImportTag } from './import-tag';

type Item = Omit<ImportListItem, 'readAt'> & { readAt: Date | string };

/** Files that were read in before, finished or not. */
export function PastImports({ imports }: { imports: Item[] }) {
  if (imports.length === 0) return null;
  return (
    <section aria-labelledby="past-imports">
      <h2 className="govuk-heading-m" id="past-imports">
        Files read in
      </h2>
      <ScrollingTable
        name="Files read in"
        head={['File', 'By', 'On', 'Records', 'Made', 'State']}
        rows={imports.map(({ reference, fileName, by, readAt, records, made, state }) => [
          <a key="file" className="govuk-link" href={paths.bibliographyImport(reference)}>
            {fileName}
          </a>,
          by ?? '',
          showDay(readAt),
          { content: records, format: 'numeric' as const },
          { content: made, format: 'numeric' as const },
          <ImportTag key="state" state={state} />,
        ])}
      />
    </section>
  );
}
