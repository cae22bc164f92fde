import { paths } from '~/paths';
import { REASON_NAMES, type AssessorReason } from '~/domain/evaluation/assessors/assessor-reason';
import { showDate } from '~/domain/uk-time';
import { ScrollingTable } from '~/ui/content/scrolling-table';

type Day = string | Date | null;
type Known = { reference: string; name: string };

interface Props {
  view: {
    reference: string;
    members: { person: Known; mostBids: number | null; availableUntil: Day; awayFrom: Day; awayUntil: Day }[];
    invitations: {
      person: Known;
      answerBy: string | Date;
      declinedAt: Day;
      declineReason: AssessorReason | null;
      declineWords: string;
      withdrawnAt: Day;
      lapsed: boolean;
    }[];
    apart: { one: Known; other: Known; reason: string }[];
    plan: { mostBids: number } | null;
    may: { keepApart: boolean };
  };
}

/** Those who assess, those who are asked, and pairs that never sit together. */
export function AssessorTables({ view }: Props) {
  const { members, invitations, apart, plan, may, reference } = view;
  return (
    <>
      {members.length === 0 ? (
        <p className="govuk-body">Nobody has accepted yet.</p>
      ) : (
        <ScrollingTable
          name="Assessors"
          caption="Assessors"
          captionSize="m"
          head={['Name', 'Most bids', 'Available until', 'Away']}
          rows={members.map(({ person, mostBids, availableUntil, awayFrom, awayUntil }) => [
            person.name,
            mostBids ?? plan?.mostBids ?? 'All',
            availableUntil ? showDate(availableUntil) : 'Not limited',
            awayFrom && awayUntil ? `${showDate(awayFrom)} to ${showDate(awayUntil)}` : 'No',
          ])}
        />
      )}
      {invitations.length > 0 && (
        <ScrollingTable
          name="Asked"
          caption="Asked"
          captionSize="m"
          head={['Name', 'Answer by', 'Answer']}
          rows={invitations.map((one) => [one.person.name, showDate(one.answerBy), answerOf(one)])}
        />
      )}
      <h2 className="govuk-heading-m">Never on one bid</h2>
      {apart.length === 0 && <p className="govuk-body">No two assessors are kept apart.</p>}
      <ul className="govuk-list govuk-list--bullet">
        {apart.map(({ one, other, reason }) => (
          <li key={`${one.reference}${other.reference}`}>
            {one.name} and {other.name}: {reason}
          </li>
        ))}
      </ul>
      {may.keepApart && members.length > 1 && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.keepApart(reference)}>
            Keep two assessors apart
          </a>
        </p>
      )}
    </>
  );
}

function answerOf({ declinedAt, declineReason, declineWords, lapsed }: Props['view']['invitations'][number]) {
  if (declinedAt && declineReason)
    return `Declined: ${REASON_NAMES[declineReason]}${declineWords === '' ? '' : ` (${declineWords})`}`;
  return lapsed ? 'None in time' : 'Awaited';
}
