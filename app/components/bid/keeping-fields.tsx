import { checkboxesProps, fieldProps, type Fields } from '~/components/form';
import { KEPT_PARTS, KEPT_WORDS } from '~/domain/bids/keeping/keeping';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Textarea } from '~/ui/forms/textarea';

interface Said {
  references: boolean;
  datasets: boolean;
  contact: boolean;
  datasetLines: string;
  withdrawnAt: Date | null;
}

export const keptValues = (said: Said | null) =>
  said && !said.withdrawnAt
    ? { keep: KEPT_PARTS.filter((part) => said[part]), datasetLines: said.datasetLines }
    : {};

/** What may be kept if the bid does not win: nothing, unless it is ticked. */
export const KeepingFields = ({ fields }: { fields: Fields }) => (
  <>
    <Checkboxes
      label="If this bid does not win, what may be kept?"
      hint="Nothing, unless you tick it. It makes no difference to how the bid is judged: nobody who judges sees your answer. You can take it back."
      items={KEPT_PARTS.map((part) => ({ value: part, ...KEPT_WORDS[part] }))}
      {...checkboxesProps(fields['keep'])}
    />
    <Textarea
      label="Datasets that may be proposed"
      hint="Only with the tick above. One on each line: its name, a colon, what it holds."
      rows={3}
      {...fieldProps(fields['datasetLines'])}
    />
  </>
);
