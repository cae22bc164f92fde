import type { QuestionSponsoring } from '~/domain/questions/sponsoring/question-sponsoring';
import { sponsorshipLabel } from '~/domain/questions/sponsoring/sponsorship';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { Lines } from '../../lines';

interface Props {
  draft: string;
  setAside: QuestionSponsoring['setAside'];
}

/** Where a draft went that was set aside, and the way back. */
export function SetAsideNote({ draft, setAside }: Props) {
  if (!setAside) return null;
  const { question, finding, state, reason, sponsorship, reopen } = setAside;
  return (
    <InsetText>
      <p className="govuk-body">
        <strong>This draft is set aside.</strong>{' '}
        {finding && (
          <>
            A finding answers it:{' '}
            <a className="govuk-link" href={paths.finding(finding.reference)}>
              {finding.title}
            </a>
          </>
        )}
        {question && state && sponsorship && (
          <>
            Your team asked to join{' '}
            <a
              className="govuk-link"
              href={
                state === 'accepted' ? paths.question(question.reference) : paths.sponsorship(sponsorship)
              }
            >
              {question.title}
            </a>{' '}
            ({sponsorshipLabel(state)})
          </>
        )}
      </p>
      {reason && <Lines text={reason} />}
      {reopen && (
        <Button variant="secondary" href={paths.reopenDraft(draft)}>
          Reopen this draft
        </Button>
      )}
    </InsetText>
  );
}
