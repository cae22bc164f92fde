import type { ShownLevel } from '~/domain/approvals/approval';
import { showMoney } from '~/domain/money';
import { showInstant } from '~/domain/uk-time';
import { ScrollingTable } from '~/ui/content/scrolling-table';

const nameOf = ({ number, fromAmount }: ShownLevel): string =>
  fromAmount === null ? 'Senior responsible owner' : `Level ${number}, from ${showMoney(fromAmount)}`;

const whoCan = ({ fromAmount, names }: ShownLevel): string =>
  fromAmount === null
    ? 'Those who own the question'
    : names.length > 0
      ? names.join(', ')
      : 'Nobody at present: set other people';

function standing({ givenBy, givenAt, turn }: ShownLevel): string {
  if (givenBy && givenAt) return `Approved by ${givenBy} on ${showInstant(givenAt)}`;
  return turn ? 'Waits for this level now' : 'Not asked yet';
}

/** Who has approved and who has not; nothing where no further approvals are set. */
export const ApprovalStanding = ({ levels }: { levels: ShownLevel[] | null }) =>
  levels === null || levels.length === 0 ? null : (
    <ScrollingTable
      name="Approvals"
      caption="Approvals"
      captionSize="m"
      head={['Level', 'Who can approve', 'Standing']}
      rows={levels.map((level) => [nameOf(level), whoCan(level), standing(level)])}
    />
  );
