import type { SubmissionResult } from '@conform-to/react';
import { checkboxesProps, fieldProps, Form } from '~/components/form';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Textarea } from '~/ui/forms/textarea';
import { against, Evidence, type ShownConflict } from './conflict-words';

interface Props {
  conflicts: ShownConflict[];
  reply: { result: SubmissionResult } | undefined;
}

/** Suspicions by person, to be decided one by one, or dismissed together for one reason. */
export function SuspectedForm({ conflicts, reply }: Props) {
  const people = [...new Map(conflicts.map(({ person }) => [person.reference, person])).values()];
  return (
    <Form id="dismissing" reply={reply}>
      {(fields) => (
        <>
          {people.map((person, index) => {
            const { id, error, ...field } = checkboxesProps(fields['conflicts']);
            return (
              <Checkboxes
                small
                key={person.reference}
                label={person.name}
                labelProps={{ size: 's' }}
                id={index === 0 ? id : `${id}-${index}`}
                error={index === 0 ? error : undefined}
                {...field}
                items={conflicts
                  .filter((one) => one.person.reference === person.reference)
                  .map((one) => ({
                    value: one.reference,
                    label: against(one),
                    hint: <Hint conflict={one} />,
                  }))}
              />
            );
          })}
          <Textarea
            label="Why are the chosen ones false alarms?"
            hint="Kept on file with each of them. The same evidence never raises them again."
            rows={3}
            {...fieldProps(fields['reason'])}
          />
          <Button once variant="secondary">
            Dismiss the chosen ones
          </Button>
        </>
      )}
    </Form>
  );
}

const Hint = ({ conflict }: { conflict: ShownConflict }) => (
  <>
    <Evidence conflict={conflict} />
    <a className="govuk-link" href={paths.conflict(conflict.reference)}>
      Decide
      <span className="govuk-visually-hidden">
        {' '}
        on {conflict.person.name}, {against(conflict)}
      </span>
    </a>
  </>
);
