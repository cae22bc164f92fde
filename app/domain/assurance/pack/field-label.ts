/** `notice_at`, `noticeAt` → “Notice at”; `lead_id` → “Lead”, since who that is stands beside it. */
export function labelOf(name: string): string {
  const words = name
    .replaceAll('_', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/(?<=\w) ids?$/, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
