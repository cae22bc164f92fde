import type { DecisionRecord } from '~/domain/awards/file/decision-record.server';
import { showMoney } from '~/domain/money';
import { showDate, showInstant } from '~/domain/uk-time';
import { SummaryList } from '~/ui/content/summary-list';

type Award = DecisionRecord['awards'][number];

/** Each award from its decision to its closing. */
export const AwardsOnFile = ({ awards }: { awards: DecisionRecord['awards'] }) => (
  <>
    <h2 className="govuk-heading-m">Awards</h2>
    {awards.length === 0 && <p className="govuk-body">None were made.</p>}
    {awards.map((award) => (
      <SummaryList key={award.reference} card={{ title: award.bidder }} rows={rowsOf(award)} />
    ))}
  </>
);

const rowsOf = (award: Award) => [
  { key: 'Amount, without VAT', value: showMoney(award.amount) },
  { key: 'Decided', value: `${showInstant(award.decidedAt)} by ${award.decidedBy}` },
  award.withdrawnAt !== null && {
    key: 'Withdrawn',
    value: `${showInstant(award.withdrawnAt)}: ${award.withdrawnReason ?? ''}`,
  },
  award.noticeAt !== null && { key: 'Notice', value: showInstant(award.noticeAt) },
  award.standstillEndsOn !== null && { key: 'Standstill ends', value: showDate(award.standstillEndsOn) },
  award.startsOn !== null &&
    award.endsOn !== null && {
      key: 'Contract',
      value: `${award.contractReference ?? ''}, ${showDate(award.startsOn)} to ${showDate(award.endsOn)}`,
    },
  { key: 'Milestones', value: <List lines={award.milestones.map(milestone)} /> },
  award.deliverables.length > 0 && {
    key: 'Delivered',
    value: <List lines={award.deliverables.map(delivered)} />,
  },
  award.closedAt !== null && { key: 'Closed', value: showInstant(award.closedAt) },
];

const List = ({ lines }: { lines: string[] }) => (
  <ul className="govuk-list govuk-!-margin-bottom-0">
    {lines.map((line, index) => (
      <li key={index}>{line}</li>
    ))}
  </ul>
);

const milestone = ({
  position,
  title,
  dueOn,
  amount,
  approval,
  paidAt,
}: Award['milestones'][number]): string =>
  `${position}. ${title}, due ${showDate(dueOn)}, ${approval ? 'an approval' : showMoney(amount)}${
    paidAt ? `, paid ${showInstant(paidAt)}` : ''
  }`;

function delivered(one: Award['deliverables'][number]): string {
  const review = one.reviewedBy ? ` Reviewed by ${one.reviewedBy}: ${one.reviewNote ?? ''}` : '';
  const end = one.acceptedAt
    ? ` Accepted ${showInstant(one.acceptedAt)}.`
    : one.returnedReason
      ? ` Returned: ${one.returnedReason}`
      : '';
  return `${one.title}, ${showInstant(one.deliveredAt)} by ${one.deliveredBy}.${review}${end}`;
}
