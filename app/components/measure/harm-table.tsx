import { HARM_HEADS, showHarm, type HarmKind, type ThreatFigure } from '~/domain/measures/harm/harm-figure';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

export interface HarmRow {
  threat: string;
  slug: string | null;
  figures: ThreatFigure[];
}

const KINDS: HarmKind[] = ['deaths', 'people', 'economy', 'attitude'];

/** Each threat with what it does; a figure that nobody recorded is unknown, never none. */
export function HarmTable({ rows, name }: { rows: HarmRow[]; name: string }) {
  return (
    <ScrollingTable
      name={name}
      firstCellIsHeader
      head={['Threat', ...KINDS.map((kind) => HARM_HEADS[kind])]}
      rows={rows.map(({ threat, slug, figures }) => [
        slug === null ? (
          threat
        ) : (
          <a key="threat" className="govuk-link" href={paths.threatArea(slug)}>
            {threat}
          </a>
        ),
        ...KINDS.map((kind) => <Figures key={kind} figures={figures.filter((one) => one.kind === kind)} />),
      ])}
    />
  );
}

function Figures({ figures }: { figures: ThreatFigure[] }) {
  if (figures.length === 0) return <span className="govuk-hint">Unknown</span>;
  return (
    <ul className="govuk-list">
      {figures.map((one) => (
        <li key={one.reference} id={one.reference}>
          <HarmFigure figure={one} />
        </li>
      ))}
    </ul>
  );
}

/** A figure with its year and its source. */
export function HarmFigure({ figure }: { figure: ThreatFigure }) {
  const { year, source, address, note, invented } = figure;
  return (
    <>
      <strong>{showHarm(figure)}</strong> in {year}.{' '}
      {address ? (
        <a className="govuk-link" href={address} rel="noreferrer">
          {source}
        </a>
      ) : (
        source
      )}
      {note && <span className="govuk-hint block whitespace-pre-line">{note}</span>}
      {invented && <span className="govuk-hint block">Invented for the demonstration.</span>}
    </>
  );
}

/** The same for one threat area, on its own page; nothing where nothing may be read. */
export function HarmOfArea({ figures, inside }: { figures: ThreatFigure[]; inside: boolean }) {
  if (figures.length === 0 && !inside) return null;
  return (
    <section aria-labelledby="harm">
      <h2 className="govuk-heading-l" id="harm">
        Harm
      </h2>
      {figures.length === 0 ? (
        <p className="govuk-body">
          No figure with a source is recorded. How great the harm is, is unknown here.
        </p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {figures.map((figure) => (
            <li key={figure.reference}>
              {HARM_HEADS[figure.kind]}: <HarmFigure figure={figure} />
            </li>
          ))}
        </ul>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.harm()}>
          Compare it with other threats
        </a>
      </p>
    </section>
  );
}
