import type { TermStanding } from '~/domain/taxonomy/term';
import { showPeriod } from '~/domain/strategy/written-date';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { Tag } from '~/ui/content/tag';
import { showCount } from '~/domain/words';

interface Dated {
  slug: string;
  document: string;
  startsWritten: string;
  endsWritten: string | null;
}

interface FrameworkShown extends Dated {
  citation: string;
  items: { name: string; standing: TermStanding }[];
}

/** A framework with its items; a name nobody verified says so. */
export function FrameworkInForce({ framework }: { framework: FrameworkShown }) {
  return (
    <>
      <h3 className="govuk-heading-m govuk-!-margin-bottom-1">
        <a className="govuk-link" href={paths.framework(framework.slug)}>
          {framework.document}
        </a>
      </h3>
      <p className="govuk-hint">
        {framework.citation}, {showPeriod(framework.startsWritten, framework.endsWritten)}
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {framework.items.map(({ name, standing }) => (
          <li key={name}>
            {name} {standing === 'unverified' && <Tag colour="yellow">Name unverified</Tag>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** All that was not in force on the day, by start, the latest first. */
export function OtherDocuments({ frameworks, sets }: { frameworks: FrameworkShown[]; sets: Dated[] }) {
  const lines = [
    ...frameworks.map((one) => ({ ...one, href: paths.framework(one.slug) })),
    ...sets.map((one) => ({ ...one, href: paths.prioritySet(one.slug) })),
  ].sort((one, other) => other.startsWritten.localeCompare(one.startsWritten));
  if (lines.length === 0) return null;
  return (
    <Details summary={`Not in force on that day: ${showCount(lines.length, 'document')}`}>
      <ul className="govuk-list govuk-list--spaced">
        {lines.map(({ slug, document, startsWritten, endsWritten, href }) => (
          <li key={slug}>
            <a className="govuk-link" href={href}>
              {document}
            </a>
            , {showPeriod(startsWritten, endsWritten)}
          </li>
        ))}
      </ul>
    </Details>
  );
}
