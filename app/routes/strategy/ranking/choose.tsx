import { showPeriod } from '~/domain/strategy/written-date';
import { Select } from '~/ui/forms/select';

export interface Choices {
  sets: { slug: string; document: string; startsWritten: string; endsWritten: string | null }[];
  weightings: { reference: string; name: string }[];
}

interface Props {
  name: string;
  label: string;
  choices: Choices;
  chosen: string | undefined;
  /** What no choice means. */
  none: string;
}

export const ChooseSet = ({ name, label, choices, chosen, none }: Props) => (
  <Select
    {...{ id: name, name, label }}
    defaultValue={chosen}
    options={[
      { text: none, value: '' },
      ...choices.sets.map(({ slug, document, startsWritten, endsWritten }) => ({
        text: `${document}, ${showPeriod(startsWritten, endsWritten)}`,
        value: slug,
      })),
    ]}
  />
);

export const ChooseWeights = ({ name, label, choices, chosen, none }: Props) => (
  <Select
    {...{ id: name, name, label }}
    defaultValue={chosen}
    options={[
      { text: none, value: '' },
      ...choices.weightings.map(({ reference, name: text }) => ({ text, value: reference })),
    ]}
  />
);
