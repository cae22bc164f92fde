import { showWritten } from '~/domain/strategy/written-date';

/** From when something was counted otherwise, and by which source. */
export function Breaks({
  breaks,
}: {
  breaks: readonly { periodWritten: string; what: string; source: string }[];
}) {
  if (breaks.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Where recording changed</h2>
      <ul className="govuk-list govuk-list--bullet">
        {breaks.map(({ periodWritten, what, source }) => (
          <li key={periodWritten}>
            {showWritten(periodWritten)}: {what} ({source})
          </li>
        ))}
      </ul>
    </>
  );
}
