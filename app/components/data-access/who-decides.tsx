import type { Verdict } from '~/domain/policy';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';

interface Props {
  reference: string;
  panel: {
    quorum: number | null;
    seats: { name: string }[];
    may: { keep: boolean; ask: Verdict };
  };
}

/** Whom to ask for the use of a dataset, and how. */
export function WhoDecides({ reference, panel: { quorum, seats, may } }: Props) {
  return (
    <section aria-label="Who decides about these data">
      <h2 className="govuk-heading-m">Who decides about these data</h2>
      <p className="govuk-body">
        {seats.length === 0
          ? 'The holder has named nobody yet.'
          : `${seats.map(({ name }) => name).join(', ')}. ${quorum ?? 1} of them must be heard.`}
      </p>
      {(may.keep || may.ask.kind === 'allow') && (
        <div className="govuk-button-group">
          {may.ask.kind === 'allow' && <Button href={paths.askForData(reference)}>Ask for these data</Button>}
          {may.keep && (
            <a className="govuk-link" href={paths.dataPanel(reference)}>
              Change who decides
            </a>
          )}
        </div>
      )}
    </section>
  );
}
