import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Panel } from '~/ui/content/panel';
import { SummaryList } from '~/ui/content/summary-list';

interface Props {
  opening: {
    reference: string;
    openedAt: Date | null;
    bids: number | null;
    twoOpeners: boolean;
    priceAfterQuality: boolean;
    openers: {
      label: string;
      /** Null while nobody is appointed. */
      name: string | null;
      deputy: string | null;
      confirmedBy: string | null;
      confirmedAt: Date | null;
    }[];
  };
}

/** Who opens the bids, who has confirmed, and what came of it. */
export function Openers({ opening }: Props) {
  const { openers, openedAt, bids, twoOpeners, priceAfterQuality, reference } = opening;
  return (
    <>
      {openedAt && (
        <>
          <Panel title="The bids are open" headingLevel={2}>
            {bids === 1 ? '1 bid' : `${bids ?? 0} bids`}, opened on {showInstant(openedAt)}
          </Panel>
          <p className="govuk-body">
            Opening gives no right to read. The panel reads bids after each of its members has declared their
            interests.{' '}
            <a className="govuk-link" href={paths.evaluation(reference)}>
              Go to the evaluation
            </a>
          </p>
        </>
      )}
      <p className="govuk-body">
        {twoOpeners
          ? 'On this route two different people open the bids: the moderator and the budget holder. Each holds half of the key.'
          : 'On this route one person opens the bids: the moderator or the budget holder.'}{' '}
        {priceAfterQuality ? 'Prices stay sealed until the panel has agreed on quality.' : ''}
      </p>
      <SummaryList
        rows={openers.map(({ label, name, deputy, confirmedBy, confirmedAt }) => ({
          key: label,
          value: [
            confirmedBy && confirmedAt
              ? `Confirmed by ${confirmedBy} on ${showInstant(confirmedAt)}`
              : name
                ? `${name} has not confirmed`
                : 'Nobody is appointed yet',
            deputy ? `Deputy: ${deputy}` : '',
          ]
            .filter(Boolean)
            .join('. '),
        }))}
      />
    </>
  );
}
