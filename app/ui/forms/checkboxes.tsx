import { ChoiceGroup, type ChoiceGroupProps } from './parts/choice-group';

export type CheckboxesProps = ChoiceGroupProps & { defaultValue?: readonly string[] };

export function Checkboxes({ defaultValue, ...props }: CheckboxesProps) {
  return (
    <ChoiceGroup
      {...props}
      block="govuk-checkboxes"
      isChecked={({ checked, value }) => checked ?? Boolean(defaultValue?.includes(value ?? ''))}
    />
  );
}
