import { showInstant } from '~/domain/uk-time';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { DECLARED_AT } from '../../evaluation/panel/stage-names';

interface Props {
  panel: { name: string; role: string; appointedAt: Date; endedAt: Date | null }[];
  declarations:
    | {
        name: string;
        capacity: string;
        stage: 'publication' | 'opening' | 'award';
        hasInterest: boolean;
        details: string;
        declaredAt: Date;
        confirmed: boolean | null;
        decisionReason: string | null;
      }[]
    | null;
}

const decided = (confirmed: boolean | null, reason: string | null): string =>
  confirmed === null ? 'not decided' : `${confirmed ? 'confirmed' : 'dismissed'}: ${reason ?? ''}`;

export const PeopleOnFile = ({ panel, declarations }: Props) => (
  <>
    <h2 className="govuk-heading-m">Panel</h2>
    {panel.length === 0 ? (
      <p className="govuk-body">Nobody was appointed.</p>
    ) : (
      <ScrollingTable
        name="Panel"
        head={['Name', 'Part', 'Appointed', 'Ended']}
        rows={panel.map(({ name, role, appointedAt, endedAt }) => [
          name,
          role,
          showInstant(appointedAt),
          endedAt ? showInstant(endedAt) : 'No',
        ])}
      />
    )}
    {declarations && (
      <>
        <h2 className="govuk-heading-m">Declarations of interest</h2>
        {declarations.length === 0 && <p className="govuk-body">None were made.</p>}
        <ul className="govuk-list govuk-list--bullet">
          {declarations.map((one, index) => (
            <li key={index}>
              {one.name}, {one.capacity.toLowerCase()}, {DECLARED_AT[one.stage].toLowerCase()}, on{' '}
              {showInstant(one.declaredAt)}:{' '}
              {one.hasInterest
                ? `${one.details} (${decided(one.confirmed, one.decisionReason)})`
                : 'no interest'}
            </li>
          ))}
        </ul>
      </>
    )}
  </>
);
