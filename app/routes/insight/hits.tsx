import type { HitGroup } from '~/domain/matching/queries/search-everything.server';

interface Props {
  title: string;
  group: HitGroup;
  address: (reference: string) => string;
  /** Where the others are, if there are more than are shown. */
  all: { href: string; text: string } | null;
}

/** What was found of one kind, the matched words marked. */
export function Hits({ title, group, address, all }: Props) {
  if (group.hits.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-l">{title}</h2>
      <ol className="govuk-list govuk-list--spaced">
        {group.hits.map(({ reference, title: name, fact, snippet }) => (
          <li key={reference}>
            <a className="govuk-link govuk-!-font-weight-bold" href={address(reference)}>
              {name}
            </a>
            {fact !== '' && <p className="govuk-hint govuk-!-margin-bottom-1">{fact}</p>}
            <p className="govuk-body">
              {snippet.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}
            </p>
          </li>
        ))}
      </ol>
      {group.more && all && (
        <p className="govuk-body">
          <a className="govuk-link" href={all.href}>
            {all.text}
          </a>
        </p>
      )}
      {group.more && !all && <p className="govuk-body">There are more. Add a word to narrow the search.</p>}
    </section>
  );
}
