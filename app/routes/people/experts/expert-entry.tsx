import { AVAILABILITIES, type Availability } from '~/domain/people/expert-profile';
import { paths } from '~/paths';
import { Tag } from '~/ui/content/tag';

interface Entry {
  reference: string;
  name: string;
  title: string;
  organisation: string | null;
  summary: string;
  availability: Availability;
  invented: boolean;
  threatAreas: string[];
}

export function ExpertEntry({ expert }: { expert: Entry }) {
  const { name: availability, colour } = AVAILABILITIES[expert.availability];
  const place = [expert.title, expert.organisation].filter(Boolean).join(', ');
  return (
    <article className="govuk-!-margin-bottom-6">
      <h2 className="govuk-heading-m govuk-!-margin-bottom-1">
        <a className="govuk-link" href={paths.expert(expert.reference)}>
          {expert.name}
        </a>{' '}
        {expert.invented && <Tag colour="yellow">Invented</Tag>}
      </h2>
      {place && <p className="govuk-body govuk-!-margin-bottom-1">{place}</p>}
      <p className="govuk-body-s govuk-!-margin-bottom-1">
        <Tag colour={colour}>{availability}</Tag> {expert.threatAreas.join(' · ')}
      </p>
      {expert.summary && <p className="govuk-body">{shorten(expert.summary)}</p>}
    </article>
  );
}

const SHORT = 240;

function shorten(text: string): string {
  if (text.length <= SHORT) return text;
  const end = text.lastIndexOf(' ', SHORT);
  return `${text.slice(0, end > 0 ? end : SHORT)} …`;
}
