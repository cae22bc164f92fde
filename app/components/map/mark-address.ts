import type { MarkKind } from '~/domain/insight/map/marks';
import { paths } from '~/paths';

/** The filtered list that a mark opens: as many lines as the mark says. */
export function markAddress(kind: MarkKind, about: Record<string, string>): string {
  if (kind === 'question') return paths.questionsAbout({ ...about, state: 'asked' });
  if (kind === 'commission') return paths.questionsAbout({ ...about, state: 'commissioned' });
  const confidence = kind === 'not-appraised' ? 'notAppraised' : kind.slice('finding-'.length);
  return paths.findingsAbout({ ...about, confidence });
}
