import type { termPage } from '~/domain/taxonomy/queries/term-page.server';
import { paths } from '~/paths';
import { Form } from '~/components/form';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';

type Term = NonNullable<Awaited<ReturnType<typeof termPage.read>>>;

/** What it was merged into, or which terms were merged into it, each with its own page. */
export function MergedTerms({ term }: { term: Pick<Term, 'reference' | 'mergedInto' | 'merged' | 'may'> }) {
  const { reference, mergedInto, merged, may } = term;
  return (
    <>
      {mergedInto && (
        <InsetText>
          <p className="govuk-body">
            Merged into{' '}
            <a className="govuk-link" href={paths.term(mergedInto.reference)}>
              {mergedInto.name}
            </a>
            . What was tagged with it is tagged with that.
          </p>
          {may.edit && (
            <Form id="apart" action={paths.undoTermMerge(reference)}>
              {() => <Button variant="secondary">Make them two again</Button>}
            </Form>
          )}
        </InsetText>
      )}
      {merged.length > 0 && (
        <p className="govuk-body">
          Merged into it:{' '}
          {merged.map((one, index) => (
            <span key={one.reference}>
              {index > 0 && ', '}
              <a className="govuk-link" href={`${paths.term(one.reference)}?merged=shown`}>
                {one.name}
              </a>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
