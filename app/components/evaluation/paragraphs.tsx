/** Text as it was typed: its lines kept, nothing in it taken for mark-up. */
export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph, index) => (
      <p className="govuk-body whitespace-pre-line" key={index}>
        {paragraph}
      </p>
    ))}
  </>
);
