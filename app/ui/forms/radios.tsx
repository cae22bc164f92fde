import { ChoiceGroup, type ChoiceGroupProps } from './parts/choice-group';

export type RadiosProps = ChoiceGroupProps & { defaultValue?: string | null };

export function Radios({ defaultValue, ...props }: RadiosProps) {
  return (
    <ChoiceGroup
      {...props}
      block="govuk-radios"
      isChecked={({ checked, value }) => checked ?? Boolean(defaultValue && value === defaultValue)}
    />
  );
}
