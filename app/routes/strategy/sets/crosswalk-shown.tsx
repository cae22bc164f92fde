import { asSentence } from '~/domain/taxonomy/wording';
import { showDate, showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { Table } from '~/ui/content/table';
import { Tag } from '~/ui/content/tag';

interface Area {
  slug: string;
  name: string;
}

interface PriorityShown {
  id: string;
  name: string;
  term: Area | null;
}

interface CrosswalkVersion {
  number: number;
  verified: boolean;
  note: string;
  holdsFrom: Date;
  recordedAt: Date;
  entries: { priorityId: string; term: Area }[];
}

const AreaLink = ({ slug, name }: Area) => (
  <a className="govuk-link" href={paths.threatArea(slug)}>
    {name}
  </a>
);

/** Each priority with the threat areas it covers: by the crosswalk, or because it is one itself. */
export function CrosswalkShown({
  priorities,
  crosswalk,
}: {
  priorities: PriorityShown[];
  crosswalk: CrosswalkVersion | undefined;
}) {
  const areOneself = priorities.every(({ term }) => term !== null);
  if (!crosswalk && !areOneself && priorities.every(({ term }) => term === null))
    return (
      <p className="govuk-body">
        No crosswalk is recorded: how these priorities map to threat areas is not known.
      </p>
    );
  return (
    <>
      {crosswalk && (
        <p className="govuk-body">
          {crosswalk.verified ? <Tag colour="green">Verified</Tag> : <Tag colour="yellow">Unverified</Tag>}{' '}
          Version {crosswalk.number}, holds from {showDate(crosswalk.holdsFrom)}. {asSentence(crosswalk.note)}
        </p>
      )}
      <Table
        firstCellIsHeader
        head={['Priority', 'Threat areas']}
        rows={priorities.map((priority) => [
          priority.name,
          <Areas key="areas" of={areasOf(priority, crosswalk)} />,
        ])}
      />
    </>
  );
}

const areasOf = ({ id, term }: PriorityShown, crosswalk: CrosswalkVersion | undefined): Area[] => {
  const mapped =
    crosswalk?.entries.filter(({ priorityId }) => priorityId === id).map((entry) => entry.term) ?? [];
  return term && !mapped.some(({ slug }) => slug === term.slug) ? [term, ...mapped] : mapped;
};

function Areas({ of }: { of: Area[] }) {
  if (of.length === 0) return <>Not known</>;
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {of.map((area) => (
        <li key={area.slug}>
          <AreaLink {...area} />
        </li>
      ))}
    </ul>
  );
}

/** Crosswalks that were redrawn since, as they were. */
export function FormerCrosswalks({ crosswalks }: { crosswalks: CrosswalkVersion[] }) {
  if (crosswalks.length === 0) return null;
  return (
    <Details summary="Former versions of this crosswalk">
      <ul className="govuk-list govuk-list--spaced">
        {crosswalks.map(({ number, verified, note, recordedAt, entries }) => (
          <li key={number}>
            Version {number}, {verified ? 'verified' : 'unverified'}, recorded {showInstant(recordedAt)}:{' '}
            {entries.length} pairs. {asSentence(note)}
          </li>
        ))}
      </ul>
    </Details>
  );
}
