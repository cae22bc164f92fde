import { showDate, showDay } from '~/domain/uk-time';
import { SummaryList } from '~/ui/content/summary-list';

interface Props {
  view: {
    rights: string;
    signedOffOn: Date;
    sightEndsOn: Date | null;
    dueOn: Date;
    heldUntil: Date | null;
    releasedAt: Date | null;
    protocolIsOut: boolean;
    holds: {
      reason: string;
      words: string;
      placedOn: Date;
      placedBy: string;
      endsOn: Date;
      liftedAt: Date | null;
    }[];
  };
}

/** The clock of one deliverable, and every hold there was with who placed it and why. */
export const PublicationClock = ({ view }: Props) => (
  <>
    <SummaryList
      rows={[
        { key: 'Rights', value: view.rights },
        { key: 'Signed off', value: showDate(view.signedOffOn) },
        view.sightEndsOn !== null && { key: 'The team has sight until', value: showDate(view.sightEndsOn) },
        { key: 'Published by', value: `${showDate(view.dueOn)}, twelve weeks after sign-off` },
        view.heldUntil !== null && { key: 'Held until', value: showDate(view.heldUntil) },
        !view.protocolIsOut && { key: 'Waits for', value: 'The protocol, which is released first' },
        {
          key: 'Released',
          value: view.releasedAt
            ? showDay(view.releasedAt)
            : 'Not yet. It is released by itself when it is due.',
        },
      ]}
    />
    {view.holds.map((hold, index) => (
      <SummaryList
        key={index}
        card={{ title: `Hold: ${hold.reason}` }}
        rows={[
          { key: 'Why', value: hold.words },
          { key: 'Placed', value: `${showDate(hold.placedOn)}, by ${hold.placedBy}` },
          {
            key: 'Until',
            value: hold.liftedAt ? `Lifted on ${showDay(hold.liftedAt)}` : showDate(hold.endsOn),
          },
        ]}
      />
    ))}
  </>
);
