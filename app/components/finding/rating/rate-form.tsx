import type { SubmissionResult } from '@conform-to/react';
import { checkboxesProps, fieldProps, Form } from '~/components/form';
import { CANNOT_JUDGE, CERTAINTIES, SCALE } from '~/domain/ratings/rating';
import type { PriorityRatings } from '~/domain/ratings/queries/finding-ratings.server';
import type { PrioritySetChoice } from '~/domain/strategy/queries/priority-choices.server';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Radios } from '~/ui/forms/radios';
import { Select } from '~/ui/forms/select';
import { Textarea } from '~/ui/forms/textarea';
import { priorityOptions } from './priority-options';

interface Props {
  reply: { result: SubmissionResult } | undefined;
  ratings: PriorityRatings[];
  priorities: PrioritySetChoice[];
  /** The priority that the address names, to change a rating. */
  chosen: string | undefined;
  /** Whoever works for a firm is taken to have an interest, until they say otherwise. */
  ofFirm: boolean;
}

const values = [
  ...Object.entries(SCALE).map(([value, words]) => ({ value, label: `${value} ${words}` })),
  { divider: 'or' },
  { value: 'cannotJudge', label: CANNOT_JUDGE },
];
const certainties = Object.entries(CERTAINTIES).map(([value, label]) => ({ value, label }));
const compact = (reference: string | undefined) => reference?.replaceAll('-', '').toUpperCase() ?? '';

/** The rating of one priority, as it stands or as it would be made anew. */
function valuesFor(priority: string, ratings: PriorityRatings[], ofFirm: boolean): Record<string, unknown> {
  const own = ratings
    .find((group) => group.priority.reference === priority)
    ?.ratings.find(({ isOwn }) => isOwn);
  if (!own) return { priority, interest: ofFirm ? ['on'] : [] };
  const { value, certainty, reason, interest } = own;
  return {
    priority,
    value: value === null ? 'cannotJudge' : String(value),
    certainty: String(certainty),
    reason,
    interest: interest ? ['on'] : [],
  };
}

/** One form in place: how much the finding matters to one priority. */
export function RateForm({ reply, ratings, priorities, chosen, ofFirm }: Props) {
  return (
    <section aria-labelledby="rate">
      <h2 className="govuk-heading-l" id="rate">
        Say how much it matters
      </h2>
      <Form id="rating" reply={reply} values={valuesFor(compact(chosen), ratings, ofFirm)}>
        {(fields) => (
          <>
            <Select
              label="Priority"
              options={priorityOptions(priorities, 'Choose a priority')}
              {...fieldProps(fields.priority)}
            />
            <Radios
              small
              label="What it does for that priority"
              labelProps={{ size: 's' }}
              items={values}
              {...fieldProps(fields.value)}
            />
            <Radios
              small
              inline
              label="How certain you are"
              labelProps={{ size: 's' }}
              items={certainties}
              {...fieldProps(fields.certainty)}
            />
            <Textarea
              label="Why"
              hint="A sentence. Members see your name and your reason."
              rows={3}
              {...fieldProps(fields.reason)}
            />
            <Checkboxes
              small
              items={[
                { value: 'on', label: 'I have an interest in it, so show my rating but do not count it' },
              ]}
              {...checkboxesProps(fields.interest)}
            />
            <p className="govuk-hint">
              If you wrote it, or your team asked for it, your rating is shown with that interest and not
              counted.
              {ofFirm && ' You work for a firm: untick it if neither you nor the firm gains by the answer.'}
            </p>
            <Button>Rate</Button>
          </>
        )}
      </Form>
    </section>
  );
}
