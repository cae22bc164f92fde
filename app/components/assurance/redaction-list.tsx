import { labelOf } from '~/domain/assurance/pack/field-label';
import { Form } from '~/components/form';
import { SummaryList } from '~/ui/content/summary-list';
import { WarningText } from '~/ui/content/warning-text';
import { Button } from '~/ui/forms/button';

export interface ShownRedaction {
  reference: string;
  setTitle: string;
  isRecord: boolean;
  field: string | null;
  passage: string | null;
  exemption: string;
  exemptionTitle: string;
  publicInterest: string;
  everywhere: boolean | null;
  isLost: boolean;
  /** How often the same words stand elsewhere still. */
  elsewhere: number;
  places: string[];
}

const whatOf = ({ isRecord, field, passage }: ShownRedaction): string => {
  if (!isRecord) return 'The whole file';
  if (field === null) return 'A whole record';
  const name = labelOf(field.split('/').at(-1) ?? '');
  return passage === null ? `The field “${name}”` : `“${passage}” in “${name}”`;
};

function elsewhereOf({ everywhere, elsewhere, places }: ShownRedaction): string {
  if (everywhere === true) return 'Withheld wherever else it stands';
  if (elsewhere === 0) return 'It stands nowhere else';
  const where = `${elsewhere} ${elsewhere === 1 ? 'place' : 'places'} (${places.join(', ')})`;
  return everywhere === false ? `Left as it is in ${where}` : `It stands in ${where} too`;
}

/** What is withheld, each with its exemption, and what is to be decided before a release. */
export function RedactionList({ redactions, isOpen }: { redactions: ShownRedaction[]; isOpen: boolean }) {
  if (redactions.length === 0)
    return <p className="govuk-body">Nothing yet. Choose a file below to withhold it, or parts of it.</p>;
  return (
    <>
      {redactions.map((one) => (
        <div key={one.reference}>
          {one.isLost && (
            <WarningText>
              What this withholds has changed since. Take it back and withhold it again.
            </WarningText>
          )}
          {one.everywhere === null && one.elsewhere > 0 && (
            <WarningText>
              The same words stand elsewhere in the pack. Decide before it is released.
            </WarningText>
          )}
          <SummaryList
            rows={[
              { key: one.setTitle, value: whatOf(one) },
              { key: 'Exemption', value: `${one.exemption}: ${one.exemptionTitle}` },
              one.publicInterest !== '' && { key: 'Public interest', value: one.publicInterest },
              { key: 'Elsewhere', value: elsewhereOf(one) },
            ]}
          />
          {isOpen && <Choices redaction={one} />}
        </div>
      ))}
    </>
  );
}

const Choices = ({ redaction: { reference, everywhere, elsewhere } }: { redaction: ShownRedaction }) => (
  <Form id={`settle-${reference}`}>
    {() => (
      <div className="govuk-button-group">
        <input type="hidden" name="redaction" value={reference} />
        {everywhere !== true && elsewhere > 0 && (
          <Button name="settle" value="everywhere">
            Withhold it everywhere
          </Button>
        )}
        {everywhere === null && elsewhere > 0 && (
          <Button name="settle" value="here" variant="secondary">
            Leave the others
          </Button>
        )}
        <Button name="settle" value="back" variant="secondary">
          Take back
        </Button>
      </div>
    )}
  </Form>
);
