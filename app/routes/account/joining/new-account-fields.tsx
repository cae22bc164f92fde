import { fieldProps, type Fields } from '~/components/form';
import { PasswordInput } from '~/ui/forms/password-input';
import { TextInput } from '~/ui/forms/text-input';

/** Name and password, alike wherever an account begins. */
export function NewAccountFields({ fields }: { fields: Fields }) {
  return (
    <>
      <TextInput label="Your name" autoComplete="name" width={30} {...fieldProps(fields.name)} />
      <PasswordInput
        label="Choose a password"
        hint="12 characters or more. Three random words make a good one"
        autoComplete="new-password"
        {...fieldProps(fields.password)}
      />
    </>
  );
}
