/** Text as it was typed: blank lines part paragraphs, single line ends break lines. */
export function Lines({ text, className = 'govuk-body' }: { text: string; className?: string }) {
  return (
    <>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index} className={`${className} whitespace-pre-line`}>
          {paragraph}
        </p>
      ))}
    </>
  );
}
