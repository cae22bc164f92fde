import { fieldProps, Form } from '~/components/form';
import { CAPACITY_LABELS, type OpenerCapacity } from '~/domain/bids/bid';
import { Details } from '~/ui/content/details';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { replyFor, type Reply } from '../reply-for';

interface Props {
  opening: { members: { reference: string; name: string }[]; may: { nameDeputy: OpenerCapacity[] } };
  reply: Reply | undefined;
}

/** Lets an opener name who stands in. */
export const DeputyForms = ({ opening: { members, may }, reply }: Props) => (
  <>
    {may.nameDeputy.map((capacity) => (
      <DeputyForm
        capacity={capacity}
        members={members}
        reply={replyFor(reply, { capacity })}
        key={capacity}
      />
    ))}
  </>
);

interface DeputyProps {
  capacity: OpenerCapacity;
  members: { reference: string; name: string }[];
  reply: Reply | undefined;
}

const DeputyForm = ({ capacity, members, reply }: DeputyProps) => (
  <Details summary={`Name a deputy for the ${CAPACITY_LABELS[capacity].toLowerCase()}`} open={Boolean(reply)}>
    <Form id={`deputy-${capacity}`} reply={reply}>
      {(fields) => (
        <>
          <input type="hidden" name="intent" value="deputy" />
          <input type="hidden" name="capacity" value={capacity} />
          <Select
            label="Member of the team"
            options={[
              { value: '', text: 'Choose' },
              ...members.map(({ reference, name }) => ({ value: reference, text: name })),
            ]}
            {...fieldProps(fields['person'])}
          />
          <Button variant="secondary">Name as deputy</Button>
        </>
      )}
    </Form>
  </Details>
);
