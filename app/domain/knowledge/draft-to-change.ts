import { refuse, type Refusal } from '../refusal';

/** What a save of an open draft is judged by. */
interface Draft {
  id: string;
  revision: number;
}

/** The draft that a form was opened on, or why it cannot be saved over. */
export function draftToChange<Version extends Draft>(
  open: Version | null,
  revision: number,
): Version | Refusal {
  if (!open) return refuse('NoDraftIsOpen', 'There is no draft of this finding any more.', { stale: true });
  if (open.revision === revision) return open;
  return refuse(
    'DraftHasChanged',
    'This draft was changed in another window after you opened it here. Copy what you typed, then open the draft again.',
    { stale: true },
  );
}
