import { Button } from '~/ui/forms/button';
import { TextInput } from '~/ui/forms/text-input';

interface Props {
  name: string;
  label: string;
  words: string | undefined;
  action: string;
}

/** A search that stays on the page, by its address alone. */
export const SearchBox = ({ name, label, words, action }: Props) => (
  <form method="get" action={action}>
    <TextInput name={name} label={label} defaultValue={words} maxLength={100} autoComplete="off" />
    <Button variant="secondary">Search</Button>
  </form>
);
