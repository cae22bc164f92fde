import type { FieldMetadata, SubmissionResult } from '@conform-to/react';
import { fieldProps, Form, type Fields } from '~/components/form';
import { INTEREST_KINDS, KIND_NAMES, type InterestKind } from '~/domain/evaluation/interests/interest-kind';
import { EXPERTISE_NAMES, WISHES, WISH_NAMES } from '~/domain/evaluation/assessors/assessor-reason';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';

interface Preference {
  reference: string;
  bidder: string | null;
  summary: string;
  wish: number | null;
  expertise: number | null;
  conflict: InterestKind | null;
  words: string;
}

interface Props {
  bids: Preference[];
  reply: { result: SubmissionResult } | undefined;
}

const OPEN = { value: '', text: 'Not said' };
const WISH_OPTIONS = [OPEN, ...WISHES.map((wish) => ({ value: String(wish), text: WISH_NAMES[wish] }))];
const CONFLICT_OPTIONS = [
  { value: '', text: 'None that I know of' },
  ...INTEREST_KINDS.map((value) => ({ value, text: KIND_NAMES[value].name })),
];
const EXPERTISE_OPTIONS = [OPEN, ...EXPERTISE_NAMES.map((text, value) => ({ value: String(value), text }))];

export function PreferencesForm({ bids, reply }: Props) {
  const values = {
    bids: bids.map(({ reference, wish, expertise, conflict, words }) => ({
      bid: reference,
      wish: wish === null ? '' : String(wish),
      expertise: expertise === null ? '' : String(expertise),
      conflict: conflict ?? '',
      words,
    })),
  };
  return (
    <Form reply={reply} values={values}>
      {(fields) => (
        <>
          {rowsOf(fields['bids']).map((row, index) => {
            const bid = bids[index];
            return bid ? <Row key={bid.reference} bid={bid} row={row} /> : null;
          })}
          <Button once>Save</Button>
        </>
      )}
    </Form>
  );
}

const Row = ({ bid, row }: { bid: Preference; row: Fields }) => {
  const called = bid.bidder ?? `Bid ${bid.reference}`;
  return (
    <section className="govuk-!-margin-bottom-7">
      <h2 className="govuk-heading-m">{called}</h2>
      <p className="govuk-body">{bid.summary}</p>
      <input type="hidden" name={row['bid']?.name} value={bid.reference} />
      <Select label={`How much you want ${called}`} options={WISH_OPTIONS} {...fieldProps(row['wish'])} />
      <Select
        label={`How well you know the field of ${called}`}
        options={EXPERTISE_OPTIONS}
        {...fieldProps(row['expertise'])}
      />
      <Select
        label={`Conflict of interest with ${called}`}
        hint="Goes to the senior responsible owner, who decides"
        options={CONFLICT_OPTIONS}
        {...fieldProps(row['conflict'])}
      />
      <TextInput label={`What the conflict with ${called} is (if any)`} {...fieldProps(row['words'])} />
    </section>
  );
};

function rowsOf(field: FieldMetadata<unknown> | undefined): Fields[] {
  if (!field) throw new Error('no such list of fields');
  const list = field as unknown as FieldMetadata<Record<string, unknown>[]>;
  return list.getFieldList().map((row) => row.getFieldset() as unknown as Fields);
}
