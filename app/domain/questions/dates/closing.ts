/** Why a closing instant cannot stand; undefined where it can. Without `now` the past is not judged. */
export function closingRefusal(
  closesAt: Date | null,
  now: Date | null,
): { field: 'closesOn' | 'closesTime'; message: string } | undefined {
  if (!closesAt)
    return {
      field: 'closesTime',
      message: 'The clocks change at that hour: choose an hour that happens once',
    };
  if (now && closesAt <= now) return { field: 'closesOn', message: 'The closing day must lie in the future' };
  return undefined;
}
