import { showDate } from '~/domain/uk-time';
import { Facts } from '~/ui/layout/facts';
import { SidePanel } from '~/ui/layout/side-panel';

interface Side {
  orcid: string | null;
  webAddress: string | null;
  languages: string[];
  regions: string[];
  availableFrom: Date | string | null;
  capacityDays: number | null;
  /** Null for whoever may not see it. */
  clearance: { level: string | null; sponsor: string | null; expires: Date | string | null } | null;
}

const NOT_STATED = 'Not stated';

export function ExpertSide({ expert }: { expert: Side }) {
  const { orcid, webAddress, languages, regions, availableFrom, capacityDays, clearance } = expert;
  const items = [
    {
      name: 'ORCID iD',
      value: orcid ? <Outside href={`https://orcid.org/${orcid}`} text={orcid} /> : NOT_STATED,
    },
    { name: 'Languages', value: languages.join(', ') || NOT_STATED },
    { name: 'Regions', value: regions.join(', ') || NOT_STATED },
    { name: 'Available from', value: availableFrom ? showDate(availableFrom) : NOT_STATED },
    { name: 'Days a year', value: capacityDays === null ? NOT_STATED : String(capacityDays) },
    ...(webAddress
      ? [{ name: 'Web page', value: <Outside href={webAddress} text={hostOf(webAddress)} /> }]
      : []),
    ...(clearance ? [{ name: 'Clearance, as declared', value: showClearance(clearance) }] : []),
  ];
  return (
    <SidePanel title="At a glance">
      <Facts items={items} />
    </SidePanel>
  );
}

const Outside = ({ href, text }: { href: string; text: string }) => (
  <a className="govuk-link" href={href} rel="noreferrer noopener">
    {text}
  </a>
);

const hostOf = (address: string): string => address.replace(/^https?:\/\/([^/]+).*$/, '$1');

function showClearance({ level, sponsor, expires }: NonNullable<Side['clearance']>): string {
  if (!level) return NOT_STATED;
  return [level, sponsor && `sponsor ${sponsor}`, expires && `until ${showDate(expires)}`]
    .filter(Boolean)
    .join(', ');
}
