import { showDuration, showInstant } from '~/domain/uk-time';

interface Props {
  closesAt: Date | string | null;
  millisecondsLeft: number;
  open: boolean;
}

/** When bids close, how long that is, and by which clock. */
export function Deadline({ closesAt, millisecondsLeft, open }: Props) {
  if (!closesAt) return <>No closing date</>;
  if (!open) return <>Closed on {showInstant(closesAt)}, UK time</>;
  return (
    <>
      {showInstant(closesAt)}, UK time: {showDuration(millisecondsLeft)} left
    </>
  );
}
