import { paths } from '~/paths';
import { Tag } from '~/ui/content/tag';

interface Props {
  /** The threat area that the priority is itself. */
  area: { slug: string; name: string } | null;
  areas: { slug: string; name: string; verified: boolean }[];
}

/** The threat areas a priority covers, and whether somebody checked that. */
export function MappedAreas({ area, areas }: Props) {
  const link = ({ slug, name }: { slug: string; name: string }) => (
    <a className="govuk-link" href={paths.threatArea(slug)}>
      {name}
    </a>
  );
  if (area) return <p className="govuk-body">Threat area: {link(area)}</p>;
  if (areas.length === 0)
    return (
      <p className="govuk-body">
        Which threat areas this priority covers is not known: no crosswalk maps it.
      </p>
    );
  return (
    <p className="govuk-body">
      Covers{' '}
      {areas.map((one, index) => (
        <span key={one.slug}>
          {index > 0 && (index === areas.length - 1 ? ' and ' : ', ')}
          {link(one)}
        </span>
      ))}
      . {areas.some(({ verified }) => !verified) && <Tag colour="yellow">Unverified</Tag>}
    </p>
  );
}
