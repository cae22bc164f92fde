import { checkboxesProps, fieldProps, type Fields } from '~/components/form';
import {
  CONDITION_ROWS,
  ESSENTIAL_ROWS,
  KIND_CHOICES,
  REQUIREMENT_LABELS as LABELS,
} from '~/domain/questions/requirements/requirement-fields';
import { Details } from '~/ui/content/details';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Fieldset } from '~/ui/forms/fieldset';
import { TextInput } from '~/ui/forms/text-input';

const isUsed = (fields: Fields, names: string[]): boolean =>
  names.some((name) => fields[name]?.errors || fields[name]?.initialValue);

/** Who may bid, and what every bid must show. Nobody has to fill any of it in. */
export const RequirementsForm = ({ fields }: { fields: Fields }) => (
  <>
    <Details
      summary="Who may bid"
      open={isUsed(fields, ['eligibleOrganisations', ...CONDITION_ROWS.map((row) => `condition${row}`)])}
    >
      <p className="govuk-body">
        Bidders confirm these before they can start, so that nobody writes a bid that cannot count. Leave all
        empty to let any expert bid.
      </p>
      <Checkboxes
        small
        label={LABELS.eligibleOrganisations}
        labelProps={{ size: 's' }}
        hint="Tick none to let any organisation, and people for themselves, bid."
        items={KIND_CHOICES}
        {...checkboxesProps(fields['eligibleOrganisations'])}
      />
      {CONDITION_ROWS.map((row) => (
        <TextInput
          key={row}
          label={LABELS.condition(row)}
          {...(row === '1' ? { hint: 'A statement to say yes to, like: we are based in the UK' } : {})}
          {...fieldProps(fields[`condition${row}`])}
        />
      ))}
    </Details>
    <Details
      summary="Essential requirements"
      open={isUsed(
        fields,
        ESSENTIAL_ROWS.flatMap((row) => [`essential${row}`, `evidence${row}`]),
      )}
    >
      <p className="govuk-body">
        A bid gives evidence for each, in up to 100 words. Two of the panel agree whether each is met before
        anything is scored, and a bid that fails one is excluded. Ask for little: each can cost you a good
        bid.
      </p>
      {ESSENTIAL_ROWS.map((row) => (
        <Fieldset key={row} legend={`Requirement ${row}`} legendProps={{ size: 's' }}>
          <TextInput label={LABELS.essential(row)} {...fieldProps(fields[`essential${row}`])} />
          <TextInput label={LABELS.evidence(row)} {...fieldProps(fields[`evidence${row}`])} />
        </Fieldset>
      ))}
    </Details>
  </>
);
