import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';

interface Props {
  typed?: string | undefined;
  error?: string | undefined;
}

/** Asks the registries of DOIs for the reference, and fills in the form with it. */
export function FindByDoi({ typed, error }: Props) {
  return (
    <form method="get" action={paths.shareByHand()} noValidate>
      <TextInput
        label="Find by DOI"
        labelProps={{ size: 's' }}
        hint="Like 10.1177/0022042619861938, with or without https://doi.org/"
        name="doi"
        id="find-doi"
        width={30}
        spellCheck={false}
        defaultValue={typed}
        error={error}
      />
      <Button variant="secondary">Find</Button>
    </form>
  );
}
