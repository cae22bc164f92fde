import type { ItemsAbout, QuestionLine } from '~/domain/insight/items-about.server';
import { showCoverage, showShort } from '~/domain/insight/coverage';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';

interface ListProps {
  items: ItemsAbout;
  /** The filter that says what all of this is about. */
  about: Record<string, string>;
}

/** The latest questions that are asked, and where all of them are. */
export function Asked({ items, about }: ListProps) {
  const count = items.counts.question;
  if (count === 0) return <p className="govuk-body">Nothing is being asked at the moment.</p>;
  return (
    <>
      <QuestionLines lines={items.asked} fact={window} />
      <AllOf count={count} noun="open question" href={paths.questionsAbout({ ...about, state: 'asked' })} />
    </>
  );
}

const window = ({ closesAt, closed }: QuestionLine): string =>
  closesAt ? `${closed ? 'closed' : 'closes'} ${showDay(closesAt)}` : 'open';

/** Live commissions with what is known of their cost. */
export function Bought({ items, about }: ListProps) {
  const count = items.counts.commission;
  return (
    <>
      <p className="govuk-body">
        {showCoverage(items.money)}.{count === 0 && items.money.all > 0 && ' There is no live commission.'}
      </p>
      {count > 0 && (
        <>
          <QuestionLines
            lines={items.commissions}
            fact={({ amount }) => (amount === null ? 'cost unknown' : showShort(amount))}
          />
          <AllOf
            count={count}
            noun="live commission"
            href={paths.questionsAbout({ ...about, state: 'commissioned' })}
          />
        </>
      )}
    </>
  );
}

function QuestionLines({ lines, fact }: { lines: QuestionLine[]; fact: (line: QuestionLine) => string }) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {lines.map((line) => (
        <li key={line.reference}>
          <a className="govuk-link" href={paths.question(line.reference)}>
            {line.title}
          </a>
          <br />
          <span className="govuk-hint">
            {line.route}, {fact(line)}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function AllOf({ count, noun, href }: { count: number; noun: string; href: string }) {
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={href}>
        {count === 1 ? `See the ${noun}` : `All ${count.toLocaleString('en-GB')} ${noun}s`}
      </a>
    </p>
  );
}
