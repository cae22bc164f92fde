import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Props {
  operations: {
    id: string;
    method: string;
    path: string;
    summary: string;
    scope: string;
    visitors: boolean;
  }[];
}

export const OperationTable = ({ operations }: Props) => (
  <ScrollingTable
    name="Operations"
    caption="Operations, below /api/v1"
    captionSize="s"
    head={['Address', 'Scope', 'Without a token']}
    rows={operations.map(({ id, method, path, summary, scope, visitors }) => [
      <div key={id}>
        <code className="break-words">
          {method} {path}
        </code>
        <div className="govuk-hint govuk-!-margin-bottom-0">{summary}</div>
      </div>,
      <code key={scope}>{scope}</code>,
      visitors ? 'What is public' : 'No',
    ])}
  />
);
