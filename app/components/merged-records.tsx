import { InsetText } from '~/ui/content/inset-text';

interface Props {
  of: 'finding' | 'question';
  mergedInto: string | null;
  tookIn: { reference: string; title: string }[];
  pathOf: (reference: string) => string;
}

/** That a record was folded into another, or took others in, with the way to each. */
export function MergedRecords({ of, mergedInto, tookIn, pathOf }: Props) {
  if (!mergedInto && tookIn.length === 0) return null;
  const stays = of === 'finding' ? 'its ratings and impact records' : 'its addenda and answers';
  return (
    <InsetText>
      {mergedInto && (
        <>
          This {of} was merged into{' '}
          <a className="govuk-link" href={pathOf(mergedInto)}>
            the one that is kept
          </a>
          . What was said of it stays here.
        </>
      )}
      {tookIn.map(({ reference, title }) => (
        <p key={reference} className="govuk-body">
          Merged into this {of}:{' '}
          <a className="govuk-link" href={`${pathOf(reference)}?merged=shown`}>
            {title}
          </a>
          , with {stays}.
        </p>
      ))}
    </InsetText>
  );
}
