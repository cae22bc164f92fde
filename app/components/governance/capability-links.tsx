import type { SubmissionResult } from '@conform-to/react';
import { Form } from '~/components/form';
import type {
  CapabilityPage,
  ShownLink,
} from '~/domain/governance/capabilities/queries/capability-page.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';

interface Props {
  capability: CapabilityPage;
  reply: { result: SubmissionResult } | undefined;
}

/** What is asked and what is known about a capability or gap; questions that fit are offered to be linked. */
export function CapabilityLinks({ capability, reply }: Props) {
  const { questions, findings, offered, reference, may } = capability;
  return (
    <>
      <h2 className="govuk-heading-m">Questions about it</h2>
      <Links
        links={questions}
        address={paths.question}
        keeps={may.keep}
        none="No question that you can read."
      />
      {offered.length > 0 && (
        <>
          <h3 className="govuk-heading-s">Questions about a capability for the same threat</h3>
          <ul className="govuk-list">
            {offered.map((question) => (
              <li key={question.reference} className="mb-3">
                <a className="govuk-link" href={paths.question(question.reference)}>
                  {question.title}
                </a>
                <Form id={`offer-${question.reference}`} reply={reply}>
                  {() => (
                    <>
                      <input type="hidden" name="question" value={question.reference} />
                      <Button variant="secondary" name="intent" value="link">
                        Link it<span className="govuk-visually-hidden">: {question.title}</span>
                      </Button>
                    </>
                  )}
                </Form>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="govuk-heading-m">Findings about it</h2>
      <Links links={findings} address={paths.finding} keeps={may.keep} none="No finding that you can read." />
      {may.keep && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.linkCapability(reference)}>
            Link a question or finding
          </a>
        </p>
      )}
    </>
  );
}

interface LinksProps {
  links: readonly ShownLink[];
  address: (reference: string) => string;
  keeps: boolean;
  none: string;
}

function Links({ links, address, keeps, none }: LinksProps) {
  if (links.length === 0) return <p className="govuk-body">{none}</p>;
  return (
    <ul className="govuk-list">
      {links.map(({ id, reference, title }) => (
        <li key={id} className="mb-3">
          <a className="govuk-link" href={address(reference)}>
            {title}
          </a>
          {keeps && (
            <Form id={`unlink-${id}`}>
              {() => (
                <>
                  <input type="hidden" name="link" value={id} />
                  <Button variant="secondary" name="intent" value="unlink">
                    Take it away<span className="govuk-visually-hidden">: {title}</span>
                  </Button>
                </>
              )}
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
