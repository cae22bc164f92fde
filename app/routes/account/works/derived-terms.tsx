import { Form } from '~/components/form';
import type { OwnWorksView } from '~/domain/knowledge/queries/own-works.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';

/** What the words of one's works name; the profile shows it apart from what one declares. */
export function DerivedTerms({ terms }: { terms: OwnWorksView['terms'] }) {
  if (terms.length === 0) return null;
  return (
    <Form id="terms" action={paths.ownWorks('terms')}>
      {() => (
        <>
          <Checkboxes
            small
            label="What your works are about"
            labelProps={{ size: 'm' }}
            hint="Found in their titles and abstracts, and shown on your profile apart from what you declare. Tick what is not your expertise: it is never shown again."
            name="rejected"
            id="rejected-terms"
            items={terms.map(({ reference, name, works, rejected }) => ({
              value: reference,
              label: `${name} is not my expertise`,
              hint: `Named in ${works} of your works`,
              checked: rejected,
            }))}
          />
          <Button variant="secondary">Save</Button>
        </>
      )}
    </Form>
  );
}
