import { STUDY_TYPES, type StudyType } from '~/domain/knowledge/finding';
import { Prose } from './prose';

const NOT_STATED = 'Not stated.';

interface Props {
  version: { studyType: StudyType; licence: string };
  html: { keyMessages: string; summary: string; methods: string; limits: string };
}

/** What a version says, in reading order; what it does not state is said, since that matters to its use. */
export function FindingText({ version, html }: Props) {
  return (
    <>
      <h2 className="govuk-heading-l">Key messages</h2>
      <Prose html={html.keyMessages} empty={NOT_STATED} />
      {html.summary && (
        <>
          <h2 className="govuk-heading-m">Summary</h2>
          <Prose html={html.summary} />
        </>
      )}
      <h2 className="govuk-heading-m">Limits</h2>
      <Prose html={html.limits} empty={NOT_STATED} />
      <h2 className="govuk-heading-m">How it was done</h2>
      <p className="govuk-body">{STUDY_TYPES[version.studyType]}</p>
      <Prose html={html.methods} />
      <h2 className="govuk-heading-m">Licence</h2>
      <p className="govuk-body">{version.licence || NOT_STATED}</p>
    </>
  );
}
