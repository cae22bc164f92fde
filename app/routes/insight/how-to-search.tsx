import { paths } from '~/paths';
import { EmptyState } from '~/ui/report/empty-state';

const EXAMPLES = ['insiders at ports', '"county lines" exploitation', 'ransomware -insurance'];

/** What the box can do, before anything was typed. */
export function HowToSearch() {
  return (
    <EmptyState title="One box for questions, findings and experts">
      <p className="govuk-body">
        You may paste a whole sentence: whatever shares most with it comes first. For example:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {EXAMPLES.map((example) => (
          <li key={example}>
            <a className="govuk-link" href={paths.search(example)}>
              {example}
            </a>
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}

export function NothingFound({ q }: { q: string }) {
  return (
    <EmptyState title={`Nothing that you may see matches “${q}”`}>
      <p className="govuk-body">
        Try fewer or other words, or leave out the quotes. You can also start from:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          <a className="govuk-link" href={paths.map()}>
            the map of what is asked, bought and known
          </a>
        </li>
        <li>
          <a className="govuk-link" href={paths.terms()}>
            the terms everything is tagged with
          </a>
        </li>
      </ul>
    </EmptyState>
  );
}
