/** Text that the server rendered from Markdown and made safe; plain words where there is none. */
export function Prose({ html, empty }: { html: string; empty?: string }) {
  if (html === '') return empty ? <p className="govuk-body">{empty}</p> : null;
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
