import { showBig } from '~/domain/ledger/big-money';
import { showBand, showShare, titleOf, type Band, type Share } from '~/domain/ledger/shares';
import { paths } from '~/paths';
import { ShareBars } from '~/ui/charts/share-bars';
import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Props {
  what: 'strand' | 'level' | 'area';
  heading: string;
  shares: Share[];
  bands: Band[];
  filter: Record<string, string | undefined>;
  /** Parts that come to more than the whole, because one line counts in several, are not drawn. */
  drawn?: boolean;
}

/** Who gets which share: the table first, then the same drawn. */
export function Shares({ what, heading, shares, bands, filter, drawn = true }: Props) {
  const bandOf = (key: string | null) => bands.find((band) => band.key === key);
  const some = shares.some(({ amount }) => amount > 0);
  return (
    <section aria-labelledby={`shares-${what}`}>
      <h2 className="govuk-heading-l" id={`shares-${what}`}>
        {heading}
      </h2>
      <ScrollingTable
        name={`Money ${heading.charAt(0).toLowerCase()}${heading.slice(1)}`}
        firstCellIsHeader
        head={['', 'Money', 'Share', 'Band', 'Lines']}
        rows={shares.map((one) => {
          const band = bandOf(one.key);
          return [
            one.name,
            showBig(one.amount),
            showShare(one.share),
            band ? `${showBand(band)} (${band.owner})` : 'None set',
            one.lines === 0 ? (
              '0'
            ) : (
              <a
                key="lines"
                className="govuk-link"
                href={paths.moneyLines({ ...filter, [what]: one.key ?? 'none' })}
              >
                {one.lines}
                <span className="govuk-visually-hidden">
                  {' '}
                  {one.lines === 1 ? 'line' : 'lines'} of {one.name}
                </span>
              </a>
            ),
          ];
        })}
      />
      {some && drawn && (
        <ShareBars
          title={titleOf(shares)}
          rows={shares.map((one) => ({
            ...{ name: one.name, share: one.share ?? 0, band: bandOf(one.key), open: one.key === null },
          }))}
          show={showShare}
        />
      )}
    </section>
  );
}
