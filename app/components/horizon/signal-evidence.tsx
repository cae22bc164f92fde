import { Form } from '~/components/form';
import type { SignalPage } from '~/domain/elicitation/queries/signal-page.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';

/** What shows that it is changing, each with what it shows. */
export function SignalEvidence({ signal }: { signal: SignalPage }) {
  const { reference, evidence, may } = signal;
  return (
    <section aria-labelledby="evidence">
      <h2 className="govuk-heading-m" id="evidence">
        Evidence
      </h2>
      {evidence.length === 0 && <p className="govuk-body">There is none yet that you can read.</p>}
      <ul className="govuk-list">
        {evidence.map(({ id, says, address, finding }) => (
          <li key={id} className="mb-3">
            {finding ? (
              <a className="govuk-link" href={paths.finding(finding.reference)}>
                {finding.title}
              </a>
            ) : (
              <a className="govuk-link" href={address ?? ''} rel="noreferrer">
                {address}
              </a>
            )}
            <br />
            <span className="whitespace-pre-line">{says}</span>
            {may.keep && (
              <Form id={`remove-${id}`}>
                {() => (
                  <>
                    <input type="hidden" name="evidence" value={id} />
                    <Button variant="secondary" name="intent" value="remove">
                      Take it away<span className="govuk-visually-hidden">: {says}</span>
                    </Button>
                  </>
                )}
              </Form>
            )}
          </li>
        ))}
      </ul>
      {may.keep && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.signalEvidence(reference)}>
            Add evidence
          </a>
        </p>
      )}
    </section>
  );
}
