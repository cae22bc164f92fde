import { paths } from '~/paths';
import { SidePanel } from '~/ui/layout/side-panel';

/** Threat areas whose scale is weakly understood, where anybody has judged so. */
export function WeakAreas({ areas }: { areas: readonly { slug: string; name: string }[] }) {
  if (areas.length === 0) return null;
  return (
    <SidePanel title="Scale weakly understood">
      <ul className="govuk-list">
        {areas.map(({ slug, name }) => (
          <li key={slug}>
            <a className="govuk-link" href={paths.rateUnderstanding(slug)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <a className="govuk-link" href={paths.understanding()}>
        How well each threat area is understood
      </a>
    </SidePanel>
  );
}
