import { KIND_NAMES, type InterestKind } from '~/domain/evaluation/interests/interest-kind';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Entry {
  reference: string;
  kind: InterestKind;
  about: string;
  note: string;
  fromOn: string | Date | null;
  untilOn: string | Date | null;
  addedAt: string | Date;
  endedAt: string | Date | null;
}

const daysOf = ({ fromOn, untilOn }: Entry): string =>
  [fromOn && `since ${showDate(fromOn)}`, untilOn && `until ${showDate(untilOn)}`]
    .filter(Boolean)
    .join(', ') || 'Not stated';

export const Entries = ({
  title,
  entries,
  inForce,
}: {
  title: string;
  entries: Entry[];
  inForce?: boolean;
}) => (
  <ScrollingTable
    name={title}
    caption={title}
    captionSize="m"
    head={['Kind', 'About', 'When', inForce ? 'Declared' : 'In the register', ...(inForce ? ['Change'] : [])]}
    rows={entries.map((entry) => [
      KIND_NAMES[entry.kind].name,
      entry.note ? `${entry.about}. ${entry.note}` : entry.about,
      daysOf(entry),
      inForce
        ? showDay(entry.addedAt)
        : `${showDay(entry.addedAt)} to ${showDay(entry.endedAt ?? entry.addedAt)}`,
      ...(inForce ? [<Actions key="change" entry={entry} />] : []),
    ])}
  />
);

const Actions = ({ entry: { reference, about } }: { entry: Entry }) => (
  <>
    <a className="govuk-link" href={paths.ownInterest(reference)}>
      Change<span className="govuk-visually-hidden"> the entry about {about}</span>
    </a>{' '}
    <a className="govuk-link" href={paths.ownInterest(reference, 'remove')}>
      Remove<span className="govuk-visually-hidden"> the entry about {about}</span>
    </a>
  </>
);

interface ClosedProps {
  closed: {
    reference: string;
    title: string;
    isWhole: boolean;
    isVisible: boolean;
    reason: string;
    raisedAt: string | Date;
  }[];
}

/** The view of somebody with a conflict: that something is closed, since when and why, and nothing of what it is. */
export const Closed = ({ closed }: ClosedProps) => (
  <ScrollingTable
    name="What is closed to you"
    caption="What confirmed conflicts close to you"
    captionSize="m"
    head={['Question', 'What is closed', 'Since', 'Reason']}
    rows={closed.map(({ reference, title, isWhole, isVisible, reason, raisedAt }) => [
      isVisible ? (
        <a key="question" className="govuk-link" href={paths.question(reference)}>
          {title}
        </a>
      ) : (
        title
      ),
      isWhole ? 'Its evaluation and award' : 'Part of its bids and awards',
      showDay(raisedAt),
      reason,
    ])}
  />
);
