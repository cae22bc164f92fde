import type { Noun } from '~/domain/matching/language/fields';
import type { SnippetPart } from '~/domain/matching/snippet';
import type { HitGroup } from '~/domain/matching/results/hit';

interface Props {
  title: string;
  group: HitGroup;
  address: (reference: string) => string;
  /** Where all of them are. */
  all: string;
  /** This kind alone was asked for, so all that can be shown is. */
  alone: Noun | undefined;
}

/** What was found of one kind, the matched words marked, and how many others there are. */
export function Hits({ title, group, address, all, alone }: Props) {
  if (group.hits.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-l">
        {title} <span className="govuk-caption-m">{howMany(group)}</span>
      </h2>
      <ol className="govuk-list govuk-list--spaced">
        {group.hits.map(({ reference, name, fact, snippet }) => (
          <li key={reference}>
            <a className="govuk-link govuk-!-font-weight-bold" href={address(reference)}>
              <Marked parts={name} />
            </a>
            {fact !== '' && <p className="govuk-hint govuk-!-margin-top-0 govuk-!-margin-bottom-1">{fact}</p>}
            <p className="govuk-body">
              <Marked parts={snippet} />
            </p>
          </li>
        ))}
      </ol>
      {group.more && !alone && (
        <p className="govuk-body">
          <a className="govuk-link" href={all}>
            {othersIn(title, group)}
          </a>
        </p>
      )}
      {group.more && alone && (
        <p className="govuk-body">
          The first {group.hits.length} are shown. Add a word or a condition to narrow the search.
        </p>
      )}
    </section>
  );
}

/** Text as text: nothing in it is read as markup. */
const Marked = ({ parts }: { parts: SnippetPart[] }) =>
  parts.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text));

const shown = (number: number): string => number.toLocaleString('en-GB');

const howMany = ({ total, orMore }: HitGroup): string =>
  orMore ? `${shown(total)} or more found` : `${shown(total)} found`;

function othersIn(title: string, { hits, total, orMore }: HitGroup): string {
  const others = total - hits.length;
  const more = orMore ? `at least ${shown(others)}` : shown(others);
  return others > 0
    ? `See ${more} more ${title.toLowerCase()}`
    : `See whether there are more ${title.toLowerCase()}`;
}
