import type { SubmissionResult } from '@conform-to/react';
import { checkboxesProps, fieldProps, Form } from '~/components/form';
import { SCHEMES } from '~/domain/knowledge/appraisal/scheme';
import { STUDY_TYPES } from '~/domain/knowledge/finding';
import type { AppraisalView } from '~/domain/knowledge/queries/appraisal-page.server';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Select } from '~/ui/forms/select';

interface Props {
  view: AppraisalView;
  reply: { result: SubmissionResult } | undefined;
}

const kinds = [
  { value: '', text: 'Choose what kind of study it is' },
  ...Object.entries(STUDY_TYPES)
    .filter(([value]) => value !== 'notStated')
    .map(([value, text]) => ({ value, text })),
];

/** Takes a place as one of the two who appraise. */
export function OfferForm({ view, reply }: Props) {
  return (
    <Form reply={reply}>
      {(fields) => (
        <>
          <h2 className="govuk-heading-m">Appraise it</h2>
          {view.scheme ? (
            <p className="govuk-body">
              It is judged with the {SCHEMES[view.scheme].title}. {SCHEMES[view.scheme].about}
            </p>
          ) : (
            <Select
              label="Kind of study"
              hint="It decides by which scheme the finding is judged."
              options={kinds}
              {...fieldProps(fields['studyType'])}
            />
          )}
          <Checkboxes
            small
            items={[
              {
                value: 'on',
                label:
                  'I did not write it or bid for it, I do not work with its authors, and I gain nothing from the result',
              },
            ]}
            {...checkboxesProps(fields['noInterest'])}
          />
          <Button once>Take a place</Button>
        </>
      )}
    </Form>
  );
}
