import type { ReceiptCheck } from '~/domain/bids/sealing/receipt';
import { showReference } from '~/domain/reference';
import { showInstant } from '~/domain/uk-time';
import { NotificationBanner } from '~/ui/content/notification-banner';
import { WarningText } from '~/ui/content/warning-text';

/** What a check of a receipt found, in one sentence. */
export function ReceiptVerdict({ check }: { check: ReceiptCheck | { unreadable: true } }) {
  if ('unreadable' in check) return <WarningText>This is not a receipt that Soundings can read.</WarningText>;
  const { signed, bodyFits, receipt } = check;
  if (!signed)
    return <WarningText>This receipt was not signed by this installation, or was changed since.</WarningText>;
  if (bodyFits === false)
    return (
      <WarningText>The signature is genuine, but the text or the lines around it were changed.</WarningText>
    );
  if (bodyFits === null)
    return (
      <NotificationBanner success>
        The signature is genuine. Without its text a receipt proves the fingerprint, not what was submitted or
        when.
      </NotificationBanner>
    );
  return (
    <NotificationBanner success>
      {`This receipt is genuine: submission ${receipt.submission} of bid ${showReference(receipt.bid)} for question ${showReference(receipt.question)} was recorded on ${showInstant(receipt.submittedAt)}.`}
    </NotificationBanner>
  );
}
