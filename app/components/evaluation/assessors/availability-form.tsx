import type { SubmissionResult } from '@conform-to/react';
import { dayValues, Form } from '~/components/form';
import { Button } from '~/ui/forms/button';
import { AvailabilityFields } from './availability-fields';

type Day = string | Date | null;

interface Props {
  own: { mostBids: number | null; availableUntil: Day; awayFrom: Day; awayUntil: Day } | null;
  reply: { result: SubmissionResult } | undefined;
}

export function AvailabilityForm({ own, reply }: Props) {
  const mostBids = own?.mostBids ?? null;
  const values = {
    mostBids: mostBids === null ? '' : String(mostBids),
    availableUntil: dayValues(own?.availableUntil),
    awayFrom: dayValues(own?.awayFrom),
    awayUntil: dayValues(own?.awayUntil),
  };
  return (
    <>
      <h2 className="govuk-heading-m">What you can take</h2>
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <AvailabilityFields fields={fields} />
            <Button once>Save</Button>
          </>
        )}
      </Form>
    </>
  );
}
