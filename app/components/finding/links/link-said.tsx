import { linkWords } from '~/domain/knowledge/links/finding-link';
import type { FindingLinkView } from '~/domain/knowledge/queries/finding-link.server';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';

function End({ finding }: { finding: FindingLinkView['from'] }) {
  return (
    <a className="govuk-link" href={paths.finding(finding.reference)}>
      {finding.title}
    </a>
  );
}

/** What a link says, in full. */
export function LinkSaid({ link }: { link: FindingLinkView }) {
  return (
    <SummaryList
      rows={[
        { key: 'Finding', value: <End finding={link.from} /> },
        { key: linkWords(link.kind, 'from'), value: <End finding={link.to} /> },
        { key: 'Why', value: link.note },
      ]}
    />
  );
}
