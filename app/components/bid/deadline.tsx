import { showDuration, showInstant } from '~/domain/uk-time';

interface Props {
  closesAt: Date | string | null;
  millisecondsLeft: number;
  open: boolean;
}

/** When bids close, how long that is, and by which clock: the beginning of a sentence. */
export function Deadline({ closesAt, millisecondsLeft, open }: Props) {
  if (!closesAt) return <>Bids have no closing date</>;
  if (!open) return <>Bids closed on {showInstant(closesAt)}, UK time</>;
  return (
    <>
      Bids close on {showInstant(closesAt)}, UK time: {showDuration(millisecondsLeft)} left
    </>
  );
}
