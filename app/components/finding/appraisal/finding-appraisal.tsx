import { SCHEMES } from '~/domain/knowledge/appraisal/scheme';
import type { FindingView } from '~/domain/knowledge/queries/finding-page.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { confidenceWords } from '../finding-state';
import { JudgementShown } from './judgement-shown';

/** How sound a finding is, as two people agreed; what is not appraised says so. */
export function FindingAppraisal({ finding }: { finding: FindingView }) {
  const { appraisal, reference, currentNumber, may } = finding;
  return (
    <section aria-labelledby="sound">
      <h2 className="govuk-heading-l" id="sound">
        How sound it is
      </h2>
      {appraisal ? (
        <>
          <p className="govuk-body">
            <strong>{confidenceWords(appraisal.confidence)}.</strong> Two people appraised version{' '}
            {currentNumber} apart with the {SCHEMES[appraisal.scheme].title}, and{' '}
            {appraisal.settled ? 'a coordinator settled where they differed' : 'then agreed'}, on{' '}
            {showDay(appraisal.agreedAt)}.
          </p>
          <Details summary="What it rests on">
            <JudgementShown scheme={appraisal.scheme} judgement={appraisal} />
          </Details>
        </>
      ) : (
        <p className="govuk-body">Not yet appraised. Nobody has judged how far it can be relied on.</p>
      )}
      {may.seePeople && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.appraisal(reference)}>
            {appraisal
              ? 'See the appraisal'
              : may.use
                ? 'Appraise it, or see how far it has come'
                : 'See how far it has come'}
          </a>
        </p>
      )}
    </section>
  );
}
