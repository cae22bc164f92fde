import type { AnnexStub as Stub } from '~/domain/knowledge/annexes/annex-stub';
import { paths } from '~/paths';

interface Props {
  noun: 'finding' | 'question';
  reference: string;
  annex: Stub;
}

/** What stands in the place of a restricted annex: how long it is, and what the reader can do about it. */
export function AnnexStub({ noun, reference, annex: { words, reads, keeps, asks } }: Props) {
  const link = (href: string, text: string) => (
    <a className="govuk-link" href={href}>
      {text}
    </a>
  );
  return (
    <section aria-labelledby="annex">
      <h2 className="govuk-heading-m" id="annex">
        Restricted annex
      </h2>
      {words > 0 && (
        <p className="govuk-body">
          [restricted: {words === 1 ? '1 word' : `${words.toLocaleString('en-GB')} words`}]
        </p>
      )}
      <p className="govuk-body">
        {words > 0 && reads && link(paths.annex(noun, reference), 'Read the annex')}
        {words === 0 && keeps && link(paths.annexText(noun, reference), 'Write a restricted annex')}
        {asks && (
          <>
            A restricted annex exists for a named list of people.{' '}
            {link(paths.askForAnnex(noun, reference), 'Ask for access')}
          </>
        )}
        {words > 0 && !reads && !asks && 'It is for a named list of people.'}
      </p>
    </section>
  );
}
