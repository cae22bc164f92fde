import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Tag } from '~/ui/content/tag';

interface Props {
  /** The threat area that the priority is itself. */
  area: { slug: string; name: string } | null;
  areas: { slug: string; name: string; verified: boolean }[];
  /** Nothing names the priority itself, though its threat areas may have much. */
  empty?: boolean;
}

/** The threat areas a priority covers, and whether somebody checked that. */
export function MappedAreas({ area, areas, empty = false }: Props) {
  const link = ({ slug, name }: { slug: string; name: string }) => (
    <a className="govuk-link" href={paths.threatArea(slug)}>
      {name}
    </a>
  );
  if (area)
    return empty ? (
      <InsetText>
        Nothing names this priority itself yet. What is asked, bought and known of its threat area stands at{' '}
        {link(area)}.
      </InsetText>
    ) : (
      <p className="govuk-body">Threat area: {link(area)}</p>
    );
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
      . {empty && 'Nothing names this priority itself yet; what is asked, bought and known stands there. '}
      {areas.some(({ verified }) => !verified) && <Tag colour="yellow">Unverified</Tag>}
    </p>
  );
}
