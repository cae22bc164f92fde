import { fieldProps, type Fields } from '~/components/form';
import { lotName, showLotMoney, type LotDraft } from '~/domain/questions/lots/lot';
import { Radios } from '~/ui/forms/radios';
import { TextInput } from '~/ui/forms/text-input';

interface Props {
  lots: (LotDraft & { own: string | null })[];
  /** Whether the lead’s own order of the lots can decide. */
  ordered: boolean;
  fields: Fields;
}

/** Which of the lots without a bid of theirs somebody bids for; nothing where a question is not divided. */
export const LotChoice = ({ lots, ordered, fields }: Props) =>
  lots.length === 0 ? null : (
    <>
      <Radios
        label="Which lot do you bid for?"
        hint="Each lot takes a bid of its own."
        items={lots
          .filter((lot) => !lot.own)
          .map((lot) => ({ value: String(lot.number), label: lotName(lot), hint: showLotMoney(lot) }))}
        {...fieldProps(fields['lot'])}
      />
      {ordered && (
        <TextInput
          label="Where does this lot stand in your own order?"
          hint="1 for the lot you want most. It counts if you come first in more lots than one bidder may win. You can change it until bids close."
          width={2}
          inputMode="numeric"
          {...fieldProps(fields['order'])}
        />
      )}
    </>
  );
