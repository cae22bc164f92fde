import { SCHEMES } from '~/domain/knowledge/appraisal/scheme';
import { STUDY_TYPES } from '~/domain/knowledge/finding';
import type { AppraisalView } from '~/domain/knowledge/queries/appraisal-page.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';

function whereItStands({ stage, judgements, settled, agreedAt }: AppraisalView): string {
  const day = agreedAt ? showDay(agreedAt) : '';
  if (stage === 'agreed') return settled ? `Settled by a coordinator on ${day}` : `Agreed by both on ${day}`;
  if (stage === 'proposed') return 'Proposed by one, to be confirmed by the other';
  if (stage === 'comparing') return 'Both have judged; what they agree on is to be written down';
  if (judgements.length === 2) return 'Two people judge it, each alone';
  return judgements.length === 1 ? 'One person judges it; a second is needed' : 'Not yet appraised';
}

const appraisers = ({ judgements, stage }: AppraisalView): string =>
  judgements
    .map(({ name, isIn }) => (stage === 'judging' ? `${name} (${isIn ? 'has judged' : 'judges'})` : name))
    .join(', ');

function Steps({ view: { reference, own, may, isOwnProposal } }: { view: AppraisalView }) {
  const steps = [
    may.judge && {
      text: own ? 'Change your judgement' : 'Judge it',
      href: paths.judgeFinding(reference),
    },
    may.confirm && { text: 'Agree to what is proposed', href: paths.confirmAgreement(reference) },
    may.propose && {
      text: may.confirm
        ? 'Propose something else'
        : isOwnProposal
          ? 'Change the proposal'
          : 'Write what you agree on',
      href: paths.agreement(reference),
    },
    may.settle && { text: 'Settle it', href: paths.agreement(reference) },
  ].filter((step) => step !== false);
  const links = [
    may.leave && { text: 'Give the place back', href: paths.leaveAppraisal(reference) },
    may.close && { text: 'End this appraisal', href: paths.closeAppraisal(reference) },
  ].filter((link) => link !== false);
  if (steps.length + links.length === 0) return null;
  return (
    <ActionBar>
      {steps.map(({ text, href }, at) => (
        <Button key={href + text} href={href} {...(at > 0 ? { variant: 'secondary' as const } : {})}>
          {text}
        </Button>
      ))}
      {links.map(({ text, href }) => (
        <a className="govuk-link" href={href} key={href}>
          {text}
        </a>
      ))}
    </ActionBar>
  );
}

/** How far the appraisal has come, who does it, and what the reader can do next. */
export function AppraisalStanding({ view }: { view: AppraisalView }) {
  const { scheme, studyType, number, judgements } = view;
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Standing', value: whereItStands(view) },
          { key: 'Version', value: String(number) },
          { key: 'Kind of study', value: STUDY_TYPES[studyType] },
          scheme && { key: 'Scheme', value: SCHEMES[scheme].title },
          judgements.length > 0 && { key: 'Appraisers', value: appraisers(view) },
        ].map((row) => row || null)}
      />
      <Steps view={view} />
    </>
  );
}
