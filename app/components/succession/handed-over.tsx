import type { HeldKind } from '~/domain/succession/holding';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';

export interface HandedOverRow {
  kind: HeldKind;
  from: { reference: string; name: string };
  to: { reference: string; name: string };
  on: Date | string | null;
  holder: string | null;
}

/** Where a page has more than one thing that may go over, which of them did. */
const PART: Partial<Record<HeldKind, string>> = {
  groupChair: 'The chair: ',
  groupMember: 'A membership: ',
  capabilityUser: 'Its use: ',
  funding: 'Money named for it: ',
  awardPartner: 'A partner’s place: ',
  following: 'Who follows it: ',
  questionInvitation: 'An invitation: ',
  responsibility: 'A role: ',
  jointSet: 'An owner’s place: ',
};

/** From whom the thing of this page came, on which day; or to whom it is to go, and who holds it until then. */
export function HandedOver({ rows }: { rows: HandedOverRow[] | null | undefined }) {
  if (!rows || rows.length === 0) return null;
  return (
    <InsetText>
      {rows.map((row) => (
        <p key={`${row.kind} ${row.from.reference} ${row.to.reference}`} className="govuk-body">
          {PART[row.kind] ?? ''}
          {row.on ? 'handed over' : 'to be handed over'} from <Organisation of={row.from} /> to{' '}
          <Organisation of={row.to} />
          {row.on
            ? ` on ${showDay(row.on)}.`
            : `. Until that is accepted ${row.holder ?? 'nobody by name'} holds it.`}
        </p>
      ))}
    </InsetText>
  );
}

function Organisation({ of }: { of: { reference: string; name: string } }) {
  return (
    <a className="govuk-link" href={paths.organisation(of.reference)}>
      {of.name}
    </a>
  );
}
