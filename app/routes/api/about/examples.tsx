import { API_ROOT } from '~/web/api/find-operation';

const HERE = `https://soundings.example${API_ROOT}`;
const TOKEN = `-H "Authorization: Bearer $SOUNDINGS_TOKEN"`;

const EXAMPLES = [
  ['List findings', `curl "${HERE}/findings?threat=fraud&from=2020&limit=50"`],
  ['Cite one in BibTeX', `curl -H "Accept: application/x-bibtex" "${HERE}/findings/H7K4-QXMF/citation"`],
  [
    'Search in the language of the search page',
    `curl "${HERE}/search/findings?q=courier+AND+year:2020..2024"`,
  ],
  ['Read experts, as a member', `curl ${TOKEN} "${HERE}/experts?availability=available"`],
  [
    'Rate a finding, once however often it is sent',
    `curl -X PUT ${TOKEN} -H "Content-Type: application/json" \\
  -H "Idempotency-Key: 2026-11-22-rating-1" \\
  -d '{"value": "4", "certainty": 2, "reason": "It decides where the money goes."}' \\
  "${HERE}/findings/H7K4-QXMF/ratings/K3M9-PW4S"`,
  ],
] as const;

export const Examples = () =>
  EXAMPLES.map(([what, command]) => (
    <figure key={what} className="govuk-!-margin-left-0 govuk-!-margin-right-0">
      <figcaption className="govuk-body govuk-!-font-weight-bold">{what}</figcaption>
      <pre className="govuk-body whitespace-pre-wrap break-words">
        <code>{command}</code>
      </pre>
    </figure>
  ));
