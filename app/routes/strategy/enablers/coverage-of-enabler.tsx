import {
  COVERED_SCHEMES,
  coverageTitle,
  STANDINGS,
  standingOf,
  type CoverageLine,
  type CoveredScheme,
} from '~/domain/insight/enablers/enabler-coverage';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

const HEADS: Record<CoveredScheme, [name: string, field: string]> = {
  threatArea: ['Threat area', 'threat'],
  strand: ['Strand', 'strand'],
  level: ['Level', 'level'],
};

/** How far an enabler is asked about and known; each figure finds what it counts. */
export function CoverageOfEnabler({ lines, search }: { lines: readonly CoverageLine[]; search: string }) {
  const found = (line: CoverageLine, of: 'question' | 'finding', number: number) =>
    number === 0 ? (
      '0'
    ) : (
      <a
        key={of}
        className="govuk-link"
        href={paths.search(`${search} ${HEADS[line.scheme][1]}:${line.slug}`, of)}
      >
        {number}
        <span className="govuk-visually-hidden">
          {' '}
          {of}
          {number === 1 ? '' : 's'} on {line.name}
        </span>
      </a>
    );
  return (
    <section aria-labelledby="coverage">
      <h2 className="govuk-heading-m" id="coverage">
        {coverageTitle(lines)}
      </h2>
      {COVERED_SCHEMES.map((scheme) => (
        <ScrollingTable
          key={scheme}
          name={`Coverage by ${HEADS[scheme][0].toLowerCase()}`}
          firstCellIsHeader
          head={[HEADS[scheme][0], 'Stands', 'Questions', 'Findings', 'Of them current']}
          rows={lines
            .filter((line) => line.scheme === scheme)
            .map((line) => [
              line.name,
              STANDINGS[standingOf(line)],
              found(line, 'question', line.asked),
              found(line, 'finding', line.known),
              line.known === 0 ? '' : line.current,
            ])}
        />
      ))}
    </section>
  );
}
