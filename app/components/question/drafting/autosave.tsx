import type { SubmissionResult } from '@conform-to/react';
import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, type ReactNode } from 'react';

const PAUSE_MS = 1500;

interface Saved {
  savedAt?: string;
}

/** Saves the form inside some time after the last change, and says when. Without scripts it does nothing. */
export function Autosave({ children }: { children: ReactNode }) {
  const fetcher = useFetcher<Saved>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  const save = () => {
    const form = place.current?.querySelector('form');
    if (!form) return;
    const answers = new FormData(form);
    answers.delete('_key');
    answers.set('intent', 'auto');
    fetcher.submit(answers, { method: 'post' });
  };
  const onInput = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(save, PAUSE_MS);
  };
  return (
    <div ref={place} onInput={onInput} onSubmit={() => clearTimeout(timer.current)}>
      {children}
      <p className="govuk-body govuk-hint" role="status" aria-live="polite">
        {statusText(fetcher.state, fetcher.data)}
      </p>
    </div>
  );
}

function statusText(state: string, data: Saved | undefined): string {
  if (state !== 'idle') return 'Saving…';
  if (!data) return '';
  return data.savedAt ? `Saved at ${data.savedAt}` : 'Not saved yet. Save the page to see why.';
}

/** What an action answered, unless that was only the time of an autosave. */
export const formReply = (answer: unknown): { result: SubmissionResult } | undefined =>
  typeof answer === 'object' && answer !== null && 'result' in answer
    ? (answer as { result: SubmissionResult })
    : undefined;
