import { showMoney } from '~/domain/money';
import { showStanding } from '~/domain/questions/funding/pledge';
import type { ShownFunder } from '~/domain/questions/queries/funders-page.server';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';

interface Props {
  question: string;
  funder: ShownFunder;
  keeps: boolean;
}

/** One funder: what it gives, how surely, and all that became of it, the first at the top. */
export const PledgeCard = ({ question, funder, keeps }: Props) => (
  <SummaryList
    card={{
      title: `${funder.name}: ${showMoney(funder.amount)}`,
      ...(keeps && funder.standing !== 'fallenAway'
        ? {
            actions: [
              {
                text: 'Say what became of it',
                href: paths.settleFunder(question, funder.reference),
              },
            ],
          }
        : {}),
    }}
    rows={[
      { key: 'Stands', value: showStanding(funder.standing) },
      funder.condition !== '' && { key: 'Condition', value: funder.condition },
      funder.decidedBy && {
        key: 'Known by',
        value: `${showDate(funder.decidedBy)}${funder.overdue ? '. That day has passed.' : ''}`,
      },
      { key: 'Ring-fenced', value: funder.ringFenced ? 'For this crime' : 'No' },
      { key: 'Years', value: years(funder) },
      { key: 'Named', value: `${showDay(funder.named.at)}, by ${funder.named.by}` },
      ...funder.changes.map(({ standing, on, reason, by }) => ({
        key: standing === 'firm' ? 'Became firm' : 'Fell away',
        value: `${showDate(on)}, recorded by ${by}: ${reason}`,
      })),
    ]}
  />
);

const years = ({ secureFrom, secureUntil }: ShownFunder): string => {
  if (secureFrom === null || secureUntil === null) return 'Not stated';
  return secureFrom === secureUntil ? `${secureFrom} alone` : `${secureFrom} to ${secureUntil}`;
};
