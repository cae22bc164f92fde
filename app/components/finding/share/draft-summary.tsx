import { WORK_KINDS, workKindOf } from '~/domain/knowledge/citations/work-kinds';
import { STUDY_TYPES } from '~/domain/knowledge/finding';
import type { FindingDraftView } from '~/domain/knowledge/queries/finding-draft.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { showSize } from '../file-size';

const NOT_STATED = 'Not stated';
const lines = (items: string[]) => (items.length === 0 ? NOT_STATED : items.join(', '));
const author = ({ name, orcid, roles }: { name: string; orcid: string | null; roles: string[] }) =>
  [name, orcid && `ORCID ${orcid}`, roles.join(', ')].filter(Boolean).join(' – ');

function AuthorList({ authors }: { authors: FindingDraftView['version']['authors'] }) {
  if (authors.length === 0) return <>{NOT_STATED}</>;
  return (
    <ol className="govuk-list govuk-list--number">
      {authors.map((one, index) => (
        <li key={index}>{author(one)}</li>
      ))}
    </ol>
  );
}

/** Everything on a draft, each part with the page that changes it. */
export function DraftSummary({ draft }: { draft: FindingDraftView }) {
  const { reference, version, terms, cases, isFirst, state } = draft;
  const open = state === 'draft' || state === 'returned';
  const row = (href: string) => (key: string, about: string, value: React.ReactNode) => ({
    key,
    value: value === '' ? NOT_STATED : value,
    ...(open ? { actions: [{ href, text: 'Change', about }] } : {}),
  });
  const work = row(paths.findingDraft(reference));
  const content = row(paths.findingContent(reference));
  const named = (scheme: string) =>
    lines(terms.filter((term) => term.scheme === scheme).map(({ name }) => name));
  const numbered = [
    version.volume && `volume ${version.volume}`,
    version.issue && `issue ${version.issue}`,
    version.pages && `pages ${version.pages}`,
  ];
  const where = [version.venue, ...numbered, version.publisher].filter(Boolean).join(', ');
  return (
    <>
      <h2 className="govuk-heading-m">The work</h2>
      <SummaryList
        rows={[
          work('Title', 'title', version.title),
          work('Authors', 'authors', <AuthorList authors={version.authors} />),
          work('Year', 'year', version.year === null ? '' : String(version.year)),
          work('Kind of work', 'kind of work', WORK_KINDS[workKindOf(version.kind)].words),
          work('Where it appeared', 'where it appeared', where),
          work('DOI or address', 'DOI or address', version.doi ?? version.webAddress ?? ''),
        ]}
      />
      <h2 className="govuk-heading-m">What it found</h2>
      <SummaryList
        rows={[
          content('Key messages', 'key messages', version.keyMessages),
          content('Summary', 'summary', version.summary),
          content('Kind of study', 'kind of study', STUDY_TYPES[version.studyType]),
          content('Methods', 'methods', version.methods),
          content('Limits', 'limits', version.limits),
          content('Licence', 'licence', version.licence),
          content(
            'First public on',
            'first public day',
            version.firstPublicOn ? showDate(version.firstPublicOn) : '',
          ),
          isFirst && content('Threat areas', 'threat areas', named('threatArea')),
          isFirst && content('Strands', 'strands', named('strand')),
          isFirst && content('Enablers', 'enablers', named('enabler')),
          isFirst && content('Levels', 'levels', named('level')),
          ...(isFirst
            ? cases.map(({ name, text }) => content(`Your case for ${name}`, `case for ${name}`, text))
            : []),
          row(paths.findingFiles(reference))(
            'Files',
            'files',
            version.files.length === 0
              ? 'None'
              : version.files.map(({ name, size }) => `${name} (${showSize(size)})`).join(', '),
          ),
        ]}
      />
    </>
  );
}
