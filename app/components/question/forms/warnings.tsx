import { WarningText } from '~/ui/content/warning-text';

/** What to think again about; nothing here stops anybody. */
export const Warnings = ({ warnings }: { warnings: string[] }) => (
  <>
    {warnings.map((text) => (
      <WarningText key={text}>{text}</WarningText>
    ))}
  </>
);
