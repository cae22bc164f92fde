import { showInstant } from '~/domain/uk-time';
import { ScrollingTable } from '~/ui/content/scrolling-table';

/** `AwardNoticeWasGiven` as `Award notice was given`. */
const inWords = (name: string): string => {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const TrailOnFile = ({ facts }: { facts: { name: string; at: Date; actor: string | null }[] }) => (
  <>
    <h2 className="govuk-heading-m">What happened, from the audit trail</h2>
    <ScrollingTable
      name="Audit trail"
      head={['When', 'What', 'By']}
      rows={facts.map(({ name, at, actor }) => [showInstant(at), inWords(name), actor ?? 'Soundings'])}
    />
  </>
);
