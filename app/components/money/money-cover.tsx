import { showBig } from '~/domain/ledger/big-money';
import type { MoneyPage } from '~/domain/ledger/queries/money-page.server';
import { overseasTwice } from '~/domain/ledger/alignment/alignment';
import { showPart, showShare } from '~/domain/ledger/shares';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';

type Shown = Pick<MoneyPage, 'totals' | 'interventions' | 'filter'>;

const lines = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'line' : 'lines'}`;

/** What the sum covers: its base, its dates, what of it is estimated, firm, ring-fenced and secure. */
export function MoneyCover({ totals, interventions, filter }: Shown) {
  const { all, bases, firstStated, lastStated, estimates, estimated, unpaid } = totals;
  const part = (amount: number, only: string) => (
    <a className="govuk-link" href={paths.moneyLines({ ...filter, only })}>
      {showPart(amount, all, showBig)}
    </a>
  );
  const stated =
    firstStated && lastStated
      ? firstStated.getTime() === lastStated.getTime()
        ? `of ${showDate(firstStated)}`
        : `of ${showDate(firstStated)} to ${showDate(lastStated)}`
      : '';
  const twice = overseasTwice(totals, interventions);
  return (
    <SummaryList
      rows={[
        { key: 'Base', value: (bases ?? []).join('; ') },
        { key: 'Date of the figures', value: stated },
        {
          key: 'Estimates',
          value:
            estimates === 0
              ? 'None: no line says that it is an estimate'
              : `${lines(estimates)} of ${totals.lines.toLocaleString('en-GB')}, ${showBig(estimated)}, are estimates`,
        },
        {
          key: 'Where it stands',
          value: `Awards ${showBig(totals.awards)}, promised to questions ${showBig(totals.pledges)}, entered ${showBig(totals.entered)}; each pound once`,
        },
        { key: 'Firm', value: part(totals.firm, 'firm') },
        { key: 'On a condition', value: part(all - totals.firm, 'conditional') },
        { key: 'Ring-fenced for this crime', value: part(totals.ringFenced, 'ringFenced') },
        { key: 'Secure for several years', value: part(totals.secure, 'secure') },
        { key: 'From police and crime commissioners and forces', value: part(totals.local, 'local') },
        {
          key: 'Overseas',
          value: (
            <>
              {part(totals.overseas, 'overseas')}. By type of action {showShare(twice.byType)}:{' '}
              {twice.agree ? 'both ways agree.' : 'the two do not agree.'} Of{' '}
              {showBig(all - totals.overseas - totals.home)} nobody said where it goes.
            </>
          ),
        },
        {
          key: 'Planned and actual',
          value: `Planned ${showBig(totals.planned)}, actual ${showBig(totals.actual)}; of ${lines(unpaid)} the actual is unknown`,
        },
      ]}
    />
  );
}
