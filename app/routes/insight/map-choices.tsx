import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';

export interface MapChoicesProps {
  view: {
    choices: { key: string; name: string }[];
    columns: { key: string };
    released: boolean;
    may: { chooseView: boolean };
  };
}

/** Which columns, and for members what the public sees of it. */
export function MapChoices({ view }: MapChoicesProps) {
  const { choices, columns, released, may } = view;
  return (
    <form method="get" action={paths.map()} className="flex flex-wrap items-end gap-x-4">
      <Select
        name="columns"
        label="Threat areas against"
        defaultValue={columns.key}
        options={choices.map(({ key, name }) => ({ value: key, text: name }))}
        className="max-w-full"
      />
      {may.chooseView && (
        <Select
          name="view"
          label="Counting"
          defaultValue={released ? 'released' : 'network'}
          options={[
            { value: 'network', text: 'All that I may see' },
            { value: 'released', text: 'What was released to the public' },
          ]}
        />
      )}
      <Button variant="secondary">Show</Button>
    </form>
  );
}
