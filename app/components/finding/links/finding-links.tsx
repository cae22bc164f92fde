import { isContested, linkWords } from '~/domain/knowledge/links/finding-link';
import type { FindingView } from '~/domain/knowledge/queries/finding-page.server';
import { paths } from '~/paths';
import { WarningText } from '~/ui/content/warning-text';

type Link = FindingView['links'][number];

function Standing({ link, may }: { link: Link; may: FindingView['may'] }) {
  const { confirmed, proposedBy, isOwn, reference } = link;
  const mayRemove = may.keepLinks || (isOwn && !confirmed);
  if (confirmed && !mayRemove) return null;
  return (
    <p className="govuk-hint">
      {!confirmed && `Proposed by ${isOwn ? 'you' : (proposedBy ?? 'somebody')}, not confirmed yet. `}
      {!confirmed && may.keepLinks && (
        <>
          <a className="govuk-link" href={paths.confirmFindingLink(reference)}>
            Confirm this link
          </a>{' '}
        </>
      )}
      {mayRemove && (
        <a className="govuk-link" href={paths.removeFindingLink(reference)}>
          Remove this link
        </a>
      )}
    </p>
  );
}

/** What bears on a finding, both ways; a disagreement is said first and plainly. */
export function FindingLinks({ finding: { links, reference, may } }: { finding: FindingView }) {
  if (links.length === 0 && !may.link) return null;
  return (
    <section aria-labelledby="beside">
      <h2 className="govuk-heading-l" id="beside">
        Beside other findings
      </h2>
      {isContested(links) && (
        <WarningText>Contested: another finding contradicts it. Read both before you use either.</WarningText>
      )}
      {links.map((link) => (
        <section key={link.reference} aria-label={link.other.title}>
          <h3 className="govuk-heading-s mb-1">
            {linkWords(link.kind, link.direction)}{' '}
            <a className="govuk-link" href={paths.finding(link.other.reference)}>
              {link.other.title}
            </a>
            {link.other.year !== null && ` (${link.other.year})`}
            {link.other.retracted && ', retracted'}
          </h3>
          <p className="govuk-body">{link.note}</p>
          <Standing link={link} may={may} />
        </section>
      ))}
      {may.link && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.linkFinding(reference)}>
            Link it to another finding
          </a>
        </p>
      )}
    </section>
  );
}
