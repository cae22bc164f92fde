import type { FindingView } from '~/domain/knowledge/queries/finding-page.server';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Facts } from '~/ui/layout/facts';
import { SidePanel } from '~/ui/layout/side-panel';
import { FilesBeside } from './file-access/files-beside';
import { FindingActions } from './finding-actions';

const FORMATS = [
  { format: 'bibtex', text: 'BibTeX' },
  { format: 'ris', text: 'RIS' },
  { format: 'csl-json', text: 'CSL-JSON' },
];

function Authors({ authors }: { authors: FindingView['version']['authors'] }) {
  if (authors.length === 0) return <>Not stated</>;
  return (
    <ol className="govuk-list">
      {authors.map(({ name, orcid, roles }, index) => (
        <li key={index}>
          {orcid ? (
            <a className="govuk-link" href={`https://orcid.org/${orcid}`} rel="nofollow noreferrer">
              {name}
            </a>
          ) : (
            name
          )}
          {roles.length > 0 && <div className="govuk-hint">{roles.join(', ')}</div>}
        </li>
      ))}
    </ol>
  );
}

function Collections({ finding }: { finding: FindingView }) {
  return (
    <ul className="govuk-list">
      {finding.collections.map(({ slug, title }) => (
        <li key={slug}>
          <a className="govuk-link" href={paths.collection(slug)}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Versions({ finding }: { finding: FindingView }) {
  return (
    <ol className="govuk-list">
      {finding.versions.map(({ number, publishedAt, changeNote }) => (
        <li key={number}>
          <a className="govuk-link" href={paths.findingVersion(finding.reference, number)}>
            Version {number}
          </a>
          {publishedAt && `, ${showDay(publishedAt)}`}
          {changeNote && <div className="govuk-hint">{changeNote}</div>}
        </li>
      ))}
    </ol>
  );
}

const tagsOf = (finding: FindingView, scheme: string): string =>
  finding.terms
    .filter((term) => term.scheme === scheme)
    .map(({ name, standing }) => (standing === 'unverified' ? `${name} (unverified)` : name))
    .join(', ');

/** Beside a finding: who made it, where it belongs, how to cite it, what the reader may do. */
export function FindingAside({ finding }: { finding: FindingView }) {
  const { reference, version, question, sharedBy, releasedAt, reviewBy, reaffirmedAt, publishedAt } = finding;
  const facts = [
    { name: 'Authors', value: <Authors authors={version.authors} /> },
    {
      name: 'Answers',
      value: question && (
        <a className="govuk-link" href={paths.question(question.reference)}>
          {question.title}
        </a>
      ),
    },
    { name: 'Threat areas', value: tagsOf(finding, 'threatArea') },
    { name: 'Strands', value: tagsOf(finding, 'strand') },
    { name: 'Enablers', value: tagsOf(finding, 'enabler') },
    { name: 'Levels', value: tagsOf(finding, 'level') },
    { name: 'First public', value: version.firstPublicOn && showDate(version.firstPublicOn) },
    { name: 'Shared by', value: sharedBy },
    { name: 'Released to the public', value: releasedAt && showDay(releasedAt) },
    { name: 'Last confirmed', value: reaffirmedAt && showDay(reaffirmedAt) },
    { name: 'Look at it again by', value: reviewBy && showDate(reviewBy) },
    { name: 'Versions', value: finding.versions.length > 0 && <Versions finding={finding} /> },
    {
      name: 'Files',
      value: finding.files.count > 0 && !finding.retractedAt && <FilesBeside finding={finding} />,
    },
    { name: 'Collections', value: finding.collections.length > 0 && <Collections finding={finding} /> },
    { name: 'Stable address', value: finding.address },
  ];
  return (
    <>
      <FindingActions finding={finding} />
      <SidePanel title="About this finding" label="About this finding">
        <Facts items={facts.filter(({ value }) => Boolean(value))} />
        {publishedAt && (
          <p className="govuk-body-s">
            Cite it:{' '}
            {FORMATS.map(({ format, text }, index) => (
              <span key={format}>
                {index > 0 && ', '}
                <a className="govuk-link" href={paths.findingCitation(reference, format)} download>
                  {text}
                </a>
              </span>
            ))}
          </p>
        )}
      </SidePanel>
    </>
  );
}
