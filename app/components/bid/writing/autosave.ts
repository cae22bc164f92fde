import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';

export interface AutosaveReply {
  saved: boolean;
  stale: boolean;
  revision: number | null;
}

const QUIET_MS = 2_000;

/**
 * Sends the form of a section two seconds after the last key. Without scripts the page saves by its button.
 * A save that finds a newer version stops here: the button then leads to the page that shows both.
 */
export function useAutosave(action: string, revision: number) {
  const fetcher = useFetcher<AutosaveReply>();
  const timer = useRef<number>();
  const [current, setCurrent] = useState(revision);
  const { data, state } = fetcher;

  useEffect(() => {
    if (data?.revision && !data.stale) setCurrent(data.revision);
  }, [data]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const onInput = (event: React.FormEvent<HTMLElement>) => {
    const form = (event.target as HTMLElement).closest('form');
    if (!form) return;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const fields = new FormData(form);
      fields.delete('_key');
      fields.set('intent', 'autosave');
      fetcher.submit(fields, { method: 'post', action });
    }, QUIET_MS);
  };
  return { revision: current, onInput, words: wordsFor(state, data) };
}

function wordsFor(state: 'idle' | 'submitting' | 'loading', data: AutosaveReply | undefined): string {
  if (state !== 'idle') return 'Saving…';
  if (!data) return '';
  if (data.stale) return 'Somebody else has changed this section. Save to compare the two versions.';
  return data.saved ? 'Saved' : 'Not saved yet: a field cannot be read.';
}
